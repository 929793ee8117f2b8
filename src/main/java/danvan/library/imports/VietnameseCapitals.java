package danvan.library.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines printed in capitals as the administration writes them in a sentence (Decree 30/2020/NĐ-CP, annex II): "BAN QUẢN
 * LÝ DI TÍCH" is "Ban Quản lý di tích", "XÃ THÁI PHƯƠNG" is "xã Thái Phương". The words decide as they are printed:
 * marks are never guessed away; only a line that has none at all is compared without.
 */
final class VietnameseCapitals {
    /** What a phrase does to the words behind it. */
    private enum Role {
        /** A body: what it does follows, its first syllable large: "Sở Nông nghiệp và Môi trường". */
        BODY,
        /** A level or a body that is followed by the name of a place, all large. */
        PLACED,
        /** A name by itself. */
        NAME,
        /** Small words that only look like something else: "xã hội". */
        PLAIN
    }

    private record Phrase(String written, Role role) {}

    private static final int LONGEST = 9;
    private static final Map<String, Phrase> EXACT = new HashMap<>();
    private static final Map<String, Phrase> WITHOUT_MARKS = new HashMap<>();

    static {
        add(Role.BODY, """
                Ủy ban nhân dân|Ủy ban|UBND|Hội đồng nhân dân|Hội đồng|HĐND|Ban Chấp hành|Ban Thường vụ|Ban Thường trực
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
                Hội đồng Bộ trưởng|Hội nghị|Đại hội|Dân vận|Đại đoàn kết
                """);
        add(Role.NAME, """
                Hưng Yên|Thái Bình|Hải Dương|Hải Phòng|Nam Định|Hà Nam|Ninh Bình|Bắc Ninh|Bắc Giang|Quảng Ninh|Lạng Sơn|Cao Bằng|Bắc Kạn|Thái Nguyên
                Tuyên Quang|Hà Giang|Lào Cai|Yên Bái|Lai Châu|Điện Biên|Sơn La|Hòa Bình|Phú Thọ|Vĩnh Phúc|Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị
                Thừa Thiên Huế|Huế|Đà Nẵng|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng
                Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Bà Rịa - Vũng Tàu|Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang
                Cần Thơ|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau
                """);
        add(Role.PLAIN, """
                xã hội|xã hội hóa|xã hội chủ nghĩa|cấp xã|cấp tỉnh|cấp huyện|cơ quan|các cơ quan|các cấp|khối|quản lý nhà nước|cơ quan nhà nước|ngân sách nhà nước|vốn nhà nước|hành chính nhà nước|doanh nghiệp nhà nước|đảng viên|cấp ủy|tổ chức đảng|chi bộ
                cán sự đảng|hội viên|đoàn viên|đoàn thể|đoàn kết|ban hành|ban bố|sở hữu|sở tại|bộ máy|bộ phận|bộ tiêu chí|cán bộ|nội bộ|toàn bộ|đồng bộ|tiến bộ|công bộ
                hội nghị|hội thảo|cơ hội|đại hội|tổ chức|tổ dân phố|quỹ đất|vụ việc|nghĩa vụ|nhiệm vụ|dịch vụ|phục vụ|nghiệp vụ|thời vụ|công vụ|nội vụ
                viện phí|thuế|phòng|phòng chống|phòng cháy|phòng thủ|phòng ngừa|quốc phòng|dự phòng|bệnh viện|trường hợp|môi trường|thị trường|trường học
                đội ngũ|quân đội|đài|trạm|hạt|bản|ấp|văn bản|cơ bản|tài bản|biên bản|bản đồ|bản sắc|công an|ngân hàng|đoàn|hội|ban|sở|bộ|tổ|đội|quỹ|vụ|viện|cục|liên minh|liên đoàn|trung tâm|trường
                thanh tra|công đoàn|hội đồng|ủy ban|văn phòng
                """);
    }

    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,6}");
    private static final Set<String> BEFORE_ROMAN = Set.of(
            "khóa", "khoá", "quý", "lần", "kỳ", "thứ", "chương", "phần", "mục", "lục", "cấp", "hạng", "loại", "bậc",
            "đợt", "-", "và", "số");
    /** Words that end the name of a place: none of them begins a syllable of one. */
    private static final Set<String> NO_PLACE = Set.of(
            "năm", "giai", "đoạn", "về", "của", "và", "trong", "đến", "khóa", "khoá", "nhiệm", "kỳ", "lần", "quý",
            "tháng", "theo", "trên", "tại", "ở", "từ", "với", "để", "là", "có", "cho", "do", "các", "được", "số",
            "trực", "thuộc", "đạt", "nông", "đặc", "vùng", "biên", "thông", "văn", "loại", "nghèo", "mới", "thí", "lỵ",
            "ủy", "uỷ", "hội", "hóa", "khi", "sau", "trước", "gồm", "như", "này", "không", "phải", "sẽ", "đã", "hoặc",
            "cùng", "ngoài", "thực", "hiện");

    private static final Set<String> NOT_BEFORE_A_LEVEL = Set.of(
            "cấp", "các", "những", "mỗi", "một", "mọi", "nhiều", "số", "hai", "ba", "liên", "toàn", "cụm", "từng");
    private static final Set<String> LEVELS =
            Set.of("tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã", "thị trấn", "quận", "đặc khu", "thôn");
    private static final Set<String> KIND_FOLLOWS = Set.of(
            "ban hành",
            "phê duyệt",
            "thực hiện",
            "theo",
            "của",
            "tổng kết",
            "sơ kết",
            "thi hành",
            "bổ sung",
            "sửa đổi",
            "thay thế",
            "bãi bỏ",
            "triển khai",
            "thông qua");

    /** Kinds that a title names documents by; a report or an agreement in a title is any. */
    private static final Set<String> AS_NAMES = Set.of(
            "Hiến pháp",
            "Pháp lệnh",
            "Nghị quyết",
            "Nghị định",
            "Quyết định",
            "Chỉ thị",
            "Thông tư",
            "Thông báo",
            "Quy chế",
            "Quy định",
            "Điều lệ",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Kết luận");

    private VietnameseCapitals() {}

    private static void add(Role role, String phrases) {
        for (String phrase : phrases.strip().split("[|\\n]", -1)) {
            String written = phrase.strip();
            EXACT.putIfAbsent(key(written), new Phrase(written, role));
            if (role != Role.PLAIN) {
                WITHOUT_MARKS.putIfAbsent(Plain.of(written), new Phrase(written, role));
            }
        }
    }

    /** "HOÀ" and "HÒA" are one word, spelt in two ways. */
    static String key(String text) {
        String apart = java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i <= apart.length(); i++) {
            char c = i < apart.length() ? apart.charAt(i) : ' ';
            if ("\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0) {
                tones.append(c);
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                key.append(c);
            } else {
                key.append(tones);
                tones.setLength(0);
                if (i < apart.length()) {
                    key.append(c);
                }
            }
        }
        return key.toString();
    }

    /** A body's name: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" is "Sở Nông nghiệp và Môi trường". */
    static String body(String capitals) {
        String[] words = capitals.strip().split("[\\s*]+");
        boolean marked = !capitals.chars().allMatch(c -> c < 128);
        List<String> said = new ArrayList<>();
        Role mode = Role.NAME;
        boolean opens = false;
        boolean behindBody = false;
        for (int i = 0; i < words.length; ) {
            Optional<Taken> found = longest(words, i, marked);
            if (behindBody
                    && found.filter(taken -> taken.phrase().role() == Role.PLAIN)
                            .isPresent()
                    && LEVELS.contains(bare(words[i]).toLowerCase(Locale.ROOT))
                    && i + 2 < words.length) {
                // "ỦY BAN NHÂN DÂN XÃ HỘI AN": behind a body it is the level.
                found = longest(new String[] {words[i]}, 0, marked);
            }
            behindBody = false;
            boolean wholeBody = found.isPresent() && found.get().phrase().role() != Role.PLAIN;
            if (wholeBody) {
                Taken taken = found.get();
                boolean continues =
                        opens && taken.phrase().role() == Role.BODY && taken.length() == 1 && mode == Role.BODY;
                String written = taken.phrase().written();
                said.add((continues ? capital(written) : written) + trail(words[i + taken.length() - 1]));
                mode = taken.phrase().role();
                // The work is named already: "Ban Quản lý di tích".
                opens = mode == Role.BODY && !written.endsWith("Quản lý");
                i += taken.length();
                opens |= separates(words[i - 1]) && mode != Role.PLACED;
                behindBody = mode == Role.BODY;
                continue;
            }
            if (found.isPresent()) {
                Taken taken = found.get();
                said.add((opens
                                ? capital(taken.phrase().written())
                                : taken.phrase().written())
                        + trail(words[i + taken.length() - 1]));
                i += taken.length();
                mode = mode == Role.PLACED ? Role.BODY : mode;
                opens = separates(words[i - 1]);
                continue;
            }
            String word = words[i];
            String bare = bare(word);
            if (bare.isEmpty()) {
                said.add(word);
                opens = mode != Role.PLACED;
            } else if (!LegacyEncodings.isSpeltAsOne(Plain.of(bare))) {
                said.add(word);
                opens = separates(word) && mode != Role.PLACED;
            } else if (bare.equalsIgnoreCase("và") || bare.equalsIgnoreCase("của") || bare.equalsIgnoreCase("về")) {
                said.add(word.toLowerCase(Locale.ROOT));
                opens = bare.equalsIgnoreCase("và");
            } else if (mode == Role.PLACED || (mode == Role.NAME && !opens)) {
                said.add(Plain.sentence(word));
            } else {
                said.add(opens ? Plain.sentence(word) : word.toLowerCase(Locale.ROOT));
                opens = separates(word);
            }
            i++;
        }
        return capital(String.join(" ", said));
    }

    private static boolean separates(String word) {
        return word.endsWith(",") || word.endsWith(";") || word.equals("-") || word.equals("–");
    }

    private record Taken(Phrase phrase, int length) {}

    private static Optional<Taken> longest(String[] words, int from, boolean marked) {
        Map<String, Phrase> known = marked ? EXACT : WITHOUT_MARKS;
        StringBuilder joined = new StringBuilder();
        Optional<Taken> longest = Optional.empty();
        for (int length = 1; length <= Math.min(LONGEST, words.length - from); length++) {
            String word = words[from + length - 1];
            joined.append(length == 1 ? "" : " ").append(bare(word));
            String phrase = joined.toString();
            Phrase found = known.get(marked ? key(phrase) : Plain.of(phrase));
            if (found != null) {
                longest = Optional.of(new Taken(found, length));
            }
            if (!trail(word).isEmpty()) {
                break;
            }
        }
        return longest;
    }

    private static String bare(String word) {
        int end = word.length();
        while (end > 0 && ",;:.)\"”".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static String trail(String word) {
        return word.substring(bare(word).length());
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /**
     * A title as a sentence: "BAN HÀNH QUY CHẾ CỦA ĐẢNG Ở TỈNH THÁI NGUYÊN" is "Ban hành Quy chế của Đảng ở tỉnh Thái Nguyên".
     *
     * @param body the document's own text, which says how its places are written
     */
    static String title(String capitals, String body) {
        String[] words = capitals.strip().split("\\s+");
        boolean marked = !capitals.chars().allMatch(c -> c < 128);
        List<String> said = new ArrayList<>();
        String before = "";
        String two = "";
        for (int i = 0; i < words.length; ) {
            String word = words[i];
            String bare = bare(word).replaceFirst("^[\"“(]+", "");
            String small = key(bare);
            if (ROMAN.matcher(bare).matches()
                    && (bare.length() > 2 || BEFORE_ROMAN.contains(before))
                    && !bare.isEmpty()) {
                said.add(word);
                i++;
            } else if (!bare.isEmpty()
                    && (!LegacyEncodings.isSpeltAsOne(Plain.of(bare))
                            || bare.chars().noneMatch(Character::isLetter))) {
                said.add(word);
                i++;
            } else {
                int taken = named(words, i, marked, before, two, body, said);
                if (taken == 0) {
                    said.add(word.toLowerCase(Locale.ROOT));
                    taken = 1;
                }
                i += taken;
            }
            two = i < 2 ? "" : after(words, i - 2) + " " + after(words, i - 1);
            before = bare(words[i - 1]).toLowerCase(Locale.ROOT);
            if (small.isEmpty()) {
                before = "-";
            }
        }
        String text = String.join(" ", said);
        int first = 0;
        while (first < text.length() && !Character.isLetter(text.charAt(first))) {
            first++;
        }
        return first < text.length()
                ? text.substring(0, first) + Character.toUpperCase(text.charAt(first)) + text.substring(first + 1)
                : text;
    }

    /** Adds what begins here and is written large, and says how many words it was; none where it is written small. */
    private static int named(
            String[] words, int i, boolean marked, String before, String two, String body, List<String> said) {
        String bare = bare(words[i]).replaceFirst("^[\"“(]+", "");
        Optional<Taken> found = longest(words, i, marked);
        int level = levelLength(words, i);
        boolean society = found.isPresent()
                && found.get().phrase().role() == Role.PLAIN
                && found.get().length() > level;
        if (level > 0 && !society && !NOT_BEFORE_A_LEVEL.contains(before)) {
            int place = placeLength(words, i + level, body);
            if (place > 0) {
                for (int j = i; j < i + level; j++) {
                    said.add(words[j].toLowerCase(Locale.ROOT));
                }
                for (int j = i + level; j < i + level + place; j++) {
                    said.add(eachLarge(words[j]));
                }
                return level + place;
            }
        }
        for (String kind : Kinds.names()) {
            if (!AS_NAMES.contains(kind)) {
                continue;
            }
            int length = kind.split(" ").length;
            if (isAt(words, i, kind)
                    && (KIND_FOLLOWS.contains(before)
                            || KIND_FOLLOWS.contains(two)
                            || "số".equals(after(words, i + length)))
                    && !(kind.equals("Quy định") && before.equals("theo"))) {
                for (int j = 0; j < length; j++) {
                    said.add(j == 0 ? Plain.sentence(words[i]) : words[i + j].toLowerCase(Locale.ROOT));
                }
                return length;
            }
        }
        if ((key(bare).equals(key("luật")) || isAt(words, i, "Bộ luật"))
                && i + 1 < words.length
                && !NO_PLACE.contains(after(words, i + 1))) {
            int length = isAt(words, i, "Bộ luật") ? 2 : 1;
            if (i + length < words.length && LegacyEncodings.isSpeltAsOne(Plain.of(bare(words[i + length])))) {
                said.add(Plain.sentence(words[i]));
                if (length == 2) {
                    said.add(words[i + 1].toLowerCase(Locale.ROOT));
                }
                if (longest(words, i + length, marked)
                        .filter(t -> t.phrase().role() == Role.NAME)
                        .isEmpty()) {
                    said.add(Plain.sentence(words[i + length]));
                    return length + 1;
                }
                return length;
            }
        }
        if (found.isPresent()) {
            Taken taken = found.get();
            boolean large = switch (taken.phrase().role()) {
                case NAME -> true;
                case BODY -> taken.length() > 1;
                case PLACED -> taken.length() > 1 && taken.length() > level;
                case PLAIN -> false;
            };
            if (large || taken.phrase().role() == Role.PLAIN) {
                String written = large
                        ? taken.phrase().written()
                        : taken.phrase().written().toLowerCase(Locale.ROOT);
                said.add(lead(words[i]) + written + trail(words[i + taken.length() - 1]));
                return taken.length();
            }
        }
        return 0;
    }

    private static String lead(String word) {
        return word.substring(
                0, word.length() - word.replaceFirst("^[\"“(]+", "").length());
    }

    private static String after(String[] words, int at) {
        return at < words.length ? bare(words[at]).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isAt(String[] words, int from, String phrase) {
        String[] wanted = phrase.split(" ", -1);
        if (from + wanted.length > words.length) {
            return false;
        }
        for (int j = 0; j < wanted.length; j++) {
            if (!key(bare(words[from + j])).equals(key(wanted[j]))) {
                return false;
            }
        }
        return true;
    }

    private static int levelLength(String[] words, int i) {
        if (i + 1 < words.length
                && LEVELS.contains(bare(words[i]).toLowerCase(Locale.ROOT) + " " + after(words, i + 1))
                && trail(words[i]).isEmpty()) {
            return 2;
        }
        return LEVELS.contains(words[i].toLowerCase(Locale.ROOT)) ? 1 : 0;
    }

    /** How many words name the place: as many as the text itself writes large, else two. */
    private static int placeLength(String[] words, int from, String body) {
        int most = 0;
        while (most < 4
                && from + most < words.length
                && !NO_PLACE.contains(after(words, from + most))
                && LEVELS.stream().noneMatch(after(words, from)::equals)
                && LegacyEncodings.isSpeltAsOne(Plain.of(bare(words[from + most])))) {
            most++;
            if (!trail(words[from + most - 1]).isEmpty()) {
                break;
            }
        }
        for (int length = most; length > 0; length--) {
            StringBuilder name = new StringBuilder();
            for (int j = from; j < from + length; j++) {
                name.append(j == from ? "" : " ").append(Plain.sentence(bare(words[j])));
            }
            if (body.contains(name)) {
                return length;
            }
        }
        return Math.min(most, 2);
    }

    private static String eachLarge(String word) {
        return Plain.sentence(word);
    }
}
