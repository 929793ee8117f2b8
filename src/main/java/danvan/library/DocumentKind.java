package danvan.library;

import java.util.List;

/**
 * The kinds of Vietnamese official documents: how they are called, what letters stand for them in a number, and by what code
 * questions speak of them.
 *
 * @param name "Nghị quyết liên tịch"
 * @param code kinds that people take for one, or name alike, share it; empty where nobody asks for one by its number
 * @param symbols the letters in a number, folded; where several kinds share them, the one that is named first is meant
 */
public record DocumentKind(String name, String code, List<String> symbols) {
    /** Longer names are looked for first by whoever looks: "Nghị quyết liên tịch" is no "Nghị quyết". */
    public static final List<DocumentKind> ALL = List.of(
            kind("Hiến pháp", ""),
            kind("Bộ luật", "luat"),
            kind("Luật", "luat"),
            kind("Pháp lệnh", "pl", "pl"),
            kind("Lệnh", "", "l"),
            kind("Sắc lệnh", "sl", "sl"),
            kind("Sắc luật", "slu", "sl"),
            kind("Văn bản hợp nhất", "vbhn", "vbhn"),
            kind("Nghị quyết liên tịch", "nq", "nqlt"),
            kind("Nghị quyết", "nq", "nq"),
            kind("Nghị định", "nd", "nd"),
            kind("Quyết định", "qd", "qd"),
            kind("Chỉ thị liên tịch", "ct", "ctlt"),
            kind("Chỉ thị", "ct", "ct"),
            kind("Thông tư liên tịch", "tt", "ttlt", "ttlb"),
            kind("Thông tư", "tt", "tt"),
            kind("Thông tri", "tri", "tt"),
            kind("Thông báo", "tb", "tb", "tbkl"),
            kind("Thông cáo", "", "tc"),
            kind("Quy chế", "qc", "qc", "qcph"),
            kind("Quy định", "qdi", "qd", "qdi", "qyd"),
            kind("Quy trình", "", "qt"),
            kind("Quy ước", ""),
            kind("Hương ước", ""),
            kind("Nội quy", ""),
            kind("Điều lệ", "dl"),
            kind("Hướng dẫn liên tịch", "hd", "hdlt"),
            kind("Hướng dẫn liên ngành", "hd", "hdln"),
            kind("Hướng dẫn", "hd", "hd", "hdlt", "hdln"),
            kind("Chương trình", "ctr", "ctr", "cttr", "ct", "cthd", "ctph", "ctrph", "ctrh"),
            kind("Kế hoạch liên tịch", "kh", "khlt"),
            kind("Kế hoạch", "kh", "kh", "khlt", "khph"),
            kind("Phương án", "pa", "pa"),
            kind("Đề án", "da", "da"),
            kind("Dự án", "", "da"),
            kind("Đề cương", "", "dc"),
            kind("Chiến lược", ""),
            kind("Báo cáo", "bc", "bc"),
            kind("Biên bản", "", "bb"),
            kind("Tờ trình", "ttr", "ttr"),
            kind("Kết luận", "kl", "kl"),
            kind("Công điện", "cd", "cd"),
            kind("Công văn", "cv", "cv"),
            kind("Giấy mời", "", "gm"),
            kind("Giấy ủy quyền", ""),
            kind("Giấy giới thiệu", ""),
            kind("Bản ghi nhớ", ""),
            kind("Bản thỏa thuận", ""),
            kind("Hợp đồng", ""),
            kind("Thư công", ""),
            kind("Lời kêu gọi", ""),
            kind("Thư kêu gọi", ""),
            kind("Tuyên bố", ""),
            kind("Phụ lục", ""));

    public DocumentKind {
        symbols = List.copyOf(symbols);
    }

    private static DocumentKind kind(String name, String code, String... symbols) {
        return new DocumentKind(name, code, List.of(symbols));
    }

    /** The kinds that the letters of a number may stand for; the first is meant where nothing else tells. */
    public static List<DocumentKind> ofSymbol(String folded) {
        return ALL.stream().filter(kind -> kind.symbols().contains(folded)).toList();
    }
}
