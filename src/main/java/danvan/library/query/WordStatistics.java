package danvan.library.query;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * How often the words of one language, and pairs of neighbours, stand in the collection: what a question is corrected by.
 * Safe for use by several threads.
 */
public interface WordStatistics {
    /** Whether the collection holds any text in this language. */
    boolean hasTexts();

    /** How often the word stands there; 0 when it is not known. */
    long count(String exact, String folded);

    /** All words, with their repetitions. */
    long total();

    /** Different words, about. */
    long size();

    boolean knowsFolded(String folded);

    /** How often the second word stands right behind the first, by their exact forms. */
    long pairCount(String first, String second);

    /** The exact forms with these letters. */
    List<String> withLetters(String folded);

    /** Known folded forms at one edit: a letter more, less, other, or two neighbours swapped; in order. */
    Collection<String> oneEditFrom(String folded);

    /** Each folded form once, in no order. */
    void forEachFolded(Consumer<String> consumer);

    /** Two words that share a deletion may still be two edits apart ("abcd" and "bxcd" by way of "bcd"). */
    static boolean isWithinOneEdit(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restA = a.length() - start - end;
        int restB = b.length() - start - end;
        if (restA <= 1 && restB <= 1) {
            return true;
        }
        return restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
