package danvan.library.imports.recognition;

import danvan.library.imports.document.LegacyEncodings;
import danvan.library.imports.document.Plain;
import danvan.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Titles as they are written in a sentence, from their capitals. */
final class TitleCase {
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
    static final Set<String> LEVELS =
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

    private TitleCase() {}

    /**
     * A title as a sentence: "BAN HÀNH QUY CHẾ CỦA ĐẢNG Ở TỈNH THÁI NGUYÊN" is "Ban hành Quy chế của Đảng ở tỉnh Thái Nguyên".
     *
     * @param body the document's own text, which says how its places are written
     */
    static String of(String capitals, String body) {
        String[] words = capitals.strip().split("\\s+");
        boolean marked = !capitals.chars().allMatch(c -> c < 128);
        List<String> said = new ArrayList<>();
        String before = "";
        String two = "";
        for (int i = 0; i < words.length; ) {
            String word = words[i];
            String bare = Phrases.bare(word).replaceFirst("^[\"“(]+", "");
            String small = Folding.spelling(bare);
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
            before = Phrases.bare(words[i - 1]).toLowerCase(Locale.ROOT);
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
        String bare = Phrases.bare(words[i]).replaceFirst("^[\"“(]+", "");
        Optional<Phrases.Taken> found = Phrases.longest(words, i, marked);
        int level = levelLength(words, i);
        boolean society = found.isPresent()
                && found.get().phrase().role() == Phrases.Role.PLAIN
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
        if ((Folding.spelling(bare).equals(Folding.spelling("luật")) || isAt(words, i, "Bộ luật"))
                && i + 1 < words.length
                && !NO_PLACE.contains(after(words, i + 1))) {
            int length = isAt(words, i, "Bộ luật") ? 2 : 1;
            if (i + length < words.length && LegacyEncodings.isSpeltAsOne(Plain.of(Phrases.bare(words[i + length])))) {
                said.add(Plain.sentence(words[i]));
                if (length == 2) {
                    said.add(words[i + 1].toLowerCase(Locale.ROOT));
                }
                if (Phrases.longest(words, i + length, marked)
                        .filter(t -> t.phrase().role() == Phrases.Role.NAME)
                        .isEmpty()) {
                    said.add(Plain.sentence(words[i + length]));
                    return length + 1;
                }
                return length;
            }
        }
        if (found.isPresent()) {
            Phrases.Taken taken = found.get();
            boolean large = switch (taken.phrase().role()) {
                case NAME -> true;
                case BODY -> taken.length() > 1;
                case PLACED -> taken.length() > 1 && taken.length() > level;
                case PLAIN -> false;
            };
            if (large || taken.phrase().role() == Phrases.Role.PLAIN) {
                String written = large
                        ? taken.phrase().written()
                        : taken.phrase().written().toLowerCase(Locale.ROOT);
                said.add(lead(words[i]) + written + Phrases.trail(words[i + taken.length() - 1]));
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
        return at < words.length ? Phrases.bare(words[at]).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isAt(String[] words, int from, String phrase) {
        String[] wanted = phrase.split(" ", -1);
        if (from + wanted.length > words.length) {
            return false;
        }
        for (int j = 0; j < wanted.length; j++) {
            if (!Folding.spelling(Phrases.bare(words[from + j])).equals(Folding.spelling(wanted[j]))) {
                return false;
            }
        }
        return true;
    }

    private static int levelLength(String[] words, int i) {
        if (i + 1 < words.length
                && LEVELS.contains(Phrases.bare(words[i]).toLowerCase(Locale.ROOT) + " " + after(words, i + 1))
                && Phrases.trail(words[i]).isEmpty()) {
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
                && LegacyEncodings.isSpeltAsOne(Plain.of(Phrases.bare(words[from + most])))) {
            most++;
            if (!Phrases.trail(words[from + most - 1]).isEmpty()) {
                break;
            }
        }
        for (int length = most; length > 0; length--) {
            StringBuilder name = new StringBuilder();
            for (int j = from; j < from + length; j++) {
                name.append(j == from ? "" : " ").append(Plain.sentence(Phrases.bare(words[j])));
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
