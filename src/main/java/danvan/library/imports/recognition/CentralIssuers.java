package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of the centre by the letters that no one else's numbers bear: "51/2025/QĐ-TTg" is the Prime Minister's. */
final class CentralIssuers {
    private static final Map<String, String> BY_LETTERS = Map.of(
            "ttg", "Thủ tướng Chính phủ",
            "cp", "Chính phủ",
            "qh", "Quốc hội",
            "ubtvqh", "Ủy ban Thường vụ Quốc hội",
            "ctn", "Chủ tịch nước",
            "vptw", "Văn phòng Trung ương Đảng",
            "vpqh", "Văn phòng Quốc hội",
            "vpcp", "Văn phòng Chính phủ");
    private static final Pattern LAST = Pattern.compile("^(?:.*[-/])?([a-z]+)\\d{0,2}$");

    private static final Pattern ORGAN =
            Pattern.compile("^(?:cua|t/m|tm\\.?)\\s{1,3}(bo chinh tri|ban bi thu)(?![a-z]).*");

    private CentralIssuers() {}

    /**
     * The organ of the Party's centre that speaks under the name of the Central Committee: "CHỈ THỊ CỦA BỘ CHÍNH TRỊ", or
     * signed "T/M BAN BÍ THƯ".
     *
     * @param behindKind the line below the kind
     * @param post the signer's
     */
    static Optional<String> organ(String letterhead, String behindKind, String post) {
        if (!Plain.of(letterhead).matches("ban chap hanh trung uong(?: dang)?(?: cong san viet nam)?")) {
            return Optional.empty();
        }
        for (String said : new String[] {behindKind, post}) {
            Matcher organ = ORGAN.matcher(Plain.of(said));
            if (organ.matches()) {
                return Optional.of(organ.group(1).equals("ban bi thu") ? "Ban Bí thư" : "Bộ Chính trị");
            }
        }
        return Optional.empty();
    }

    static Optional<String> of(String symbol) {
        Matcher last = LAST.matcher(Plain.of(symbol));
        // "NQLT-UBTVQH15-CP-…" has several.
        boolean several = symbol.chars().filter(c -> c == '-').count() > 1;
        return last.matches() && !several ? Optional.ofNullable(BY_LETTERS.get(last.group(1))) : Optional.empty();
    }
}
