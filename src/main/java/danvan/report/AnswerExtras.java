package danvan.report;

import danvan.report.store.Attachment;
import danvan.report.store.SummedFigures;
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
public record AnswerExtras(Map<String, List<Caption>> captions, SummedFigures gathered, Set<String> sealed) {

    /** What was written below a file. */
    record Caption(String words, boolean sealed) {}

    public static AnswerExtras of(List<Attachment> files, SummedFigures gathered, Set<String> sealed) {
        Map<String, List<Caption>> captions = new LinkedHashMap<>();
        files.forEach(file -> captions.computeIfAbsent(file.ref(), any -> new ArrayList<>())
                .add(new Caption(file.caption(), file.sealed())));
        return new AnswerExtras(captions, gathered, sealed);
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
