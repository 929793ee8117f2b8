package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.library.query.AnalyzedText;
import danvan.library.query.Provinces;
import danvan.library.query.Reference;
import danvan.library.query.ReferenceParser;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/**
 * What stands in the index beside the searched text: each passage is a Lucene document, and the first one of a document
 * holds what is known of it.
 */
final class PassageFields {
    /** Document and language; of each of its passages. */
    static final String KEY = "key";
    /** The same, of the first passage only. */
    static final String OPENER = "opener";

    static final String DOCUMENT = "document";
    static final String PASSAGE = "passage";
    /** {@link Passage#key()} and language. */
    static final String SHORT_KEY = "short-key";

    static final String REFERENCE = "reference";
    static final String ARTICLE = "article";
    static final String PROVINCE = "province";
    /** Numbers a document bears itself. */
    static final String NUMBER = "number";
    /** Its id and its number as printed, small. */
    static final String NAMED = "named";

    static final String REPLACES = "replaces";
    /** Of what it says something; see {@link HeldDocument#touches}. */
    static final String TOUCHES = "touches";

    /** Of passages that hold nothing but a letterhead and bases. */
    static final String LETTERHEAD = "letterhead";

    /** The model that its vector is of. */
    static final String EMBEDDED = "embedded";

    static final String IMPORTED = "imported";
    static final String TITLE_FORM = "title-form";
    /** {@link #DOCUMENTS}, and {@link #OWN} for what the knowledge base's folder brought. */
    static final String KIND = "kind";

    static final String DOCUMENTS = "document";
    static final String OWN = "own";
    static final String STORED = "stored";
    static final String PLACE = "place";
    static final String HELD = "held";
    /** A document whose place another one has taken, laid aside whole. */
    static final String ASIDE = "aside";

    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setTokenized(true);
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    private static final Set<String> ARTICLES = Set.of("dieu", "article", "art", "madde", "maddesi");

    private PassageFields() {}

    static org.apache.lucene.document.Document of(
            HeldDocument held, DocumentContent.Entry entry, int place, AnalyzedText analyzed, ScoringProfile profile) {
        Passage passage = entry.passage();
        var fields = new org.apache.lucene.document.Document();
        exact(fields, KEY, held.key());
        exact(fields, DOCUMENT, held.current().id());
        exact(fields, PASSAGE, held.key() + '/' + passage.id());
        exact(fields, SHORT_KEY, passage.key() + ':' + passage.language());
        String text = passage.heading() + ".\n" + passage.text() + ".\n" + entry.also();
        List<Word> words = Word.of(text);
        ReferenceParser.in(text, words)
                .forEach(reference -> terms(reference).forEach(term -> exact(fields, REFERENCE, term)));
        articles(Word.of(passage.article().orElse(""))).forEach(article -> exact(fields, ARTICLE, article));
        int from = passage.heading().length();
        int end = from + ".\n".length() + passage.text().length();
        new LinkedHashSet<>(Provinces.in(words.stream()
                        .filter(word -> word.start() >= from && word.end() <= end)
                        .toList()))
                .forEach(name -> exact(fields, PROVINCE, name));
        fields.add(new StoredField(STORED, StoredForm.of(entry)));
        fields.add(new StoredField(PLACE, place));
        if (place == 0) {
            open(fields, held);
        }
        if (isLetterhead(held.current(), passage)) {
            exact(fields, LETTERHEAD, LETTERHEAD);
        }
        Map<String, List<String>> views = Fields.terms(analyzed, profile);
        if (place == 0 && views.containsKey(Fields.DOCUMENT)) {
            views.put(Fields.DOCUMENTS, views.get(Fields.DOCUMENT));
        }
        views.forEach((view, terms) -> {
            if (!terms.isEmpty()) {
                count(fields, Fields.field(analyzed.language(), view), terms);
            }
        });
        // A passage of another language is written down as an empty text: where all have a length, it is looked up at
        // once,
        // and where some have none, looking it up is a third of the work of writing an index.
        for (String language : Fields.LANGUAGES) {
            for (String view : Fields.VIEWS) {
                if (!language.equals(analyzed.language())
                        || views.getOrDefault(view, List.of()).isEmpty()) {
                    count(fields, Fields.field(language, view), List.of());
                }
            }
        }
        return fields;
    }

    private static void count(org.apache.lucene.document.Document fields, String field, List<String> terms) {
        fields.add(new Field(field, new PresetTokenStream(terms), COUNTED));
    }

    private static boolean isLetterhead(Document document, Passage passage) {
        return !document.isSummary()
                && passage.heading().equals(document.title())
                && Letterhead.isAll(document.title(), passage.text());
    }

    private static void open(org.apache.lucene.document.Document fields, HeldDocument held) {
        Document document = held.current();
        exact(fields, OPENER, held.key());
        exact(fields, KIND, DOCUMENTS);
        exact(fields, KIND, held.own() ? OWN : IMPORTED);
        held.touches().forEach(name -> exact(fields, TOUCHES, named(bare(name))));
        exact(fields, NAMED, named(document.id()));
        document.number().ifPresent(number -> exact(fields, NAMED, named(number)));
        document.replaces().forEach(name -> exact(fields, REPLACES, named(bare(name))));
        ownNumbers(document).forEach(reference -> terms(reference).forEach(term -> exact(fields, NUMBER, term)));
        titleForms(document).forEach(form -> exact(fields, TITLE_FORM, document.language() + ':' + form));
        fields.add(new StoredField(HELD, StoredForm.of(held)));
    }

    private static void exact(org.apache.lucene.document.Document fields, String field, String value) {
        fields.add(new StringField(field, value, Field.Store.NO));
    }

    /** A name without the date that may stand behind it in brackets. */
    static String bare(String name) {
        int bracket = name.indexOf('(');
        return (bracket < 0 ? name : name.substring(0, bracket)).strip();
    }

    static String named(String idOrNumber) {
        return idOrNumber.toLowerCase(Locale.ROOT);
    }

    /** A reference in a term for each kind it may be of; {@link #reference} reads it back. */
    static List<String> terms(Reference reference) {
        return reference.kinds().stream()
                .map(kind -> prefix(kind, reference.number()) + reference.year() + '|' + reference.organ())
                .toList();
    }

    static String prefix(String kind, int number) {
        return kind + '|' + number + '|';
    }

    static Reference reference(String term) {
        String[] parts = term.split("\\|", -1);
        return new Reference(Set.of(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3], 0, 1);
    }

    private static List<Reference> ownNumbers(Document document) {
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

    /** The words a document is called by, in the form they are compared in. */
    static Set<String> titleForms(Document document) {
        return forms(
                document.language(),
                String.join(
                        " ",
                        document.kind(),
                        document.title(),
                        document.shortName(),
                        document.issuer(),
                        document.number().orElse("")));
    }

    static Set<String> forms(String language, String text) {
        Set<String> forms = new LinkedHashSet<>();
        Word.of(text).forEach(word -> forms.add(WordOverlap.form(language, word.folded(), word.folded(), false)));
        return forms;
    }

    /** "Điều 15", "Art. 15", "15. madde": the numbers. */
    static Set<String> articles(List<Word> words) {
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).folded();
            String second = words.get(i).folded();
            if (ARTICLES.contains(first) && words.get(i).hasDigit()) {
                numbers.add(second);
            } else if (ARTICLES.contains(second) && words.get(i - 1).hasDigit()) {
                numbers.add(first);
            }
        }
        return numbers;
    }
}
