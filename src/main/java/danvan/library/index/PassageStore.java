package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.library.query.Provinces;
import danvan.library.query.Reference;
import danvan.library.query.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The documents and passages of a {@link Snapshot}, looked up by what is known of them. */
public final class PassageStore {
    static final Query LETTERHEADS = term(PassageFields.LETTERHEAD, PassageFields.LETTERHEAD);

    private final IndexSearcher searcher;
    private final int version;

    /** @param version that wrote the index */
    PassageStore(IndexSearcher searcher, int version) {
        this.searcher = searcher;
        this.version = version;
    }

    /** Reads a document and a passage, to see whether they can be read. */
    void tryReading() throws IOException {
        for (var hit : searcher.search(term(PassageFields.KIND, PassageFields.DOCUMENTS), 1).scoreDocs) {
            StoredForm.held(stored(hit.doc, PassageFields.HELD));
            placed(hit.doc);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("reading documents of the search index", e);
    }

    int countPassages() {
        return count(new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST)
                .add(term(PassageFields.KIND, PassageFields.ASIDE), BooleanClause.Occur.MUST_NOT)
                .build());
    }

    int countDocuments() {
        return count(term(PassageFields.KIND, PassageFields.DOCUMENTS));
    }

    private int count(Query query) {
        try {
            return searcher.count(query);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Query withoutVectors(String model) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST)
                .add(term(PassageFields.EMBEDDED, model), BooleanClause.Occur.MUST_NOT)
                .add(term(PassageFields.KIND, PassageFields.ASIDE), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    /** How many passages have no vector of this model. */
    public int countWithoutVectors(String model) {
        return count(withoutVectors(model));
    }

    /** Some of the documents of which a passage has no vector of this model. */
    public List<HeldDocument> withoutVectors(String model, int most) {
        try {
            Set<String> keys = new LinkedHashSet<>();
            List<HeldDocument> held = new ArrayList<>();
            for (var hit : searcher.search(withoutVectors(model), most).scoreDocs) {
                Passage passage = placed(hit.doc).entry().passage();
                if (keys.add(HeldDocument.key(passage.documentId(), passage.language()))) {
                    held(passage.documentId(), passage.language()).ifPresent(held::add);
                }
            }
            return held;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** In the order of the index, which is the one they came in. */
    private void each(Query query, IntConsumer consumer) {
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                Bits live = leaf.reader().getLiveDocs();
                DocIdSetIterator docs = scorer.iterator();
                for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        consumer.accept(leaf.docBase + doc);
                    }
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query any(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query all(List<Query> queries) {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, BooleanClause.Occur.FILTER));
        return all.build();
    }

    private BytesRef stored(int doc, String field) {
        try {
            return searcher.storedFields().document(doc, Set.of(field)).getBinaryValue(field);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private List<HeldDocument> held(Query query) {
        List<Integer> found = new ArrayList<>();
        each(query, found::add);
        return found.stream()
                .map(doc -> StoredForm.held(stored(doc, PassageFields.HELD)))
                .toList();
    }

    /** "Điều 15", "Art. 15", "15. madde": the numbers. */
    public static Set<String> articlesIn(List<Word> words) {
        return PassageFields.articles(words);
    }

    /** All there are. */
    public List<HeldDocument> held() {
        return held(term(PassageFields.KIND, PassageFields.DOCUMENTS));
    }

    /** Those that the knowledge base's folder brought. */
    public List<HeldDocument> own() {
        return held(term(PassageFields.KIND, PassageFields.OWN));
    }

    /** Those that did not come by the knowledge base's folder. */
    public List<HeldDocument> imported() {
        return held(term(PassageFields.KIND, PassageFields.IMPORTED));
    }

    public Optional<HeldDocument> held(String id, String language) {
        return held(term(PassageFields.OPENER, HeldDocument.key(id, language))).stream()
                .findFirst();
    }

    public Optional<Document> document(String id, String language) {
        return held(id, language).map(HeldDocument::current);
    }

    /** A document in every language it is held in. */
    public List<Document> documents(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return current(held(any(
                        PassageFields.NAMED,
                        ids.stream().map(PassageFields::named).toList())))
                .stream()
                .filter(document -> ids.contains(document.id()))
                .toList();
    }

    private static List<Document> current(List<HeldDocument> held) {
        return held.stream().map(HeldDocument::current).toList();
    }

    /** Those that have this id, or bear this number as printed. */
    public List<HeldDocument> named(String idOrNumber) {
        return held(term(PassageFields.NAMED, PassageFields.named(PassageFields.bare(idOrNumber))));
    }

    /** Those that say something of one of this id or number. */
    public List<Document> touching(Document document) {
        return current(held(any(PassageFields.TOUCHES, names(document))));
    }

    /** Those that say they replace one of this id or number. */
    public List<Document> replacing(Document document) {
        return current(held(any(PassageFields.REPLACES, names(document))));
    }

    private static List<String> names(Document document) {
        List<String> names = new ArrayList<>(List.of(PassageFields.named(document.id())));
        document.number().map(PassageFields::named).ifPresent(names::add);
        return names;
    }

    /** Those in whose name all these words stand. */
    public List<Document> titled(String language, Set<String> forms) {
        List<Query> queries = new ArrayList<>();
        forms.forEach(form -> queries.add(term(PassageFields.TITLE_FORM, language + ':' + form)));
        return queries.isEmpty() ? List.of() : current(held(all(queries)));
    }

    /** Ids of the documents that bear this number themselves. */
    public Set<String> bearers(Reference reference) {
        Set<String> ids = new LinkedHashSet<>();
        List<BytesRef> terms = terms(PassageFields.NUMBER, reference);
        if (!terms.isEmpty()) {
            current(held(new TermInSetQuery(PassageFields.NUMBER, terms))).forEach(document -> ids.add(document.id()));
        }
        return ids;
    }

    /** The terms of a field that may mean this reference. */
    private List<BytesRef> terms(String field, Reference reference) {
        List<BytesRef> found = new ArrayList<>();
        try {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
            if (terms == null) {
                return found;
            }
            for (String kind : reference.kinds()) {
                BytesRef prefix = new BytesRef(PassageFields.prefix(kind, reference.number()));
                TermsEnum each = terms.iterator();
                boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
                while (more && org.apache.lucene.util.StringHelper.startsWith(each.term(), prefix)) {
                    if (reference.fits(PassageFields.reference(each.term().utf8ToString()))) {
                        found.add(BytesRef.deepCopyOf(each.term()));
                    }
                    more = each.next() != null;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return found;
    }

    /** Passages of these documents, and those that name the reference. */
    public PassageFilter about(Set<String> documentIds, Reference reference) {
        List<Query> queries = new ArrayList<>();
        if (!documentIds.isEmpty()) {
            queries.add(any(PassageFields.DOCUMENT, documentIds));
        }
        List<BytesRef> terms = terms(PassageFields.REFERENCE, reference);
        if (!terms.isEmpty()) {
            queries.add(new TermInSetQuery(PassageFields.REFERENCE, terms));
        }
        return PassageFilter.anyOf(queries);
    }

    /** Passages of a document. */
    public PassageFilter of(String documentId) {
        return new PassageFilter(term(PassageFields.DOCUMENT, documentId));
    }

    /** Whether no passage is among these. */
    public boolean isEmpty(PassageFilter filter) {
        if (filter == PassageFilter.NONE) {
            return true;
        }
        try {
            return searcher.search(filter.query(), 1).scoreDocs.length == 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Another province's document of the same number is not the one asked for; what it says of this province stays.
     *
     * @param bearers ids of documents that bear the number; those of other provinces are taken out
     * @param among passages of theirs, and those that name the number
     * @return what is left of these
     */
    public PassageFilter withoutOtherProvinces(String province, Set<String> bearers, PassageFilter among) {
        Set<String> others = new LinkedHashSet<>();
        for (Document document : documents(bearers)) {
            List<String> own = Provinces.in(Word.of(document.issuer()));
            if (!own.isEmpty() && own.stream().noneMatch(each -> Provinces.areOne(each, province))) {
                others.add(HeldDocument.key(document.id(), document.language()));
                bearers.remove(document.id());
            }
        }
        if (others.isEmpty()) {
            return among;
        }
        Query silent = PassageFilter.without(any(PassageFields.KEY, others), term(PassageFields.PROVINCE, province))
                .query();
        return PassageFilter.without(among.query(), silent);
    }

    StoredPassage passage(int doc, Function<String, Document> documents) {
        Placed placed = placed(doc);
        Passage passage = placed.entry().passage();
        return new StoredPassage(
                documents.apply(HeldDocument.key(passage.documentId(), passage.language())),
                passage,
                placed.entry().also(),
                placed.entry().chapter(),
                placed.place(),
                PassageFields.articles(Word.of(passage.article().orElse(""))));
    }

    List<Integer> docs(Query query) {
        List<Integer> found = new ArrayList<>();
        each(query, found::add);
        return found;
    }

    record Placed(int place, DocumentContent.Entry entry) {}

    private List<DocumentContent.Entry> entries(Query query) {
        return docs(query).stream()
                .map(this::placed)
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::entry)
                .toList();
    }

    /** Whether a passage stands there, and not a document laid aside. */
    boolean isPassage(int doc) {
        try {
            return searcher.storedFields()
                            .document(doc, Set.of(PassageFields.PLACE))
                            .getField(PassageFields.PLACE)
                    != null;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Placed placed(int doc) {
        try {
            var fields = searcher.storedFields().document(doc, Set.of(PassageFields.STORED, PassageFields.PLACE));
            return new Placed(
                    fields.getField(PassageFields.PLACE).numericValue().intValue(),
                    StoredForm.entry(fields.getBinaryValue(PassageFields.STORED), version));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The passages of a document in the order they are written. */
    public List<DocumentContent.Entry> entries(String id, String language) {
        return entries(term(PassageFields.KEY, HeldDocument.key(id, language)));
    }

    public Optional<Passage> passage(String id, String passageId, String language) {
        return first(term(PassageFields.PASSAGE, HeldDocument.key(id, language) + '/' + passageId));
    }

    /** By its {@link Passage#key()}. */
    public Optional<Passage> passage(String key, String language) {
        return first(term(PassageFields.SHORT_KEY, key + ':' + language));
    }

    private Optional<Passage> first(Query query) {
        return entries(query).stream().map(DocumentContent.Entry::passage).findFirst();
    }

    /** The passages of a document, in any language, that are cited by one of these articles. */
    public List<Passage> cited(String documentId, Set<String> articles) {
        return entries(all(List.of(term(PassageFields.DOCUMENT, documentId), any(PassageFields.ARTICLE, articles))))
                .stream()
                .map(DocumentContent.Entry::passage)
                .toList();
    }

    /** What is laid aside, of the knowledge base's own. */
    public List<HeldDocument> aside() {
        return docs(term(PassageFields.KIND, PassageFields.ASIDE)).stream()
                .map(doc -> StoredForm.aside(stored(doc, PassageFields.STORED), version)
                        .held())
                .toList();
    }

    Optional<StoredForm.Aside> aside(String id, String language) {
        return docs(term(PassageFields.ASIDE, HeldDocument.key(id, language))).stream()
                .findFirst()
                .map(doc -> StoredForm.aside(stored(doc, PassageFields.STORED), version));
    }
}
