package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import danvan.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The issuing body, or the bodies, as they are written in a sentence, from the lines in capitals at the head of a page. */
final class Issuer {
    /** How bodies begin; a line that begins otherwise goes on the one before. */
    private static final List<String> BEGINNINGS = List.of(
            "Ban",
            "Tiểu ban",
            "Khối Dân vận",
            "Sở",
            "Phòng",
            "Ủy ban",
            "UBND",
            "HĐND",
            "UBMTTQ",
            "UB MTTQ",
            "MTTQ",
            "BCH",
            "BTV",
            "Hội",
            "Hội đồng",
            "Bộ",
            "Cục",
            "Tổng cục",
            "Chi cục",
            "Chi bộ",
            "Đảng bộ",
            "Đảng đoàn",
            "Văn phòng",
            "Tỉnh ủy",
            "Huyện ủy",
            "Thành ủy",
            "Thị ủy",
            "Đảng ủy",
            "Quận ủy",
            "Quân ủy",
            "Mặt trận",
            "Đoàn",
            "Tỉnh đoàn",
            "Huyện đoàn",
            "Xã đoàn",
            "Liên đoàn",
            "Liên minh",
            "Liên hiệp",
            "Trường",
            "Công an",
            "Công đoàn",
            "Trung tâm",
            "Chính phủ",
            "Thủ tướng",
            "Chủ tịch",
            "Quốc hội",
            "Tòa án",
            "Viện",
            "Tổng",
            "Học viện",
            "Đại học",
            "Bệnh viện",
            "Tập đoàn",
            "Công ty",
            "Tổ công tác",
            "Thanh tra",
            "Bảo hiểm",
            "Kho bạc",
            "Ngân hàng",
            "Đài",
            "Quỹ",
            "Hạt",
            "Trạm",
            "Đồn",
            "Bộ trưởng",
            "Kiểm toán",
            "Thuế",
            "Báo");

    private static final Set<String> EXACT =
            BEGINNINGS.stream().map(Folding::spelling).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WITHOUT_MARKS =
            BEGINNINGS.stream().map(Plain::of).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_BEGINNING = 3;
    /** Words that begin like a body and are none. */
    private static final Set<String> NO_BODY = Stream.of(
                    "ban hành",
                    "ban bố",
                    "bộ tiêu chí",
                    "bộ máy",
                    "hội nghị",
                    "hội thảo",
                    "hội thi",
                    "hội đồng nghĩa",
                    "đoàn kết",
                    "tổng kết",
                    "tổng hợp",
                    "tổng số",
                    "báo cáo",
                    "báo động",
                    "trường hợp",
                    "viện dẫn",
                    "quỹ đất",
                    "phòng chống",
                    "phòng ngừa",
                    "phòng cháy",
                    "phòng,",
                    "phòng thủ")
            .map(Folding::spelling)
            .collect(Collectors.toUnmodifiableSet());

    /** "ỦY BAN … - BỘ …": several bodies on one line; "LAO ĐỘNG - THƯƠNG BINH" is one. */
    private static final Pattern SEVERAL =
            Pattern.compile("\\s{1,3}[-–—]\\s{1,3}|[-–—]\\s{1,3}|\\s{1,3}[-–—]$|\\s{0,3};\\s{0,3}");

    private static final Pattern CENTRAL_PARTY =
            Pattern.compile("^ban chap hanh trung uong(?: dang(?: cong san viet nam)?)?$");
    /** They have central committees of their own. */
    private static final Pattern ASSOCIATION =
            Pattern.compile("^(?:hoi|doan|lien hiep|tong lien doan|tong hoi)(?![a-z]).*");

    private static final Pattern VILLAGE = Pattern.compile("^(?:thon|khu pho|to dan pho|ap|ban|buon|khom) .{1,40}$");
    private static final Pattern COMMUNE = Pattern.compile("(?<![a-z])(?:xa|phuong|thi tran|dac khu) ");
    /** Lines that say only whose body or where it is. */
    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:tinh|huyen|xa|phuong|thanh pho|tp\\.?|thi xa|thi tran|quan|dac khu|viet nam|thon|khu pho|khoa|to dan pho)(?![a-z])(?! (?:uy|doan|doi)(?![a-z])).*");

    private Issuer() {}

    /** Whether a line begins as the name of a body does: "VIỆN …", not "VIÊN CHỨC". */
    static boolean begins(String printed) {
        boolean marked = !printed.chars().allMatch(c -> c < 128);
        String line = marked ? Folding.spelling(printed) : Plain.of(printed);
        if (NO_BODY.stream().anyMatch(line::startsWith)) {
            return false;
        }
        String[] words = line.split("[\\s,.-]+", LONGEST_BEGINNING + 1);
        StringBuilder beginning = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST_BEGINNING, words.length); i++) {
            beginning.append(i == 0 ? "" : " ").append(words[i]);
            if ((marked ? EXACT : WITHOUT_MARKS).contains(beginning.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line says only where a body is: "TỈNH HƯNG YÊN". */
    static boolean isLevel(String printed) {
        return GOES_ON.matcher(Plain.of(printed)).matches();
    }

    /** The body itself first, then the one above it; of several, one behind the other as they stand. */
    static String of(List<String> lines) {
        List<List<String>> bodies = new ArrayList<>();
        boolean together = false;
        boolean several = false;
        for (String line : lines) {
            List<String> parts = parts(line);
            for (String part : parts) {
                String plain = Plain.of(part);
                // "HĐND XÃ …", then "THƯỜNG TRỰC"; a printer may break "BAN THƯỜNG TRỰC" there.
                boolean standing = plain.equals("thuong truc")
                        && !bodies.isEmpty()
                        && !last(bodies).get(last(bodies).size() - 1).equals("BAN");
                // "UBND XÃ AN LẠC", then "THÔN ĐOÀI", which is no other name of the commune.
                boolean below = VILLAGE.matcher(plain).matches()
                        && !bodies.isEmpty()
                        && COMMUNE.matcher(Plain.of(String.join(" ", last(bodies))))
                                .find();
                boolean own = (begins(part) && !GOES_ON.matcher(plain).matches()) || standing || below;
                boolean whole = bodies.isEmpty() || (own && isWhole(last(bodies)));
                if (whole) {
                    bodies.add(new ArrayList<>(List.of(part)));
                } else {
                    last(bodies).add(part);
                }
            }
            several |= parts.size() > 1 || together;
            together = (!line.isEmpty() && "-–—".indexOf(line.charAt(line.length() - 1)) >= 0);
        }
        if (bodies.isEmpty()) {
            return "";
        }
        List<String> spoken = bodies.stream()
                .map(body -> VietnameseCapitals.body(String.join(" ", body)))
                .toList();
        if (several) {
            return String.join(", ", spoken);
        }
        String own = spoken.get(spoken.size() - 1);
        if (spoken.size() == 1) {
            return own;
        }
        String above = spoken.get(spoken.size() - 2);
        if (CENTRAL_PARTY.matcher(Plain.of(above)).matches()
                && ASSOCIATION.matcher(Plain.of(own)).matches()) {
            return above + " " + own;
        }
        if (CENTRAL_PARTY.matcher(Plain.of(above)).matches()) {
            return own
                    + (Plain.of(own).contains("trung uong")
                            ? ""
                            : Plain.of(own).equals("van phong") ? " Trung ương Đảng" : " Trung ương");
        }
        String plainOwn = Plain.of(own);
        // "Ủy ban Mặt trận … tỉnh X", then "Ban Thường trực": the two are one name.
        return own
                + (plainOwn.equals("ban thuong truc")
                                || plainOwn.equals("thuong truc")
                                || plainOwn.equals("ban thuong vu")
                                || plainOwn.equals("ban chap hanh")
                                || (plainOwn.equals("ban chap hanh trung uong")
                                        && ASSOCIATION.matcher(Plain.of(above)).matches())
                                || plainOwn.equals("doan chu tich")
                        ? " "
                        : ", ")
                + above;
    }

    private static List<String> last(List<List<String>> bodies) {
        return bodies.get(bodies.size() - 1);
    }

    /** A name that a printer broke in two is none yet: "ỦY" and "BAN". */
    private static boolean isWhole(List<String> body) {
        String plain = Plain.of(String.join(" ", body));
        return !plain.matches(
                "(?:uy|hoi)$|.*(?: - |, )(?:uy|hoi)$|(?:.* )?(?<!(?:tinh|huyen|thanh|dang|quan|thi|xa) )uy$|(?:.* )?(?:thuong|ban chap|hoi dong nhan|uy ban nhan|uy ban|uy ban trung uong|cua|va|,)$");
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : SEVERAL.split(line, -1)) {
            if (part.isBlank()) {
                continue;
            }
            boolean body = begins(part.strip());
            if (parts.isEmpty() || body) {
                parts.add(part.strip());
            } else {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " - " + part.strip());
            }
        }
        return parts;
    }

    static String spoken(String capitals) {
        return VietnameseCapitals.body(capitals);
    }
}
