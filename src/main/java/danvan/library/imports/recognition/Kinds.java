package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of Vietnamese official documents, by name and by the letters of a number. */
final class Kinds {
    static final String ANNEX = "Phụ lục";
    static final String CONSOLIDATED = "Văn bản hợp nhất";
    static final String LETTER = "Công văn";
    static final String DECREE_OF_1945 = "Sắc lệnh";

    private static final List<String> NAMES = List.of(
            "Hiến pháp",
            "Bộ luật",
            "Luật",
            "Pháp lệnh",
            "Lệnh",
            DECREE_OF_1945,
            "Sắc luật",
            CONSOLIDATED,
            "Nghị quyết liên tịch",
            "Nghị quyết",
            "Nghị định",
            "Quyết định",
            "Chỉ thị liên tịch",
            "Chỉ thị",
            "Thông tư liên tịch",
            "Thông tư",
            "Thông tri",
            "Thông báo",
            "Thông cáo",
            "Quy chế",
            "Quy định",
            "Quy trình",
            "Quy ước",
            "Hương ước",
            "Nội quy",
            "Điều lệ",
            "Hướng dẫn liên tịch",
            "Hướng dẫn liên ngành",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch liên tịch",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Dự án",
            "Đề cương",
            "Chiến lược",
            "Báo cáo",
            "Biên bản",
            "Tờ trình",
            "Kết luận",
            "Công điện",
            LETTER,
            "Giấy mời",
            "Giấy ủy quyền",
            "Giấy giới thiệu",
            "Bản ghi nhớ",
            "Bản thỏa thuận",
            "Hợp đồng",
            "Thư công",
            "Lời kêu gọi",
            "Thư kêu gọi",
            "Tuyên bố",
            ANNEX);

    /** Some letters stand for several kinds; the first is meant where the document does not say. */
    private static final Map<String, List<String>> SYMBOLS = Map.ofEntries(
            Map.entry("nq", List.of("Nghị quyết")),
            Map.entry("nqlt", List.of("Nghị quyết liên tịch")),
            Map.entry("nd", List.of("Nghị định")),
            Map.entry("qd", List.of("Quyết định", "Quy định")),
            Map.entry("qdi", List.of("Quy định")),
            Map.entry("qyd", List.of("Quy định")),
            Map.entry("ct", List.of("Chỉ thị", "Chương trình")),
            Map.entry("ctlt", List.of("Chỉ thị liên tịch")),
            Map.entry("qc", List.of("Quy chế")),
            Map.entry("qcph", List.of("Quy chế")),
            Map.entry("qt", List.of("Quy trình")),
            Map.entry("tb", List.of("Thông báo")),
            Map.entry("tbkl", List.of("Thông báo")),
            Map.entry("tc", List.of("Thông cáo")),
            Map.entry("tt", List.of("Thông tư", "Thông tri")),
            Map.entry("ttlt", List.of("Thông tư liên tịch")),
            Map.entry("hd", List.of("Hướng dẫn")),
            Map.entry("hdlt", List.of("Hướng dẫn liên tịch", "Hướng dẫn")),
            Map.entry("hdln", List.of("Hướng dẫn liên ngành", "Hướng dẫn")),
            Map.entry("ctr", List.of("Chương trình")),
            Map.entry("cthd", List.of("Chương trình")),
            Map.entry("ctph", List.of("Chương trình")),
            Map.entry("ctrph", List.of("Chương trình")),
            Map.entry("ctrh", List.of("Chương trình")),
            Map.entry("kh", List.of("Kế hoạch")),
            Map.entry("khlt", List.of("Kế hoạch liên tịch", "Kế hoạch")),
            Map.entry("khph", List.of("Kế hoạch")),
            Map.entry("pa", List.of("Phương án")),
            Map.entry("da", List.of("Đề án", "Dự án")),
            Map.entry("dc", List.of("Đề cương")),
            Map.entry("bc", List.of("Báo cáo")),
            Map.entry("bb", List.of("Biên bản")),
            Map.entry("ttr", List.of("Tờ trình")),
            Map.entry("kl", List.of("Kết luận")),
            Map.entry("cv", List.of(LETTER)),
            Map.entry("cd", List.of("Công điện")),
            Map.entry("gm", List.of("Giấy mời")),
            Map.entry("pl", List.of("Pháp lệnh")),
            Map.entry("l", List.of("Lệnh", "Luật")),
            Map.entry("sl", List.of(DECREE_OF_1945, "Sắc luật")),
            Map.entry("vbhn", List.of(CONSOLIDATED)),
            Map.entry("qh", List.of("Luật", "Bộ luật", "Nghị quyết", "Hiến pháp")),
            Map.entry("ubtvqh", List.of("Pháp lệnh", "Nghị quyết")));

    private Kinds() {}

    /** The kind that a line begins with: "KẾ HOẠCH", "Luật số …"; "LUẬT SƯ" is none. */
    static Optional<String> at(String plainLine) {
        String line = plainLine.replaceFirst("^[\"“'*\\s]+", "");
        return NAMES.stream().filter(name -> begins(line, Plain.of(name))).max(Comparator.comparingInt(String::length));
    }

    private static boolean begins(String line, String name) {
        if (!line.startsWith(name)) {
            return false;
        }
        String rest = line.substring(name.length());
        return rest.isEmpty()
                || rest.startsWith(":")
                || (rest.startsWith(" ") && !rest.startsWith(" su ") && !rest.equals(" su"));
    }

    static List<String> names() {
        return NAMES;
    }

    /** The kind that the letters of a number stand for; empty for a letter's, which name offices only. */
    static Optional<String> ofSymbol(String symbol) {
        return allOfSymbol(symbol).stream().findFirst();
    }

    static List<String> allOfSymbol(String symbol) {
        String plain = Plain.of(symbol).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && plain.charAt(end) >= 'a' && plain.charAt(end) <= 'z') {
            end++;
        }
        String letters = plain.substring(0, end);
        return SYMBOLS.getOrDefault(letters, List.of());
    }
}
