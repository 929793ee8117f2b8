package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.library.query.Provinces;
import danvan.library.query.Reference;
import danvan.library.query.ReferenceParser;
import danvan.library.query.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All passages in a row, each with its document and the documents it names: what the search's ordinals stand for. */
public final class PassageStore {
    private final List<StoredPassage> items = new ArrayList<>();
    private final BitSet gone = new BitSet();
    private final Map<String, List<Reference>> ownNumbers = new HashMap<>();

    private static final Set<String> ARTICLE = Set.of("dieu", "article", "art", "madde", "maddesi");

    public PassageStore(List<DocumentContent> files) {
        files.forEach(this::add);
    }

    /** Behind the last one. */
    public void add(DocumentContent file) {
        Document document = file.document();
        ownNumbers.computeIfAbsent(document.id(), id -> new ArrayList<>()).addAll(ownNumber(document));
        for (DocumentContent.Entry entry : file.entries()) {
            Passage passage = entry.passage();
            String text = passage.heading() + ".\n" + passage.text() + ".\n" + entry.also();
            items.add(new StoredPassage(
                    document,
                    passage,
                    entry.also(),
                    ReferenceParser.in(text, Word.of(text)),
                    articles(Word.of(passage.article().orElse("")))));
        }
    }

    /** Takes a document away; the others keep their places. */
    public List<Integer> remove(String id, String language) {
        List<Integer> places = new ArrayList<>();
        ownNumbers.remove(id);
        Set<Document> others = new LinkedHashSet<>();
        for (int i = gone.nextClearBit(0); i < items.size(); i = gone.nextClearBit(i + 1)) {
            Document document = items.get(i).document();
            if (document.id().equals(id) && document.language().equals(language)) {
                places.add(i);
            } else if (document.id().equals(id)) {
                others.add(document);
            }
        }
        places.forEach(gone::set);
        others.forEach(document ->
                ownNumbers.computeIfAbsent(id, same -> new ArrayList<>()).addAll(ownNumber(document)));
        return places;
    }

    private static List<Reference> ownNumber(Document document) {
        List<Reference> found = new ArrayList<>();
        document.number().ifPresent(number -> {
            String named = document.kind() + " số " + number;
            for (Reference reference : ReferenceParser.in(named, Word.of(named))) {
                found.add(reference.withYear(
                        document.issued().map(day -> day.getYear()).orElse(0)));
            }
        });
        return found;
    }

    public List<StoredPassage> items() {
        return items;
    }

    /** Those that were not taken away. */
    public Stream<StoredPassage> held() {
        return IntStream.range(0, items.size()).filter(i -> !gone.get(i)).mapToObj(items::get);
    }

    /** "Điều 15", "Art. 15", "15. madde": the numbers. */
    public static Set<String> articles(List<Word> words) {
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).folded();
            String second = words.get(i).folded();
            if (ARTICLE.contains(first) && words.get(i).hasDigit()) {
                numbers.add(second);
            } else if (ARTICLE.contains(second) && words.get(i - 1).hasDigit()) {
                numbers.add(first);
            }
        }
        return numbers;
    }

    /** Ids of the documents that bear this number themselves. */
    public Set<String> bearers(Reference reference) {
        Set<String> ids = new LinkedHashSet<>();
        ownNumbers.forEach((id, numbers) -> {
            if (numbers.stream().anyMatch(reference::fits)) {
                ids.add(id);
            }
        });
        return ids;
    }

    public boolean isGone(int ordinal) {
        return gone.get(ordinal);
    }

    /**
     * Another province's document of the same number is not the one asked for; what it says of this province stays.
     *
     * @param bearers ids of documents that bear the number
     * @param among passages of theirs, and those that name the number
     */
    public void leaveOutOtherProvinces(String province, Set<String> bearers, BitSet among) {
        Set<Document> others = items.stream()
                .map(StoredPassage::document)
                .filter(document -> bearers.contains(document.id()))
                .distinct()
                .filter(document -> isOfAnother(document, province))
                .collect(Collectors.toSet());
        for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
            StoredPassage item = items.get(i);
            if (others.contains(item.document())
                    && !Provinces.in(Word.of(item.passage().text())).contains(province)) {
                among.clear(i);
            }
        }
        others.forEach(document -> bearers.remove(document.id()));
    }

    private static boolean isOfAnother(Document document, String province) {
        List<String> own = Provinces.in(Word.of(document.issuer()));
        return !own.isEmpty() && own.stream().noneMatch(each -> Provinces.areOne(each, province));
    }

    /** Whether a passage opens its document: there it says what it is. */
    public boolean opens(int ordinal) {
        return ordinal == 0
                || !items.get(ordinal - 1).document().equals(items.get(ordinal).document());
    }

    /** Passages of a document. */
    public BitSet of(String documentId) {
        var found = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            found.set(i, !gone.get(i) && items.get(i).document().id().equals(documentId));
        }
        return found;
    }

    /** Passages of these documents, and those that name the reference. */
    public BitSet about(Set<String> documentIds, Reference reference) {
        var found = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            StoredPassage item = items.get(i);
            if (gone.get(i)) {
                continue;
            }
            if (documentIds.contains(item.document().id())
                    || item.named().stream().anyMatch(reference::fits)) {
                found.set(i);
            }
        }
        return found;
    }
}
