package danvan.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who issues a unit's reports, as a heading says it.
 *
 * @param unit the unit's code
 * @param party whether it is the Party's body; else the people's committee's
 * @param above the agency above; empty where none is named
 * @param organ the agency itself
 * @param symbol its part of a document's number, such as BDVTU; empty where none is set
 */
public record IssuingAgency(String unit, boolean party, String above, String organ, String symbol) {
    static final String EXPECTED =
            "UNIT party: AGENCY ABOVE / AGENCY / SYMBOL or UNIT state: AGENCY ABOVE / AGENCY / SYMBOL,"
                    + " such as \"thai-binh party: Tỉnh ủy Thái Bình / Ban Dân vận / BDVTU\" (the symbol may be left out)";

    private static final Pattern WRITTEN = Pattern.compile(
            "([^\\s:]{1,60})\\s{1,9}(party|state)\\s{0,9}:([^/]{0,200})/([^/]{1,200})(?:/([^/]{0,40}))?");

    static IssuingAgency of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches() || matcher.group(4).isBlank()) {
            throw new IllegalArgumentException(written);
        }
        String symbol = matcher.group(5) == null ? "" : matcher.group(5).strip();
        return new IssuingAgency(
                matcher.group(1),
                matcher.group(2).toLowerCase(Locale.ROOT).equals("party"),
                matcher.group(3).strip(),
                matcher.group(4).strip(),
                symbol);
    }
}
