package danvan.report.period;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who issues a unit's report, as the heading of an official letter says it: the organ above and the organ itself. Told from
 * the unit's name; an office that is called otherwise writes its name into its own template.
 *
 * @param above empty where nobody is above
 */
record Issuer(String above, String organ) {
    /** What the Party committee of a unit is called, by the word its name begins with. */
    private static final Map<String, String> COMMITTEES = Map.of(
            "tỉnh", "Tỉnh ủy",
            "thành phố", "Thành ủy",
            "huyện", "Huyện ủy",
            "quận", "Quận ủy",
            "thị xã", "Thị ủy");

    private static final List<String> GRASSROOTS = List.of("xã", "phường", "thị trấn", "đặc khu");

    /** Of a report of the Party's mass-mobilization body: below the committee, and called by its level. */
    static Issuer ofParty(String unit) {
        String committee = committee(unit);
        return new Issuer(committee, isGrassroots(unit) ? "Khối Dân vận" : "Ban Dân vận");
    }

    /** Of a report of the people's committee: below that of the unit above (Decree 30/2020/NĐ-CP, Annex I). */
    static Issuer ofState(String unit, Optional<String> above) {
        return new Issuer(above.map(name -> "Ủy ban nhân dân " + name).orElse(""), "Ủy ban nhân dân " + unit);
    }

    /** Such as "Tỉnh ủy Thái Bình" and "Đảng ủy xã Tiến Đức". */
    static String committee(String unit) {
        String small = unit.toLowerCase(Locale.forLanguageTag("vi"));
        return COMMITTEES.entrySet().stream()
                .filter(kind -> small.startsWith(kind.getKey() + " "))
                .findFirst()
                .map(kind -> kind.getValue() + unit.substring(kind.getKey().length()))
                .orElseGet(() -> "Đảng ủy " + unit);
    }

    private static boolean isGrassroots(String unit) {
        String small = unit.toLowerCase(Locale.forLanguageTag("vi"));
        return GRASSROOTS.stream().anyMatch(kind -> small.startsWith(kind + " "));
    }

    /** As a heading has it. */
    Issuer inCapitals() {
        Locale vietnamese = Locale.forLanguageTag("vi");
        return new Issuer(above.toUpperCase(vietnamese), organ.toUpperCase(vietnamese));
    }
}
