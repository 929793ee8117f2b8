package danvan.library.confidence;

import danvan.library.query.AnalyzedText;
import danvan.library.query.AskedKind;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import danvan.library.query.WordOverlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The words of a question that tell something, each with how much it tells, to be looked for in texts. */
final class SalientTerms {
    private final ParsedQuery reading;
    private final List<QueryTerm> terms;
    private final double[] rarities;
    private final Map<String, List<Sought>> byForm = new HashMap<>();
    /** Beginnings of neighbouring words, and how often the question has them. */
    private final Map<String, Integer> pairs = new HashMap<>();

    private final Set<String> firsts = new HashSet<>();
    private final AskedKind kind;
    /** What the question asked for before it was put in other words. */
    private final AskedKind typed;

    private int pairsInAll;

    private record Sought(int term, double trust) {}

    /**
     * @param typed the question as it was typed, where the reading puts it in other words
     * @param rarity of a folded word, from 0 to 1
     */
    SalientTerms(ParsedQuery reading, ParsedQuery typed, ToDoubleFunction<String> rarity) {
        this.reading = reading;
        this.typed = AskedKind.of(typed.terms());
        kind = AskedKind.of(reading.terms());
        terms = reading.terms().stream().filter(term -> term.importance() == 1).toList();
        rarities = terms.stream()
                .mapToDouble(term -> rarity.applyAsDouble(term.forms().get(0).folded()))
                .toArray();
        for (int i = 0; i < terms.size(); i++) {
            for (QueryTerm.Form form : terms.get(i).forms()) {
                byForm.computeIfAbsent(form(form.exact(), form.folded()), f -> new ArrayList<>(1))
                        .add(new Sought(i, terms.get(i).trust(form)));
            }
        }
        List<String> beginnings = reading.terms().stream()
                .map(term -> WordForms.beginning(term.forms().get(0).folded()))
                .toList();
        for (int i = 1; i < beginnings.size(); i++) {
            firsts.add(beginnings.get(i - 1));
            pairs.merge(WordForms.pair(beginnings.get(i - 1), beginnings.get(i)), 1, Integer::sum);
            pairsInAll++;
        }
    }

    private String form(String exact, String folded) {
        return WordOverlap.form(reading.language(), exact, folded, reading.marked());
    }

    int size() {
        return terms.size();
    }

    double rarity(int term) {
        return rarities[term];
    }

    /** What is named or numbered cannot be said otherwise. */
    boolean isNameOrNumber(int term) {
        return terms.get(term).typed().name() || terms.get(term).typed().hasDigit();
    }

    /** What a text holds of them. */
    final class Held {
        private final double[] words = new double[terms.size()];
        private final double[] inTitle = new double[terms.size()];
        private double inOneSentence;
        private double inOneThatCanAnswer;
        private boolean mayAnswer = !typed.isASum() && !typed.day();
        private final double neighbours;

        private Held(AnalyzedText text) {
            mark(text.title(), inTitle);
            mark(text.document(), inTitle);
            mark(text.chapter(), inTitle);
            System.arraycopy(inTitle, 0, words, 0, words.length);
            sentences(text.body());
            neighbours = pairsInAll == 0 ? share(words) : (double) pairsIn(text) / pairsInAll;
        }

        private void sentences(List<Word> body) {
            int from = 0;
            double before = 0;
            for (int i = 1; i <= body.size(); i++) {
                if (i == body.size() || body.get(i).opens()) {
                    List<Word> words = body.subList(from, i);
                    boolean can = kind.isIn(words);
                    mayAnswer = mayAnswer || typed.isIn(words);
                    // "… is paid as follows:" is answered by the next line.
                    inOneThatCanAnswer = can ? Math.max(inOneThatCanAnswer, before) : inOneThatCanAnswer;
                    before = 0;
                    double[] sentence = inTitle.clone();
                    if (mark(words, sentence)) {
                        before = share(sentence);
                        inOneSentence = Math.max(inOneSentence, before);
                        inOneThatCanAnswer = can ? Math.max(inOneThatCanAnswer, before) : inOneThatCanAnswer;
                        for (int term = 0; term < terms.size(); term++) {
                            this.words[term] = Math.max(this.words[term], sentence[term]);
                        }
                    }
                    from = i;
                }
            }
            inOneSentence = Math.max(inOneSentence, share(inTitle));
        }

        /** 0 when the text does not hold the word in any form, 1 when as it was typed. */
        double word(int term) {
            return words[term];
        }

        double inOneSentence() {
            return inOneSentence;
        }

        /** The same for sentences that hold what kind of thing is asked for, or stand before one that does. */
        double inOneThatCanAnswer() {
            return inOneThatCanAnswer;
        }

        /** False where it cannot answer: a sum or a day is asked for, and it holds none. */
        boolean mayAnswer() {
            return mayAnswer;
        }

        /** The share of the telling words that it holds anywhere. */
        double held() {
            return share(words);
        }

        double neighbours() {
            return neighbours;
        }
    }

    Held in(AnalyzedText text) {
        return new Held(text);
    }

    private boolean mark(List<Word> words, double[] held) {
        boolean any = false;
        for (Word word : words) {
            for (Sought sought : byForm.getOrDefault(form(word.exact(), word.folded()), List.of())) {
                held[sought.term] = Math.max(held[sought.term], sought.trust);
                any = true;
            }
        }
        return any;
    }

    private double share(double[] held) {
        double all = 0;
        double some = 0;
        for (int i = 0; i < held.length; i++) {
            all += rarities[i];
            some += rarities[i] * held[i];
        }
        return all == 0 ? 0 : some / all;
    }

    private int pairsIn(AnalyzedText text) {
        Set<String> found = new HashSet<>();
        for (List<Word> words : List.of(text.all(), text.document(), text.chapter())) {
            String before = "";
            for (Word word : words) {
                String beginning = WordForms.beginning(word.folded());
                if (firsts.contains(before)) {
                    found.add(WordForms.pair(before, beginning));
                }
                before = beginning;
            }
        }
        return found.stream().mapToInt(pair -> pairs.getOrDefault(pair, 0)).sum();
    }
}
