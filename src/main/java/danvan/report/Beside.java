package danvan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report holds beside its answers, by the ref of the question.
 *
 * @param captions of each file that answers a question; empty where nothing was written below it
 */
record Beside(Map<String, List<String>> captions, Gathered gathered) {

    static Beside of(List<Enclosures.Enclosure> files, Gathered gathered) {
        Map<String, List<String>> captions = new LinkedHashMap<>();
        files.forEach(file ->
                captions.computeIfAbsent(file.ref(), any -> new ArrayList<>()).add(file.caption()));
        return new Beside(captions, gathered);
    }

    int files(String ref) {
        return Math.max(1, captions.getOrDefault(ref, List.of()).size());
    }

    List<String> written(String ref) {
        return captions.getOrDefault(ref, List.of()).stream()
                .filter(caption -> !caption.isEmpty())
                .toList();
    }
}
