package danvan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a report holds beside its answers, by the ref of the question.
 *
 * @param captions of each file that answers a question; empty where nothing was written below it
 * @param sealed the paths of answers that are sealed where the report is kept
 */
record Beside(Map<String, List<Caption>> captions, Gathered gathered, Set<String> sealed) {

    /** What was written below a file. */
    record Caption(String words, boolean sealed) {}

    static Beside of(List<Enclosures.Enclosure> files, Gathered gathered, Set<String> sealed) {
        Map<String, List<Caption>> captions = new LinkedHashMap<>();
        files.forEach(file -> captions.computeIfAbsent(file.ref(), any -> new ArrayList<>())
                .add(new Caption(file.caption(), file.sealed())));
        return new Beside(captions, gathered, sealed);
    }

    int files(String ref) {
        return captions.getOrDefault(ref, List.of()).size();
    }

    boolean wasSealed(String ref) {
        return sealed.contains(ref.replaceAll("\\[\\d+]", ""));
    }

    List<Caption> written(String ref) {
        return captions.getOrDefault(ref, List.of()).stream()
                .filter(caption -> !caption.words().isEmpty())
                .toList();
    }
}
