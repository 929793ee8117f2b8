package danvan.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The months that a report is for, by a code such as {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1}, {@code 2024-9M}, {@code 2024}. */
public record Months(YearMonth from, YearMonth to) {
    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12])|-(9M))?");

    public static Optional<Months> of(String code) {
        Matcher written = CODE.matcher(code);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            return Optional.of(of(year, Integer.parseInt(written.group(2)), 1));
        }
        if (written.group(3) != null) {
            return Optional.of(of(year, 3 * Integer.parseInt(written.group(3)) - 2, 3));
        }
        if (written.group(4) != null) {
            return Optional.of(of(year, 6 * Integer.parseInt(written.group(4)) - 5, 6));
        }
        return Optional.of(of(year, 1, written.group(5) == null ? 12 : 9));
    }

    private static Months of(int year, int first, int count) {
        YearMonth from = YearMonth.of(year, first);
        return new Months(from, from.plusMonths(count - 1L));
    }

    /** The codes of all periods that lie within these months. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            List<String> tails = new ArrayList<>(List.of("", "-9M", "-H1", "-H2"));
            for (int quarter = 1; quarter <= 4; quarter++) {
                tails.add("-Q" + quarter);
            }
            for (int month = 1; month <= 12; month++) {
                tails.add((month < 10 ? "-0" : "-") + month);
            }
            for (String tail : tails) {
                if (of(year + tail).filter(this::holds).isPresent()) {
                    codes.add(year + tail);
                }
            }
        }
        return codes;
    }

    private boolean holds(Months other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
