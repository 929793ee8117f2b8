package danvan.library.query;

import danvan.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Small numbers in the spellings of documents: "5 năm" is written "05 năm", "lần thứ 3" "lần thứ ba", "quý 2" "quý II".
 */
final class SmallNumbers {
    private static final List<String> CARDINALS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> ORDINALS =
            List.of("không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín");
    /** Behind these documents write Roman numerals, and people digits. */
    private static final Set<String> BEFORE_ROMAN =
            Set.of("quy", "chuong", "phan", "muc", "khoa", "ky", "khu", "vung", "hang", "loai", "nhom");

    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");
    private static final double OTHER_SPELLING = 0.9;

    private SmallNumbers() {}

    static List<QueryTerm.Form> with(List<QueryTerm.Form> forms, List<Word> words, int at) {
        String typed = words.get(at).folded();
        int numeral = at > 0 && BEFORE_ROMAN.contains(words.get(at - 1).folded()) ? numeral(typed) : 0;
        if (numeral > 0) {
            return inBothNumerals(forms, typed, numeral);
        }
        int length = typed.length();
        boolean small = (length == 1 || (length == 2 && typed.charAt(0) == '0'))
                && Character.isDigit(typed.charAt(length - 1))
                && typed.charAt(length - 1) != '0';
        if (!small) {
            return forms;
        }
        int number = typed.charAt(length - 1) - '0';
        List<QueryTerm.Form> all = new ArrayList<>(forms);
        String other = length == 1 ? "0" + number : Integer.toString(number);
        all.add(new QueryTerm.Form(other, other, OTHER_SPELLING));
        if (at > 0 && words.get(at - 1).folded().equals("thu")) {
            all.add(spelt(ORDINALS.get(number)));
            all.add(spelt(CARDINALS.get(number)));
        }
        return all;
    }

    private static List<QueryTerm.Form> inBothNumerals(List<QueryTerm.Form> forms, String typed, int numeral) {
        List<QueryTerm.Form> all = new ArrayList<>(forms);
        String digits = Integer.toString(numeral);
        for (String other : List.of(ROMAN.get(numeral - 1), digits, digits.length() == 1 ? "0" + digits : digits)) {
            if (!other.equals(typed)
                    && all.stream().noneMatch(form -> form.folded().equals(other))) {
                all.add(new QueryTerm.Form(other, other, OTHER_SPELLING));
            }
        }
        return all;
    }

    /** 2 of "2", "02" and "ii"; 0 of what is none. */
    private static int numeral(String typed) {
        int roman = ROMAN.indexOf(typed) + 1;
        boolean digits = typed.length() <= 2 && typed.chars().allMatch(Character::isDigit);
        int number = digits ? Integer.parseInt(typed) : roman;
        return number <= ROMAN.size() ? number : 0;
    }

    private static QueryTerm.Form spelt(String word) {
        return new QueryTerm.Form(ExactForm.of(word), Folding.letters(word), OTHER_SPELLING);
    }
}
