package danvan.ask;

import danvan.library.Document;
import danvan.library.Hit;
import danvan.library.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the answer to a question of a {@link QuestionSheet} stands: in a file that was imported, in an article, with words
 * that must be shown.
 *
 * @param file name of the file; empty where any document will do
 * @param articles one of these; empty where none is named
 * @param clauses of the article; one must be shown
 * @param facts all must stand in the passage
 */
record ExpectedPlace(String file, Set<String> articles, Set<String> clauses, List<Fact> facts) {
    private static final Pattern ARTICLE =
            Pattern.compile("(?iu)(?:điều|article|madde)\\s+(\\d{1,4}[a-zđ]?+(?:/\\d{1,4}[a-zđ]?+)*+)");
    private static final Pattern CLAUSE = Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:k|khoản\\s+)(\\d{1,3})");
    private static final Pattern FACT = Pattern.compile(":\\s");

    /** How much of a passage is right. */
    enum Judgement {
        RIGHT,
        /** The passage is right, and what answers is not shown of it. */
        CUT,
        WRONG
    }

    /**
     * From the cells of a row.
     *
     * @param place "Điều 30 k2: 03 tháng": an article or several between slashes, a clause, and behind a colon what is said
     */
    static ExpectedPlace of(String file, String place, List<Fact> facts) {
        Matcher colon = FACT.matcher(place);
        boolean says = colon.find();
        String where = says ? place.substring(0, colon.start()) : place;
        List<Fact> all = new ArrayList<>(facts);
        if (says) {
            all.addAll(Fact.of(place.substring(colon.end())));
        }
        Set<String> articles = new LinkedHashSet<>();
        for (Matcher found = ARTICLE.matcher(where); found.find(); ) {
            articles.addAll(List.of(found.group(1).split("/", -1)));
        }
        Set<String> clauses = new LinkedHashSet<>();
        for (Matcher found = CLAUSE.matcher(where); found.find(); ) {
            clauses.add(found.group(1));
        }
        return new ExpectedPlace(file, articles, clauses, all);
    }

    boolean isKnown() {
        return !file.isEmpty();
    }

    /** Whether this is the passage, whatever is shown of it. */
    boolean isIn(Hit hit) {
        Passage passage = hit.passage();
        return isFile(hit.document())
                && (articles.isEmpty() ? states(passage.heading() + "\n" + passage.text()) : isArticle(passage));
    }

    /** @param shown the reply */
    Judgement of(Hit hit, String shown) {
        if (!isIn(hit)) {
            return Judgement.WRONG;
        }
        return showsClause(hit.passage(), shown) || (!facts.isEmpty() && states(shown))
                ? Judgement.RIGHT
                : Judgement.CUT;
    }

    private boolean isFile(Document document) {
        return document.sources().contains(file);
    }

    private boolean isArticle(Passage passage) {
        String cited = passage.article().orElse("") + "\n" + passage.heading();
        for (Matcher found = ARTICLE.matcher(cited); found.find(); ) {
            if (articles.contains(found.group(1))) {
                return true;
            }
        }
        return false;
    }

    private boolean states(String text) {
        return facts.stream().allMatch(fact -> fact.isIn(text));
    }

    /** Where a clause is named and the passage holds it among others, its first words must be shown. */
    private boolean showsClause(Passage passage, String shown) {
        if (!facts.isEmpty()) {
            return states(shown);
        }
        return clauses.isEmpty()
                || passage.text()
                        .lines()
                        .filter(line -> clauses.stream().anyMatch(clause -> line.startsWith(clause + ". ")))
                        .allMatch(line -> shown.contains(line.substring(0, Math.min(40, line.length()))));
    }
}
