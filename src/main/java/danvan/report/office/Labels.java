package danvan.report.office;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored values as people read them. */
final class Labels {
    private Labels() {}

    /** @param labels of the choices by value; null or empty where the answer is no choice */
    static String of(String stored, @Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty()
                ? stored
                : Arrays.stream(stored.split("\\s+", -1))
                        .map(value -> labels.getOrDefault(value, value))
                        .collect(Collectors.joining("; "));
    }
}
