package danvan.desk.reports;

import danvan.chat.Person;
import danvan.desk.page.Query;
import danvan.desk.page.UnitNames;
import danvan.desk.port.ReportFilter;
import danvan.desk.port.ReportFilter.Assigned;
import danvan.desk.port.ReportFilter.State;
import danvan.organization.directory.UnitRef;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filters of the reports as an address says them, read once for the table, for many at once and for a file.
 *
 * @param unit what was typed as a unit means
 * @param problems keys of what could not be understood; it is left out, and said on the page
 */
record FilterForm(Query query, ReportFilter filter, Optional<UnitRef> unit, List<String> problems) {
    /** The parameters of the filters; others, such as the page, are not of them. */
    static final List<String> NAMES = List.of(
            "state",
            "form",
            "version",
            "period",
            "from",
            "to",
            "unit",
            "exact",
            "reporter",
            "assignee",
            "urgent",
            "nil",
            "files",
            "q",
            "choice",
            "sort",
            "up");

    private static final Pattern NUMBERED = Pattern.compile("^[^#]*+#([0-9]{1,18})\\s*+$");
    private static final Pattern PERIOD = Pattern.compile(
            "\\s*(?:\\d{4}(?:[-/. ]?(?:[QHqh][1-4]|9[Mm]|\\d{1,2}))?|(?:[QHqh][1-4]|9[Mm]|\\d{1,2})[-/. ]\\d{4})\\s*");

    static FilterForm read(Query query, Person person, UnitNames units) {
        List<String> problems = new ArrayList<>();
        Set<State> states = new LinkedHashSet<>();
        query.all("state")
                .forEach(name -> Arrays.stream(State.values())
                        .filter(state -> state.name().equals(name))
                        .forEach(states::add));
        Optional<UnitRef> unit = query.has("unit") ? units.meant(query.value("unit")) : Optional.empty();
        if (query.has("unit") && unit.isEmpty()) {
            problems.add("unit");
        }
        Optional<Long> reporter = numbered(query.value("reporter"));
        if (query.has("reporter") && reporter.isEmpty()) {
            problems.add("reporter");
        }
        if (query.has("period") && !PERIOD.matcher(query.value("period")).matches()) {
            problems.add("period");
        }
        String assignee = query.value("assignee");
        Optional<Long> member = assignee.equals("me") ? Optional.of(person.id()) : query.number("assignee");
        ReportFilter filter = new ReportFilter(
                states,
                text(query, "form"),
                text(query, "version"),
                text(query, "period").filter(typed -> PERIOD.matcher(typed).matches()),
                day(query, "from", problems),
                day(query, "to", problems),
                // What is not understood finds nothing: it must not find everything.
                query.has("unit") ? Optional.of(unit.map(UnitRef::code).orElse("")) : Optional.empty(),
                !query.has("exact"),
                query.has("reporter") ? Optional.of(reporter.orElse(-1L)) : Optional.empty(),
                assignee.equals("nobody") ? Assigned.NOBODY : member.isPresent() ? Assigned.SOMEBODY : Assigned.ANYBODY,
                member,
                query.has("urgent"),
                switch (query.value("nil")) {
                    case "yes" -> Optional.of(true);
                    case "no" -> Optional.of(false);
                    default -> Optional.empty();
                },
                query.has("files"),
                words(query.value("q")),
                text(query, "choice").filter(choice -> query.has("form")),
                query.value("sort"),
                query.has("up"));
        return new FilterForm(query, filter, unit, problems);
    }

    /** The query of the filters alone. */
    Query filters() {
        List<String> others = new ArrayList<>(query.values().keySet());
        others.removeAll(NAMES);
        return query.without(others.toArray(String[]::new));
    }

    /** Words, each of which is to be found; those between quotation marks are one. */
    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        String[] parts = typed.replaceAll("[“”]", "\"").split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                words.add(parts[i].strip());
            } else {
                words.addAll(List.of(parts[i].strip().split("\\s+")));
            }
        }
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<String> text(Query query, String name) {
        return Optional.of(query.value(name)).filter(text -> !text.isBlank());
    }

    private static Optional<LocalDate> day(Query query, String name, List<String> problems) {
        if (!query.has(name)) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(query.value(name).strip());
            if (day.getYear() > 1900 && day.getYear() < 3000) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        problems.add(name);
        return Optional.empty();
    }

    /** The number behind the sign, as the completion writes it: names may be the same. */
    private static Optional<Long> numbered(String typed) {
        Matcher matcher = NUMBERED.matcher(typed);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
