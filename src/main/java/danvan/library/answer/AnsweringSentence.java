package danvan.library.answer;

import danvan.library.Passage;
import danvan.library.Span;
import danvan.library.query.AskedKind;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence of a passage that answers a question: the one that holds most of its words and what kind of thing is asked. */
final class AnsweringSentence {
    /** What a sentence counts that does not hold what is asked for. */
    private static final double HOLDS_NONE = 0.5;
    /** Of the words, in the line before a list whose line answers. */
    private static final double LEADS_UP = 0.8;

    private final ParsedQuery reading;
    private final AskedKind kind;

    AnsweringSentence(ParsedQuery reading) {
        this.reading = reading;
        kind = AskedKind.of(reading.terms());
    }

    Optional<Span> in(Passage passage) {
        List<Word> words = Word.of(passage.text());
        Optional<Span> best = Optional.empty();
        double most = 0;
        double before = 0;
        int start = 0;
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i < words.size() && !words.get(i).opens()) {
                continue;
            }
            List<Word> sentence = words.subList(from, i);
            boolean can = kind.isIn(sentence);
            double own = held(sentence, passage.language());
            double score = can ? own : own * HOLDS_NONE;
            if (can && kind.number() && before * LEADS_UP > score) {
                score = before * LEADS_UP;
            } else {
                start = sentence.get(0).start();
            }
            if (score > most) {
                most = score;
                best = Optional.of(
                        new Span(start, sentence.get(sentence.size() - 1).end()));
            }
            before = can ? 0 : own;
            start = sentence.get(0).start();
            from = i;
        }
        return best;
    }

    private double held(List<Word> sentence, String language) {
        Set<String> forms = new HashSet<>();
        sentence.forEach(word -> forms.add(WordOverlap.form(language, word.exact(), word.folded(), reading.marked())));
        double held = 0;
        for (QueryTerm term : reading.terms()) {
            boolean in = term.forms().stream()
                    .anyMatch(form ->
                            forms.contains(WordOverlap.form(language, form.exact(), form.folded(), reading.marked())));
            held += in ? (term.importance() == 1 ? 1 : 0.2) : 0;
        }
        return held;
    }
}
