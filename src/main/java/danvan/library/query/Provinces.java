package danvan.library.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The provinces a document's number may be told apart by: two provinces number their documents alike. Names as they were
 * before 1/7/2025, which today's are among; Hồ Chí Minh is left out, since the name is more often the man's.
 */
public final class Provinces {
    private static final List<List<String>> NAMES = Stream.of(
                    "an giang",
                    "ba ria vung tau",
                    "bac giang",
                    "bac kan",
                    "bac lieu",
                    "bac ninh",
                    "ben tre",
                    "binh dinh",
                    "binh duong",
                    "binh phuoc",
                    "binh thuan",
                    "ca mau",
                    "can tho",
                    "cao bang",
                    "da nang",
                    "dak lak",
                    "dak nong",
                    "dien bien",
                    "dong nai",
                    "dong thap",
                    "gia lai",
                    "ha giang",
                    "ha nam",
                    "ha noi",
                    "ha tinh",
                    "hai duong",
                    "hai phong",
                    "hau giang",
                    "hoa binh",
                    "hung yen",
                    "khanh hoa",
                    "kien giang",
                    "kon tum",
                    "lai chau",
                    "lam dong",
                    "lang son",
                    "lao cai",
                    "long an",
                    "nam dinh",
                    "nghe an",
                    "ninh binh",
                    "ninh thuan",
                    "phu tho",
                    "phu yen",
                    "quang binh",
                    "quang nam",
                    "quang ngai",
                    "quang ninh",
                    "quang tri",
                    "soc trang",
                    "son la",
                    "tay ninh",
                    "thai binh",
                    "thai nguyen",
                    "thanh hoa",
                    "thua thien hue",
                    "tien giang",
                    "tra vinh",
                    "tuyen quang",
                    "vinh long",
                    "vinh phuc",
                    "yen bai")
            .map(name -> List.of(name.split(" ", -1)))
            .toList();

    /** Every text is looked through for them. */
    private static final Map<String, List<List<String>>> BY_FIRST_WORD =
            NAMES.stream().collect(Collectors.groupingBy(name -> name.get(0)));

    /** What became one: who asks after 1/7/2025 names the new one and may mean the old one's document. */
    private static final Set<Set<String>> ONE = Set.of(Set.of("thai binh", "hung yen"));

    /** A commune may bear a province's name: "xã Hòa Bình". */
    private static final Set<String> SMALLER =
            Set.of("xa", "phuong", "huyen", "thon", "tran", "to", "quan", "cong", "phong", "nhan");

    private static final Set<String> OF = Set.of("cua", "tinh", "uy", "pho", "tp", "o", "tai");

    private Provinces() {}

    /** The province that a question about a numbered document names: after "của", "tỉnh", the number, or as a name. */
    public static Optional<String> named(List<Word> words, List<Reference> references) {
        Set<Integer> behind = references.stream().map(Reference::endWord).collect(Collectors.toSet());
        Set<Integer> before = references.stream().map(Reference::firstWord).collect(Collectors.toSet());
        for (int at = 0; at < words.size(); at++) {
            List<String> name = at(words, at);
            String previous = at == 0 ? "" : words.get(at - 1).folded();
            boolean said = behind.contains(at)
                    || before.contains(at + name.size())
                    || OF.contains(previous)
                    || words.get(at).name();
            if (!name.isEmpty() && said && !SMALLER.contains(previous)) {
                return Optional.of(String.join(" ", name));
            }
        }
        return Optional.empty();
    }

    /** All that a text names. */
    public static List<String> in(List<Word> words) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            List<String> name = at(words, at);
            if (!name.isEmpty()) {
                found.add(String.join(" ", name));
            }
        }
        return found;
    }

    public static boolean areOne(String one, String other) {
        return one.equals(other) || ONE.contains(Set.of(one, other));
    }

    private static List<String> at(List<Word> words, int from) {
        List<List<String>> names = BY_FIRST_WORD.get(words.get(from).folded());
        if (names == null) {
            return List.of();
        }
        return names.stream()
                .filter(name -> from + name.size() <= words.size()
                        && WordForms.folded(words.subList(from, from + name.size()))
                                .equals(name))
                .findFirst()
                .orElse(List.of());
    }
}
