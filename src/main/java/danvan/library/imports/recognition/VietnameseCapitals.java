package danvan.library.imports.recognition;

/**
 * Lines printed in capitals as the administration writes them in a sentence (Decree 30/2020/NĐ-CP, annex II): "BAN QUẢN
 * LÝ DI TÍCH" is "Ban Quản lý di tích", "XÃ THÁI PHƯƠNG" is "xã Thái Phương". The words decide as they are printed:
 * marks are never guessed away; only a line that has none at all is compared without.
 */
public final class VietnameseCapitals {
    private VietnameseCapitals() {}

    /** A body's name: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" is "Sở Nông nghiệp và Môi trường". */
    public static String body(String capitals) {
        return BodyNames.of(capitals);
    }

    /**
     * A title as a sentence: "BAN HÀNH QUY CHẾ CỦA ĐẢNG Ở TỈNH THÁI NGUYÊN" is "Ban hành Quy chế của Đảng ở tỉnh Thái Nguyên".
     *
     * @param body the document's own text, which says how its places are written
     */
    public static String title(String capitals, String body) {
        return TitleCase.of(capitals, body);
    }
}
