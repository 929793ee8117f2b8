package danvan.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All passages in a row, each with its document and the documents it names: what the search's ordinals stand for. */
final class Shelf {
    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<Reference>> ownNumbers = new HashMap<>();

    /** @param named the documents its text names, its own aside */
    record Item(Document document, Passage passage, String also, List<Reference> named) {
        String point() {
            return passage.documentId() + '/' + passage.id();
        }
    }

    Shelf(List<DocumentFile> files) {
        for (DocumentFile file : files) {
            Document document = file.document();
            ownNumbers.computeIfAbsent(document.id(), id -> new ArrayList<>()).addAll(ownNumber(document));
            for (DocumentFile.Entry entry : file.entries()) {
                Passage passage = entry.passage();
                String text = passage.heading() + ".\n" + passage.text() + ".\n" + entry.also();
                items.add(new Item(document, passage, entry.also(), References.in(text, Word.of(text))));
            }
        }
    }

    private static List<Reference> ownNumber(Document document) {
        List<Reference> found = new ArrayList<>();
        document.number().ifPresent(number -> {
            String named = document.kind() + " số " + number;
            for (Reference reference : References.in(named, Word.of(named))) {
                found.add(reference.withYear(
                        document.issued().map(day -> day.getYear()).orElse(0)));
            }
        });
        return found;
    }

    List<Item> items() {
        return items;
    }

    /** Ids of the documents that bear this number themselves. */
    Set<String> bearers(Reference reference) {
        Set<String> ids = new LinkedHashSet<>();
        ownNumbers.forEach((id, numbers) -> {
            if (numbers.stream().anyMatch(reference::fits)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Passages of these documents, and those that name the reference. */
    BitSet about(Set<String> documentIds, Reference reference) {
        var found = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (documentIds.contains(item.document().id())
                    || item.named().stream().anyMatch(reference::fits)) {
                found.set(i);
            }
        }
        return found;
    }
}
