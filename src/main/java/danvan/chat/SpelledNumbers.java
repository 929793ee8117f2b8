package danvan.chat;

import java.util.HashMap;
import java.util.Map;

/** Numbers written in other signs than figures: in words, figure by figure, or with the letter o for a zero. */
final class SpelledNumbers {
    /** So many words that name a figure are a number read out; fewer are words: "hai ba năm" is a span of years. */
    private static final int FEWEST = 9;

    private static final int LONGEST_WORD = 8;
    private static final Map<String, Character> FIGURES = figures();

    private SpelledNumbers() {}

    /**
     * With figures in their place.
     *
     * @param text in small letters without marks
     */
    static String inFigures(String text) {
        return wordsInFigures(zeros(text));
    }

    /** o912 and 09o2: the letter o with a figure behind it and no letter before it. */
    private static String zeros(String text) {
        if (text.indexOf('o') < 0) {
            return text;
        }
        char[] signs = text.toCharArray();
        for (int i = 0; i + 1 < signs.length; i++) {
            if (signs[i] == 'o' && NumberRun.isDigit(signs[i + 1]) && (i == 0 || !Character.isLetter(signs[i - 1]))) {
                signs[i] = '0';
            }
        }
        return new String(signs);
    }

    private static String wordsInFigures(String text) {
        StringBuilder out = new StringBuilder(text.length());
        StringBuilder figures = new StringBuilder();
        int kept = 0;
        int begin = 0;
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            Character figure = end - at > LONGEST_WORD ? null : FIGURES.get(text.substring(at, end));
            if (figure != null) {
                begin = figures.isEmpty() ? at : begin;
                figures.append(figure.charValue());
            } else {
                figures.setLength(0);
            }
            boolean goesOn = figure != null && next(text, end);
            if (!goesOn) {
                if (figures.length() >= FEWEST) {
                    out.append(text, kept, begin).append(figures);
                    kept = end;
                }
                figures.setLength(0);
            }
            at = end;
        }
        return out.append(text, kept, text.length()).toString();
    }

    /** Whether another word that names a figure follows. */
    private static boolean next(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && " ,-.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int end = at;
        while (end < text.length() && end - at <= LONGEST_WORD && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return at > from && FIGURES.containsKey(text.substring(at, end));
    }

    private static Map<String, Character> figures() {
        Map<String, Character> figures = new HashMap<>();
        String[][] words = {
            {"khong", "zero", "oh", "sifir"},
            {"mot", "one", "bir"},
            {"hai", "two", "iki"},
            {"ba", "three", "uc"},
            {"bon", "tu", "four", "dort"},
            {"nam", "lam", "five", "bes"},
            {"sau", "six", "alti"},
            {"bay", "seven", "yedi"},
            {"tam", "eight", "sekiz"},
            {"chin", "nine", "dokuz"}
        };
        for (int i = 0; i < words.length; i++) {
            for (String word : words[i]) {
                figures.put(word, (char) ('0' + i));
            }
            figures.put(String.valueOf(i), (char) ('0' + i));
        }
        return Map.copyOf(figures);
    }
}
