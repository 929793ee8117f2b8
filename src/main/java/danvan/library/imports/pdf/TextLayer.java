package danvan.library.imports.pdf;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.LegacyEncodings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words a PDF says its pages show. Scanners write them too, and those that do not know Vietnamese write "DQc I4p - Ty do";
 * fonts without a table of their letters give signs that nobody can read. Such a document would be found under no word and
 * quoted in words that nobody wrote.
 */
final class TextLayer {
    private static final int SAMPLE = 60_000;
    private static final int FEWEST_WORDS = 40;
    /** Of a hundred words of print, one or two look like that: "GDĐT", "m2". */
    private static final double ODD = 0.12;

    private static final double LEAST_LETTERS = 0.55;
    private static final double LEAST_SYLLABLES = 0.6;

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    /** A small letter before a large one, a digit or a sign between letters. */
    private static final Pattern ODD_WORD = Pattern.compile(
            "\\p{Ll}\\p{Lu}|\\p{Lu}\\p{Ll}+\\p{Lu}|\\p{L}[\\d§$£¥€{}\\[\\]|\\\\<>^~#%*=+!?;:]{1,2}\\p{L}");

    private TextLayer() {}

    /** Whether its words are none. */
    static boolean isGarbage(Extract extract) {
        StringBuilder sample = new StringBuilder();
        for (Block block : LegacyEncodings.mended(extract.blocks())) {
            if (sample.length() < SAMPLE) {
                sample.append(block.text()).append('\n');
            }
        }
        String text = sample.toString();
        return isUnreadable(text) || isMisread(text);
    }

    /** Signs in the place of letters: no table of the font's letters. */
    private static boolean isUnreadable(String text) {
        long printed = text.chars().filter(c -> !Character.isWhitespace(c)).count();
        long letters = text.chars().filter(Character::isLetterOrDigit).count();
        return printed > 10L * FEWEST_WORDS && letters < LEAST_LETTERS * printed && !isRuled(text, printed);
    }

    /** Rows of dots, for writing on, and of a table of contents are no letters either. */
    private static boolean isRuled(String text, long printed) {
        long drawn = text.chars().filter(c -> "._…-–*=".indexOf(c) >= 0).count();
        return drawn * 4 > printed;
    }

    private static boolean isMisread(String text) {
        int words = 0;
        int odd = 0;
        for (String token : List.of(text.split("\\s+"))) {
            String word = EDGES.matcher(token).replaceAll("");
            // Numbers of documents and addresses are no words.
            if (word.length() < 2
                    || word.length() > 14
                    || word.chars().anyMatch(c -> "/@_.-".indexOf(c) >= 0)
                    || word.chars().noneMatch(Character::isLetter)) {
                continue;
            }
            words++;
            odd += ODD_WORD.matcher(word).find() ? 1 : 0;
        }
        long own = text.chars().filter(c -> c >= 0x1EA0 && c <= 0x1EF9).count();
        boolean vietnamese = own * 50 > text.chars().filter(Character::isLetter).count();
        return words >= FEWEST_WORDS
                && (odd > ODD * words || (vietnamese && LegacyEncodings.vietnamese(text) < LEAST_SYLLABLES));
    }
}
