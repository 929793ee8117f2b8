package danvan.report.period;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a figure is called in a report that an office signs: a noun phrase, and not the question it was asked by. "Bao
 * nhiêu hộ cần giúp ngay?" becomes "Số hộ cần giúp ngay". What is no such question keeps its words, without the mark.
 */
final class FigureName {
    private static final String HOW_MANY = "bao nhiêu ";
    private static final List<String> BEFORE = List.of("có ", "khoảng ", "có khoảng ", "đã có ", "tổng cộng ", "");
    private static final List<String> BEHIND = List.of(" là bao nhiêu", " bao nhiêu", " là mấy", " là gì", " thế nào");

    /** What is measured in, and not counted. */
    private static final Set<String> MEASURES = Set.of(
            "tiền", "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "ha", "héc-ta", "hecta", "sào", "mẫu", "mét", "m",
            "m2", "m²", "km", "cây", "kg", "tạ", "tấn", "lít", "phần", "%", "giờ", "phút");

    private FigureName() {}

    static String of(String question) {
        String words = question.strip();
        while (words.endsWith("?") || words.endsWith(":") || words.endsWith(".")) {
            words = words.substring(0, words.length() - 1).strip();
        }
        String small = words.toLowerCase(Locale.forLanguageTag("vi"));
        if (small.length() != words.length()) {
            return words;
        }
        for (String before : BEFORE) {
            if (small.startsWith(before + HOW_MANY)) {
                return "Số " + words.substring(before.length() + HOW_MANY.length());
            }
        }
        for (String behind : BEHIND) {
            if (small.endsWith(behind) && small.length() > behind.length()) {
                return words.substring(0, words.length() - behind.length());
            }
        }
        int at = small.indexOf(" " + HOW_MANY);
        if (at > 0) {
            String counted = words.substring(at + 1 + HOW_MANY.length());
            if (MEASURES.contains(small.substring(at + 1 + HOW_MANY.length()).split(" ", 2)[0])) {
                return words.substring(0, at) + " (" + counted + ")";
            }
            // "Đã tổ chức bao nhiêu buổi" counts the sessions; what was done with them stands behind.
            return "Số " + counted + " (" + small.substring(0, at) + ")";
        }
        return words;
    }
}
