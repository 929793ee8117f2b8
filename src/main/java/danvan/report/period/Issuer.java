package danvan.report.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who issues a unit's report, as the heading of an official letter says it: the organ above and the organ itself.
 *
 * @param above empty where nobody is above
 * @param symbol the organ's part of a document's number; empty where nobody can say
 */
public record Issuer(String above, String organ, String symbol) {
    /** Since then the commissions of propaganda and of mass mobilization are one, in the centre and in each province. */
    private static final LocalDate ONE_COMMISSION = LocalDate.of(2025, 2, 6);

    /** What the Party committee of a unit is called, by the word its name begins with. */
    private static final Map<String, String> COMMITTEES = Map.of(
            "tỉnh", "Tỉnh ủy",
            "thành phố", "Thành ủy",
            "huyện", "Huyện ủy",
            "quận", "Quận ủy",
            "thị xã", "Thị ủy");

    private static final List<String> GRASSROOTS = List.of("xã", "phường", "thị trấn", "đặc khu");

    /** Of a report of the Party's mass-mobilization body: below the committee, and called by its level. */
    static Issuer ofParty(String unit, LocalDate day) {
        String commission = day.isBefore(ONE_COMMISSION) ? "Ban Dân vận" : "Ban Tuyên giáo và Dân vận";
        return new Issuer(committee(unit), isGrassroots(unit) ? "Khối Dân vận" : commission, "");
    }

    /** Of a report of the people's committee: below that of the unit above (Decree 30/2020/NĐ-CP, Annex I). */
    static Issuer ofState(String unit, Optional<String> above) {
        return new Issuer(above.map(name -> "Ủy ban nhân dân " + name).orElse(""), "Ủy ban nhân dân " + unit, "UBND");
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
        return new Issuer(parted(above.toUpperCase(vietnamese)), parted(organ.toUpperCase(vietnamese)), symbol);
    }

    /** The line of a committee that is too long breaks before the place and not within its name. */
    private static String parted(String capitals) {
        String committee = "ỦY BAN NHÂN DÂN ";
        return capitals.startsWith(committee)
                ? committee + capitals.substring(committee.length()).replace(' ', '\u00A0')
                : capitals;
    }

    /**
     * Whether it is signed for all of it ("T/M"), as by a committee or a bloc; the head of a commission signs as such
     * (Guidance 36-HD/VPTW).
     */
    boolean signsTogether() {
        return !organ.toLowerCase(Locale.forLanguageTag("vi")).startsWith("ban ")
                || organ.toLowerCase(Locale.forLanguageTag("vi")).startsWith("ban thường vụ");
    }
}
