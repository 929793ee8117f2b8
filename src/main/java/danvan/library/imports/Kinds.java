package danvan.library.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of Vietnamese administrative documents, by name and by the letters of a number. */
final class Kinds {
    private static final List<String> NAMES = List.of(
            "Nghị quyết liên tịch",
            "Nghị quyết",
            "Nghị định",
            "Quyết định",
            "Chỉ thị",
            "Quy chế",
            "Quy định",
            "Quy trình",
            "Thông cáo",
            "Thông báo",
            "Thông tri",
            "Thông tư",
            "Thông báo kết luận",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Dự án",
            "Báo cáo",
            "Biên bản",
            "Tờ trình",
            "Kết luận",
            "Công điện",
            "Pháp lệnh",
            "Hiến pháp",
            "Bộ luật",
            "Luật",
            "Điều lệ",
            "Lời kêu gọi",
            "Tuyên bố");

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("nq", "Nghị quyết"),
            Map.entry("nqlt", "Nghị quyết liên tịch"),
            Map.entry("nd", "Nghị định"),
            Map.entry("qd", "Quyết định"),
            Map.entry("ct", "Chỉ thị"),
            Map.entry("qc", "Quy chế"),
            Map.entry("qyd", "Quy định"),
            Map.entry("tb", "Thông báo"),
            Map.entry("tt", "Thông tư"),
            Map.entry("ttlt", "Thông tư liên tịch"),
            Map.entry("hd", "Hướng dẫn"),
            Map.entry("ctr", "Chương trình"),
            Map.entry("ctrh", "Chương trình"),
            Map.entry("kh", "Kế hoạch"),
            Map.entry("pa", "Phương án"),
            Map.entry("da", "Đề án"),
            Map.entry("bc", "Báo cáo"),
            Map.entry("ttr", "Tờ trình"),
            Map.entry("kl", "Kết luận"),
            Map.entry("cv", "Công văn"),
            Map.entry("cd", "Công điện"),
            Map.entry("qh", "Luật"));

    private Kinds() {}

    /** The kind that a line begins with. */
    static Optional<String> at(String plainLine) {
        return NAMES.stream()
                .filter(name -> {
                    String plain = Plain.of(name);
                    return plainLine.equals(plain) || plainLine.startsWith(plain + " ");
                })
                .max(java.util.Comparator.comparingInt(String::length));
    }

    static Optional<String> ofSymbol(String symbol) {
        String letters = Plain.of(symbol).split("[^a-z]", 2)[0];
        return Optional.ofNullable(SYMBOLS.get(letters));
    }
}
