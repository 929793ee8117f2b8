package danvan.library.index;

import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.WordForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/** A reading of a question made into one Lucene query over all views, with the score a perfect text would get. */
final class MultiFieldQuery {
    /** Lucene refuses a query beyond 1,024; a question that long has said enough. */
    private static final int MOST_CLAUSES = 900;
    /** A text is chosen by these; marks, title and runs of letters tell those chosen apart. */
    private static final Set<String> CHOOSING = Set.of(Fields.WORDS, Fields.PAIRS, Fields.BEGINNINGS);

    private static final int FEWEST_CHOOSING = 3;

    private final IndexReader reader;
    private final TermCache terms;
    private final Dictionaries dictionaries;
    private final String language;
    private final double least;
    private final double document;
    private final double chapter;
    private final List<Clause> query = new ArrayList<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, Double> sentenceGrams = new LinkedHashMap<>();
    /** Words and pairs of words, for a first choice. */
    private final List<Choosing> choosing = new ArrayList<>();

    private double attainable;
    private int clauses;
    private long cost;

    /** @param cost how many entries of the index are read for it */
    private record Choosing(Clause clause, long cost) {}

    /**
     * A term with its weight.
     *
     * @param constant whether it counts that it stands there, and neither how often nor in how long a text
     */
    record Weighed(Term term, float boost, boolean constant) {}

    /** The best of these counts. */
    record Clause(List<Weighed> alternatives) {}

    private MultiFieldQuery(
            IndexReader reader, TermCache terms, Dictionaries dictionaries, String language, ScoringProfile profile) {
        this.dictionaries = dictionaries;
        this.least = profile.least();
        this.document = profile.document();
        this.chapter = profile.chapter();
        this.reader = reader;
        this.terms = terms;
        this.language = language;
    }

    static MultiFieldQuery of(
            ParsedQuery reading,
            ScoringProfile recipe,
            IndexReader reader,
            TermCache terms,
            Dictionaries dictionaries) {
        var query = new MultiFieldQuery(reader, terms, dictionaries, reading.language(), recipe);
        double exact = reading.marked() ? recipe.exact() : recipe.exactBare();
        try {
            for (QueryTerm term : reading.terms()) {
                double importance = term.importance() < 1 ? recipe.functionWords() : 1;
                query.add(Fields.WORDS, recipe.words() * importance, alternatives(term, QueryTerm.Form::folded));
                query.add(
                        Fields.EXACT,
                        exact * importance,
                        alternatives(term, form -> Fields.exact(form.exact(), form.folded())));
                query.add(Fields.TITLE, recipe.title() * importance, alternatives(term, QueryTerm.Form::folded));
                query.add(
                        Fields.BEGINNINGS,
                        recipe.beginnings() * importance,
                        alternatives(term, form -> WordForms.beginning(form.folded())));
            }
            query.addPairs(reading.terms(), recipe);
            query.addGrams(reading.terms(), recipe);
        } catch (IOException e) {
            throw new UncheckedIOException("looking up how rare the question's words are", e);
        }
        return query;
    }

    private void addPairs(List<QueryTerm> terms, ScoringProfile recipe) throws IOException {
        for (int i = 1; i < terms.size() && recipe.pairs() > 0; i++) {
            QueryTerm first = terms.get(i - 1);
            QueryTerm second = terms.get(i);
            Map<String, Double> pairs = new LinkedHashMap<>();
            for (QueryTerm.Form a : first.forms()) {
                for (QueryTerm.Form b : second.forms()) {
                    pairs.merge(WordForms.pair(a.folded(), b.folded()), a.weight() * b.weight(), Math::max);
                }
            }
            double lesser = Math.min(first.importance(), second.importance());
            add(Fields.PAIRS, recipe.pairs() * (lesser < 1 ? recipe.functionWords() : 1), pairs);
        }
    }

    private void addGrams(List<QueryTerm> terms, ScoringProfile recipe) throws IOException {
        if (recipe.grams() == 0) {
            return;
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        List<String> likeliest =
                terms.stream().map(term -> term.forms().get(0).folded()).toList();
        List<String> grams = WordForms.grams(likeliest);
        double[] importance = importanceOfLetters(terms, likeliest, recipe);
        for (int i = 0; i < grams.size(); i++) {
            double most = 0;
            for (int letter = i; letter < i + grams.get(i).length(); letter++) {
                most = Math.max(most, importance[letter]);
            }
            weights.merge(grams.get(i), most, Double::sum);
        }
        for (var gram : weights.entrySet()) {
            if (recipe.sentence() > 0) {
                var term = new Term(Fields.field(language, Fields.GRAMS), gram.getKey());
                double rarity = rarity(term.field(), this.terms.holders(term, dictionaries));
                sentenceGrams.put(gram.getKey(), recipe.sentence() * gram.getValue() * rarity);
            }
            add(Fields.GRAMS, recipe.grams() * gram.getValue(), Map.of(gram.getKey(), 1.0));
        }
    }

    /** For each letter of the text that the runs are cut from; the marks between words count nothing. */
    private static double[] importanceOfLetters(List<QueryTerm> terms, List<String> words, ScoringProfile recipe) {
        double[] importance = new double[words.stream().mapToInt(String::length).sum() + words.size() + 1];
        int at = 1;
        for (int i = 0; i < words.size(); i++) {
            double weight = terms.get(i).importance() < 1 ? recipe.functionWords() : 1;
            Arrays.fill(importance, at, at + words.get(i).length(), weight);
            at += words.get(i).length() + 1;
        }
        return importance;
    }

    private static Map<String, Double> alternatives(QueryTerm term, Function<QueryTerm.Form, String> form) {
        Map<String, Double> alternatives = new LinkedHashMap<>();
        term.forms().forEach(f -> alternatives.merge(form.apply(f), f.weight(), Math::max));
        return alternatives;
    }

    /** The best of the alternatives counts. */
    private void add(String view, double weight, Map<String, Double> alternatives) throws IOException {
        if (weight == 0 || clauses + alternatives.size() > MOST_CLAUSES) {
            return;
        }
        String field = Fields.field(language, view);
        List<Weighed> weighed = new ArrayList<>();
        double best = 0;
        long before = cost;
        for (var each : alternatives.entrySet()) {
            var term = new Term(field, each.getKey());
            double boost = weight * each.getValue();
            int holders = terms.holders(term, dictionaries);
            best = Math.max(best, boost * rarity(field, holders));
            if (holders > 0 && boost * rarity(field, holders) >= least) {
                weighed.add(new Weighed(term, (float) boost, false));
                cost += holders;
            }
        }
        if (Fields.isNamedBy(language, view)) {
            addAround(weighed, Fields.DOCUMENT, Fields.DOCUMENTS, weight * document, alternatives);
            addAround(weighed, Fields.CHAPTER, Fields.CHAPTER, weight * chapter, alternatives);
        }
        attainable += best;
        clauses += weighed.size();
        if (!weighed.isEmpty()) {
            var clause = new Clause(weighed);
            query.add(clause);
            if (CHOOSING.contains(view)) {
                choosing.add(new Choosing(clause, cost - before));
            }
        }
    }

    /** By the name of its document or chapter: whether a word stands in it counts, and not how often. */
    private void addAround(
            List<Weighed> weighed, String view, String counted, double weight, Map<String, Double> alternatives)
            throws IOException {
        for (var each : alternatives.entrySet()) {
            String countedIn = Fields.field(language, counted);
            int holders = terms.holders(new Term(countedIn, each.getKey()), dictionaries);
            double score = holders == 0 ? 0 : weight * each.getValue() * rarity(countedIn, holders);
            if (score >= least) {
                var term = new Term(Fields.field(language, view), each.getKey());
                weighed.add(new Weighed(term, (float) score, true));
                cost += terms.holders(term, dictionaries);
            }
        }
    }

    /** BM25's own. */
    private double rarity(String field, int holders) throws IOException {
        Integer size = sizes.get(field);
        if (size == null) {
            size = reader.getDocCount(field);
            sizes.put(field, size);
        }
        return Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
    }

    boolean isEmpty() {
        return clauses == 0;
    }

    List<Clause> clauses() {
        return query;
    }

    BooleanQuery query() {
        return query(query);
    }

    private BooleanQuery query(List<Clause> some) {
        var all = new BooleanQuery.Builder();
        some.forEach(clause -> all.add(query(clause), BooleanClause.Occur.SHOULD));
        return all.build();
    }

    private Query query(Clause clause) {
        List<Query> queries = clause.alternatives().stream().map(this::query).toList();
        return queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, 0f);
    }

    private Query query(Weighed weighed) {
        Query term = terms.query(weighed.term(), dictionaries);
        return new BoostQuery(weighed.constant() ? new ConstantScoreQuery(term) : term, weighed.boost());
    }

    /**
     * By the rarest words and pairs of words alone, if any counts; for a first choice among many texts.
     *
     * @param most entries of the index, about, that may be read; a few words are always taken
     */
    Optional<Query> choosing(long most) {
        choosing.sort(Comparator.comparingLong(Choosing::cost));
        List<Clause> taken = new ArrayList<>();
        long read = 0;
        for (Choosing each : choosing) {
            read += each.cost();
            if (taken.size() >= FEWEST_CHOOSING && read > most) {
                break;
            }
            taken.add(each.clause());
        }
        return taken.isEmpty() ? Optional.empty() : Optional.of(query(taken));
    }

    /** How many entries of the index are read where every text is scored. */
    long cost() {
        return cost;
    }

    /** What each run of letters counts in the best sentence; empty when sentences count nothing. */
    Map<String, Double> sentenceGrams() {
        return sentenceGrams;
    }

    double attainable() {
        return attainable;
    }
}
