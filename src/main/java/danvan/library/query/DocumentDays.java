package danvan.library.query;

import java.util.List;
import java.util.Set;

/** Days and numbers in a sentence that only date or name a document, and answer nothing else. */
final class DocumentDays {
    /** How a line begins that says on what a document rests. */
    private static final Set<String> RESTS_ON = Set.of("can cu", "theo de", "xet de", "xet to");

    /** From "số" to the day of a document that is named: "Nghị quyết số 15/2019/NQ-HĐND ngày 13". */
    private static final int LONGEST_NUMBER = 24;

    private static final int LONGEST_DATELINE = 13;

    private static final Set<String> OF_A_DATE = Set.of("ngay", "thang", "nam");

    private DocumentDays() {}

    /** Whether a line says on what a document rests: "Căn cứ …". */
    static boolean restOnAnother(List<Word> sentence) {
        return sentence.size() > 2
                && RESTS_ON.contains(
                        sentence.get(0).folded() + ' ' + sentence.get(1).folded());
    }

    /**
     * Where the line's place and day begin, by which a document is dated: "Hưng Hà, ngày 2 tháng 3 năm 2024" at the end of a line
     * with nothing but names and numbers before it.
     *
     * @return the sentence's length where there is no such thing
     */
    static int dateline(List<Word> sentence) {
        int end = sentence.size();
        int day = end - 6;
        boolean dated = day > 0
                && day <= LONGEST_DATELINE
                && isDigits(sentence.get(end - 1))
                && sentence.get(end - 2).folded().equals("nam")
                && isDigits(sentence.get(end - 3))
                && sentence.get(end - 4).folded().equals("thang")
                && isDigits(sentence.get(end - 5))
                && sentence.get(day).folded().equals("ngay");
        if (!dated) {
            // "Thái Bình, ngày 2/5/2024"
            day = end - 4;
            dated = day > 0
                    && day <= LONGEST_DATELINE
                    && sentence.get(day).folded().equals("ngay")
                    && isDigits(sentence.get(end - 3))
                    && isDigits(sentence.get(end - 2))
                    && isDigits(sentence.get(end - 1));
        }
        if (!dated) {
            return end;
        }
        boolean names = sentence.get(day - 1).name() || day == 1;
        for (Word word : sentence.subList(0, day)) {
            names &= word.name() || word.opens() || word.hasDigit();
        }
        return names ? day : end;
    }

    static boolean isDigits(Word word) {
        return word.folded().chars().allMatch(Character::isDigit);
    }

    /** Whether a number belongs to the day that another document bears, or to that document's number. */
    static boolean isOfAnother(List<Word> sentence, int at) {
        for (int i = at - 1; i >= Math.max(1, at - LONGEST_NUMBER); i--) {
            if (sentence.get(i).folded().equals("so")
                    && sentence.get(i + 1).hasDigit()
                    && AskedKind.HAS_A_NUMBER.contains(sentence.get(i - 1).folded())) {
                return onlyANumberAndADay(sentence, i + 1, at);
            }
        }
        return false;
    }

    private static boolean onlyANumberAndADay(List<Word> sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            Word word = sentence.get(i);
            // The words of "UBND" written out stand at one place.
            boolean writtenOut = (i > from && sentence.get(i - 1).start() == word.start())
                    || sentence.get(i + 1).start() == word.start();
            if (!writtenOut && !word.hasDigit() && !word.name() && !OF_A_DATE.contains(word.folded())) {
                return false;
            }
        }
        return true;
    }
}
