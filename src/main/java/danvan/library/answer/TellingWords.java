package danvan.library.answer;

import danvan.library.Passage;
import danvan.library.Span;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import danvan.library.query.WordOverlap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Where a question's telling words stand in a passage. A Vietnamese word often has two syllables with a space between them:
 * "sách" of "chính sách" is not that of "danh sách".
 */
final class TellingWords {
    private final ParsedQuery reading;
    private final BiPredicate<Word, Word> isOneWord;

    /** @param isOneWord whether two neighbouring Vietnamese syllables are one word */
    TellingWords(ParsedQuery reading, BiPredicate<Word, Word> isOneWord) {
        this.reading = reading;
        this.isOneWord = isOneWord;
    }

    /** Neighbours are joined. */
    List<Span> in(Passage passage) {
        // Of a question typed without marks the words as they were read: "sở" is not "số", though both are "so".
        List<Span> asRead = in(passage, true);
        return asRead.isEmpty() && !reading.marked() ? in(passage, false) : asRead;
    }

    private List<Span> in(Passage passage, boolean marked) {
        Set<String> wanted = wanted(passage.language(), marked);
        List<Word> words = Word.of(passage.text());
        boolean[] telling = new boolean[words.size()];
        for (int i = 0; i < telling.length; i++) {
            Word word = words.get(i);
            telling[i] = wanted.contains(WordOverlap.form(passage.language(), word.exact(), word.folded(), marked));
        }
        List<Span> spans = new ArrayList<>();
        for (int first = 0; first < telling.length; first++) {
            if (telling[first]) {
                int last = first;
                while (last + 1 < telling.length && telling[last + 1] && areJoined(passage, words, last)) {
                    last++;
                }
                add(spans, passage, words, first, last);
                first = last;
            }
        }
        return spans;
    }

    private Set<String> wanted(String language, boolean marked) {
        Set<String> wanted = new LinkedHashSet<>();
        for (QueryTerm term : reading.terms()) {
            if (term.importance() == 1) {
                // What was typed stands beside what it was read as; whoever types marks means both.
                term.forms().stream()
                        .limit(reading.marked() || !marked ? term.forms().size() : 1)
                        .forEach(form -> wanted.add(WordOverlap.form(language, form.exact(), form.folded(), marked)));
            }
        }
        return wanted;
    }

    /** Without what makes a word with a neighbour that tells nothing. */
    private void add(List<Span> spans, Passage passage, List<Word> words, int first, int last) {
        int from = first;
        int to = last;
        if (passage.language().equals("vi")) {
            boolean before = from > 0 && isOneWord(passage, words, from - 1);
            from += before && (from == to || !isOneWord(passage, words, from)) ? 1 : 0;
            boolean after = to >= from && to + 1 < words.size() && isOneWord(passage, words, to);
            to -= after && (from == to || !isOneWord(passage, words, to - 1)) ? 1 : 0;
        }
        if (from <= to) {
            spans.add(new Span(words.get(from).start(), words.get(to).end()));
        }
    }

    private boolean isOneWord(Passage passage, List<Word> words, int first) {
        return areJoined(passage, words, first) && isOneWord.test(words.get(first), words.get(first + 1));
    }

    private static boolean areJoined(Passage passage, List<Word> words, int first) {
        return passage.text()
                .substring(words.get(first).end(), words.get(first + 1).start())
                .equals(" ");
    }
}
