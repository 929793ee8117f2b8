package danvan.library.answer;

import danvan.library.Document;
import danvan.library.Mention;
import danvan.library.index.PassageStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the office brought a document itself, its own words come before the project's summary of it. */
final class OriginalsFirst {
    /** A passage of the document that matches so much worse than the summary says something else. */
    private static final double NEAR = 0.5;

    private OriginalsFirst() {}

    /** The candidates, with the document's own passage first where its summary was. */
    static List<Candidate> ordered(List<Candidate> candidates) {
        if (candidates.isEmpty() || !candidates.get(0).item().document().isSummary()) {
            return candidates;
        }
        Candidate summary = candidates.get(0);
        Optional<Candidate> original = candidates.stream()
                .filter(candidate -> candidate.score() >= NEAR * summary.score())
                .filter(candidate ->
                        isOriginal(candidate.item().document(), summary.item().document()))
                .findFirst();
        if (original.isEmpty()) {
            return candidates;
        }
        List<Candidate> ordered = new ArrayList<>(candidates);
        ordered.remove(original.get());
        ordered.add(0, original.get());
        return ordered;
    }

    /** Documents by id, without the summaries of others among them. */
    static Set<String> withoutSummaries(Set<String> ids, PassageStore store) {
        if (ids.size() < 2) {
            return ids;
        }
        Map<String, Document> documents = new LinkedHashMap<>();
        store.documents(ids).forEach(document -> documents.putIfAbsent(document.id(), document));
        Set<String> left = new LinkedHashSet<>(ids);
        documents.values().stream()
                .filter(document -> documents.values().stream().anyMatch(other -> isOriginal(other, document)))
                .forEach(summary -> left.remove(summary.id()));
        return left;
    }

    private static boolean isOriginal(Document document, Document summary) {
        return summary.isSummary()
                && !document.isSummary()
                && document.number()
                        .filter(number -> Mention.isOf(summary, number, document.issuer()))
                        .isPresent();
    }
}
