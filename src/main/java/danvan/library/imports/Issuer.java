package danvan.library.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The issuing body as it is written in a sentence, from the lines in capitals at the head of a page. */
final class Issuer {
    /** How bodies begin; a line that begins otherwise goes on the one before. */
    private static final Pattern BEGINS = Pattern.compile(
            "^(?:ban|so|phong|uy ban|ubnd|hdnd|ubmttq|hoi|hoi dong|bo|cuc|tong cuc|chi cuc|chi bo|dang bo|van phong|tinh uy|huyen uy|thanh uy|thi uy|dang uy"
                    + "|quan uy|mat tran|doan|lien doan|lien minh|truong|cong an|trung tam|chinh phu|thu tuong|quoc hoi|toa an|vien|tong|hoc vien|dai hoc|benh vien|tap doan|cong ty)\\b.*");

    private static final Map<String, String> SPOKEN = new LinkedHashMap<>();

    static {
        for (String phrase : List.of(
                "Ủy ban nhân dân",
                "Ủy ban Mặt trận Tổ quốc Việt Nam",
                "Hội đồng nhân dân",
                "Ban Chấp hành",
                "Ban Thường vụ",
                "Ban Chỉ đạo",
                "Ban Dân vận",
                "Ban Tổ chức",
                "Ban Tuyên giáo",
                "Ban Bí thư",
                "Bộ Chính trị",
                "Ban Nội chính",
                "Tỉnh ủy",
                "Huyện ủy",
                "Thành ủy",
                "Thị ủy",
                "Đảng ủy",
                "Đảng bộ",
                "Mặt trận Tổ quốc",
                "Hội Nông dân",
                "Hội Cựu chiến binh",
                "Hội Liên hiệp Phụ nữ",
                "Văn phòng",
                "Chính phủ",
                "Thủ tướng",
                "Quốc hội",
                "Sở Nội vụ",
                "Bộ Nội vụ",
                "Trung ương",
                "Việt Nam",
                "và",
                "về",
                "của")) {
            SPOKEN.put(Plain.of(phrase), phrase);
        }
        for (String level : List.of("tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã", "thị trấn", "quận")) {
            SPOKEN.put(Plain.of(level), level);
        }
    }

    private Issuer() {}

    /** The body itself first, then the one above it. */
    static String of(List<String> lines) {
        List<String> bodies = new ArrayList<>();
        for (String line : lines) {
            boolean begins = BEGINS.matcher(Plain.of(line)).matches();
            if (begins || bodies.isEmpty()) {
                bodies.add(line);
            } else {
                bodies.set(bodies.size() - 1, bodies.get(bodies.size() - 1) + " " + line);
            }
        }
        if (bodies.isEmpty()) {
            return "";
        }
        String own = spoken(bodies.get(bodies.size() - 1));
        return bodies.size() == 1 ? own : own + ", " + spoken(bodies.get(bodies.size() - 2));
    }

    static String spoken(String capitals) {
        String[] words = capitals.strip().split("[\\s*]+");
        List<String> said = new ArrayList<>();
        for (int i = 0; i < words.length; ) {
            int taken = 0;
            for (int length = Math.min(8, words.length - i); length > 0 && taken == 0; length--) {
                String phrase = String.join(" ", List.of(words).subList(i, i + length));
                String known = SPOKEN.get(Plain.of(phrase));
                if (known != null) {
                    said.add(known);
                    taken = length;
                }
            }
            if (taken == 0) {
                boolean abbreviation = !LegacyEncodings.isSpeltAsOne(Plain.of(words[i]));
                said.add(abbreviation ? words[i] : Plain.sentence(words[i]));
                taken = 1;
            }
            i += taken;
        }
        String text = String.join(" ", said);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
