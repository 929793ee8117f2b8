package danvan.library.answer;

import danvan.library.Document;
import danvan.library.Passage;
import danvan.library.index.PassageStore;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question that is nothing but a place in a document: {@code dieu 15 khoan 2 luat dccs}, "Article 9 of Decree 61". Its
 * words stand in no passage, so it is looked up, not searched for.
 *
 * @param articles the articles' numbers
 * @param clauses the clauses' numbers; empty where none is named
 * @param rest the other telling words, in the form they are compared in
 */
record ArticleReference(String language, Set<String> articles, Set<String> clauses, Set<String> rest) {
    private static final Set<String> CLAUSE = Set.of("khoan", "clause", "paragraph", "fikra", "fikrasi");
    private static final Set<String> PLACES = Set.of(
            "dieu",
            "khoan",
            "diem",
            "muc",
            "chuong",
            "noi",
            "quy",
            "dinh",
            "dung",
            "article",
            "art",
            "clause",
            "paragraph",
            "point",
            "madde",
            "maddesi",
            "fikra",
            "fikrasi",
            "bent",
            "say",
            "says");

    /** What was found at the place; or that the document is held and has no such place. */
    record Place(List<Cited> passages) {}

    record Cited(Passage passage, Document document) {}

    static Optional<ArticleReference> in(ParsedQuery reading) {
        List<Word> typed = reading.terms().stream().map(QueryTerm::typed).toList();
        Set<String> articles = PassageStore.articlesIn(typed);
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        Set<String> rest = new LinkedHashSet<>();
        for (QueryTerm term : reading.terms()) {
            boolean tells = term.importance() == 1
                    && !term.typed().hasDigit()
                    && term.forms().stream().noneMatch(form -> PLACES.contains(form.folded()));
            if (tells) {
                rest.add(form(reading.language(), term.forms().get(0).folded()));
            }
        }
        return Optional.of(new ArticleReference(reading.language(), articles, numbers(typed), rest));
    }

    /**
     * The place in the one document that is meant.
     *
     * @param bearers the documents whose number is named, or none
     * @return empty when no one document is meant, or more is asked than a place
     */
    Optional<Place> among(PassageStore store, Set<String> bearers) {
        List<Document> documents = bearers.isEmpty()
                ? store.titled(language, rest).stream().filter(this::isNamed).toList()
                : store.documents(bearers).stream().filter(this::tellsNoMore).toList();
        Set<String> meant = new LinkedHashSet<>();
        documents.forEach(document -> meant.add(document.id()));
        if (meant.size() != 1) {
            return Optional.empty();
        }
        String one = meant.iterator().next();
        List<Passage> all = store.cited(one, articles);
        List<Passage> own = in(language, all).isEmpty() ? in("vi", all) : in(language, all);
        List<Passage> exact = own.stream().filter(this::isOfClause).toList();
        List<Passage> first = new ArrayList<>(exact);
        own.stream().filter(passage -> !exact.contains(passage)).forEach(first::add);
        return Optional.of(new Place(first.stream()
                .map(passage -> new Cited(
                        passage, store.document(one, passage.language()).orElseThrow()))
                .toList()));
    }

    private static List<Passage> in(String language, List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.language().equals(language))
                .toList();
    }

    private boolean isOfClause(Passage passage) {
        Set<String> own = numbers(Word.of(passage.article().orElse("")));
        return own.stream().anyMatch(clauses::contains)
                || clauses.stream()
                        .anyMatch(clause -> passage.text().lines().anyMatch(line -> line.startsWith(clause + ". ")));
    }

    /** Named as what it is ("luật") and by words of its title only. */
    private boolean isNamed(Document document) {
        return !rest.isEmpty()
                && rest.containsAll(forms(document.language(), document.kind()))
                && tellsNoMore(document);
    }

    private boolean tellsNoMore(Document document) {
        if (rest.isEmpty()) {
            return true;
        }
        return document.language().equals(language)
                && forms(
                                language,
                                String.join(
                                        " ",
                                        document.kind(),
                                        document.title(),
                                        document.shortName(),
                                        document.issuer(),
                                        document.number().orElse("")))
                        .containsAll(rest);
    }

    private static Set<String> forms(String language, String text) {
        Set<String> forms = new LinkedHashSet<>();
        Word.of(text).forEach(word -> forms.add(form(language, word.folded())));
        return forms;
    }

    private static String form(String language, String folded) {
        return WordOverlap.form(language, folded, folded, false);
    }

    /** The numbers behind or before a word for a clause. */
    private static Set<String> numbers(List<Word> words) {
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            if (CLAUSE.contains(words.get(i - 1).folded()) && words.get(i).hasDigit()) {
                numbers.add(words.get(i).folded());
            } else if (CLAUSE.contains(words.get(i).folded())
                    && words.get(i - 1).hasDigit()) {
                numbers.add(words.get(i - 1).folded());
            }
        }
        return numbers;
    }
}
