package danvan.library.query;

import danvan.text.Folding;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text where it stands: a run of letters and digits. In Vietnamese that is a syllable.
 *
 * @param exact lower case with its marks (see {@link ExactForm})
 * @param folded without any
 * @param name whether it begins with a capital where no sentence begins
 * @param opens whether a sentence, a clause behind a semicolon or a line begins with it
 */
public record Word(int start, int end, String exact, String folded, boolean name, boolean opens) {
    private static final String ENDS_A_SENTENCE = ".?!:;\n\"“”«(";
    private static final String STOPS = ".?!;";

    /** Nobody types a longer word; what does is an attack or a stuck key. */
    private static final int LONGEST = 40;

    /** The words of a text, in order. An ideograph is a word by itself, and so is a per cent sign. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isIdeographic(c) || c == '%') {
                add(words, text, start, i);
                add(words, text, i, next);
                start = -1;
            } else if (Character.isLetterOrDigit(c) || (start >= 0 && Folding.isMark(c))) {
                start = start < 0 ? i : start;
            } else {
                add(words, text, start, i);
                start = -1;
            }
            i = next;
        }
        add(words, text, start, text.length());
        return words;
    }

    private static void add(List<Word> words, String text, int start, int end) {
        if (start >= 0 && end > start) {
            String run = text.substring(start, Math.min(end, start + LONGEST));
            String folded = Folding.letters(run);
            if (!folded.isEmpty()) {
                int before = words.isEmpty() ? 0 : words.get(words.size() - 1).end();
                words.add(new Word(
                        start, end, ExactForm.of(run), folded, isName(text, start), opens(text, before, start)));
            }
        }
    }

    private static boolean isName(String text, int start) {
        if (!Character.isUpperCase(text.codePointAt(start))) {
            return false;
        }
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && ENDS_A_SENTENCE.indexOf(text.charAt(before)) < 0;
    }

    /** A stop ends a sentence only before a space: "08.5" and "Art.15" go on. */
    private static boolean opens(String text, int end, int start) {
        boolean stopped = end == 0;
        for (int i = end; i < start; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (stopped && Character.isWhitespace(c))) {
                return true;
            }
            stopped |= STOPS.indexOf(c) >= 0;
        }
        return end == 0;
    }

    /** Whether it was typed with any mark: then its writer types marks, and means them. */
    public boolean hasMarks() {
        return !exact.equals(folded);
    }

    public boolean hasDigit() {
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isDigit(folded.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
