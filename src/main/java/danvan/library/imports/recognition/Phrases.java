package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import danvan.text.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names and words whose spelling is known, found by how they are printed in capitals. */
final class Phrases {
    /** What a phrase does to the words behind it. */
    enum Role {
        /** A body: what it does follows, its first syllable large: "Sở Nông nghiệp và Môi trường". */
        BODY,
        /** A level or a body that is followed by the name of a place, all large. */
        PLACED,
        /** A name by itself. */
        NAME,
        /** Small words that only look like something else: "xã hội". */
        PLAIN
    }

    record Phrase(String written, Role role) {}

    private static final int LONGEST = 9;
    private static final Map<String, Phrase> EXACT = new HashMap<>();
    private static final Map<String, Phrase> WITHOUT_MARKS = new HashMap<>();

    static {
        add(Role.BODY, """
                Ủy ban nhân dân|Ủy ban|UBND|Hội đồng nhân dân|Hội đồng|HĐND|Ban Chấp hành|Ban Thường vụ|Ban Thường trực|Thường trực|Chính phủ nước|Chính phủ nước
                Ban Chỉ đạo|Ban Quản lý|Ban Tổ chức|Ban Chỉ huy|Ban Chỉ huy quân sự|Bộ Chỉ huy quân sự|Bộ Tư lệnh|Ban Cán sự đảng
                Ban Vận động|Ban Giám sát|Ban Công tác|Ban Điều hành|Ban Đại diện|Ban|Tiểu ban|Văn phòng|Sở|Bộ|Phòng|Cục|Tổng cục
                Chi cục|Vụ|Viện|Trung tâm|Hội|Liên đoàn|Tổng Liên đoàn|Liên minh|Liên hiệp|Đoàn|Đoàn Chủ tịch|Đảng đoàn|Học viện
                Bệnh viện|Tổ|Tổ công tác|Tổng công ty|Công ty|Tập đoàn|Ngân hàng|Đài|Tòa án|Tòa án nhân dân|Viện kiểm sát nhân dân
                Thanh tra|Đảng ủy|Chi bộ|Trường|Hạt|Trạm|Đội|Bộ trưởng|Chánh Văn phòng|Tổng Giám đốc|Quỹ|Ủy ban Kiểm tra
                Hội Liên hiệp|Công đoàn|Trường Đại học|Trường Cao đẳng|Trường Chính trị|Ủy ban bầu cử|Ủy ban Bầu cử
                """);
        add(Role.PLACED, """
                tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|quận|đặc khu|thôn|khu phố|tổ dân phố|bản|ấp
                Tỉnh ủy|Huyện ủy|Thành ủy|Thị ủy|Quận ủy|Đảng bộ|Tỉnh đoàn|Huyện đoàn|Công an|Điện lực|Thuế|Kho bạc Nhà nước
                Bảo hiểm xã hội|Đồn Biên phòng|Trường Tiểu học|Trường Mầm non|Trường Trung học cơ sở|Trường Trung học phổ thông|Trường THCS|Trường THPT
                """);
        add(Role.NAME, """
                Chính phủ|Thủ tướng Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Bộ Chính trị|Ban Bí thư
                Trung ương|Việt Nam|Nhà nước|Đảng|Đảng Cộng sản Việt Nam|Mặt trận Tổ quốc|Mặt trận Tổ quốc Việt Nam|Mặt trận|Tổ quốc
                Ủy ban Mặt trận Tổ quốc Việt Nam|Ủy ban Mặt trận Tổ quốc|Ban Chấp hành Trung ương|Ban Chấp hành Trung ương Đảng|Quân ủy Trung ương
                Hội Nông dân|Hội Cựu chiến binh|Hội Liên hiệp Phụ nữ|Liên hiệp Phụ nữ|Đoàn Thanh niên Cộng sản Hồ Chí Minh|Thanh niên Cộng sản Hồ Chí Minh
                Cộng hòa xã hội chủ nghĩa Việt Nam|Hồ Chí Minh|Chủ tịch Hồ Chí Minh|Hà Nội|Nhân dân|Tổng Liên đoàn Lao động Việt Nam
                Kiểm toán Nhà nước|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Hội đồng Bầu cử quốc gia|Ngân hàng Nhà nước
                Chính phủ lâm thời|Dân chủ Cộng hòa|Công báo|Quốc hội khóa|Chủ tịch|Phó Chủ tịch|Giám đốc|Bí thư|Tổng Bí thư|Viện trưởng|Cục trưởng
                Hội đồng Bộ trưởng|Hội nghị|Đại hội|Khối Dân vận|Dân vận|Đại đoàn kết
                """);
        add(Role.NAME, """
                Hưng Yên|Thái Bình|Hải Dương|Hải Phòng|Nam Định|Hà Nam|Ninh Bình|Bắc Ninh|Bắc Giang|Quảng Ninh|Lạng Sơn|Cao Bằng|Bắc Kạn|Thái Nguyên
                Tuyên Quang|Hà Giang|Lào Cai|Yên Bái|Lai Châu|Điện Biên|Sơn La|Hòa Bình|Phú Thọ|Vĩnh Phúc|Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị
                Thừa Thiên Huế|Huế|Đà Nẵng|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng
                Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Bà Rịa - Vũng Tàu|Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang
                Cần Thơ|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau
                """);
        add(Role.PLAIN, """
                xã hội|xã hội hóa|xã hội chủ nghĩa|cấp xã|cấp tỉnh|cấp huyện|cơ sở|ở cơ sở|cơ quan|các cơ quan|các cấp|khối|quản lý nhà nước|cơ quan nhà nước|ngân sách nhà nước|vốn nhà nước|hành chính nhà nước|doanh nghiệp nhà nước|đảng viên|cấp ủy|tổ chức đảng|chi bộ
                cán sự đảng|hội viên|đoàn viên|đoàn thể|đoàn kết|ban hành|ban bố|sở hữu|sở tại|bộ máy|bộ phận|bộ tiêu chí|cán bộ|nội bộ|toàn bộ|đồng bộ|tiến bộ|công bộ
                hội nghị|hội thảo|cơ hội|đại hội|tổ chức|tổ dân phố|quỹ đất|vụ việc|nghĩa vụ|nhiệm vụ|dịch vụ|phục vụ|nghiệp vụ|thời vụ|công vụ|nội vụ
                viện phí|thuế|phòng|phòng chống|phòng cháy|phòng thủ|phòng ngừa|quốc phòng|dự phòng|bệnh viện|trường hợp|môi trường|thị trường|trường học
                đội ngũ|quân đội|đài|trạm|hạt|bản|ấp|văn bản|cơ bản|tài bản|biên bản|bản đồ|bản sắc|công an|ngân hàng|đoàn|hội|ban|sở|bộ|tổ|đội|quỹ|vụ|viện|cục|liên minh|liên đoàn|trung tâm|trường
                thanh tra|công đoàn|hội đồng|ủy ban|văn phòng
                """);
    }

    private Phrases() {}

    private static void add(Role role, String phrases) {
        for (String phrase : phrases.strip().split("[|\\n]", -1)) {
            String written = phrase.strip();
            EXACT.putIfAbsent(Folding.spelling(written), new Phrase(written, role));
            if (role != Role.PLAIN) {
                WITHOUT_MARKS.putIfAbsent(Plain.of(written), new Phrase(written, role));
            }
        }
    }

    /** @param length in words */
    record Taken(Phrase phrase, int length) {}

    /** The longest phrase that begins at a word. */
    static Optional<Taken> longest(String[] words, int from, boolean marked) {
        Map<String, Phrase> known = marked ? EXACT : WITHOUT_MARKS;
        StringBuilder joined = new StringBuilder();
        Optional<Taken> longest = Optional.empty();
        for (int length = 1; length <= Math.min(LONGEST, words.length - from); length++) {
            String word = words[from + length - 1];
            joined.append(length == 1 ? "" : " ").append(bare(word));
            String phrase = joined.toString();
            Phrase found = known.get(marked ? Folding.spelling(phrase) : Plain.of(phrase));
            if (found != null) {
                longest = Optional.of(new Taken(found, length));
            }
            if (!trail(word).isEmpty()) {
                break;
            }
        }
        return longest;
    }

    /** A word without the marks behind it. */
    static String bare(String word) {
        int end = word.length();
        while (end > 0 && ",;:.)\"”".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** The marks behind a word. */
    static String trail(String word) {
        return word.substring(bare(word).length());
    }
}
