package danvan.library.query;

import danvan.text.Folding;
import java.util.ArrayList;
import java.util.List;

/** Numbers below ten in the spellings of documents: "5 năm" is written "05 năm", "lần thứ 3" "lần thứ ba". */
final class SmallNumbers {
    private static final List<String> CARDINALS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> ORDINALS =
            List.of("không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín");
    private static final double OTHER_SPELLING = 0.9;

    private SmallNumbers() {}

    static List<QueryTerm.Form> with(List<QueryTerm.Form> forms, List<Word> words, int at) {
        String typed = words.get(at).folded();
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

    private static QueryTerm.Form spelt(String word) {
        return new QueryTerm.Form(ExactForm.of(word), Folding.letters(word), OTHER_SPELLING);
    }
}
