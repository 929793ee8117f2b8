package danvan.desk.links;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks of an entity set. What is not understood is refused: an option that was passed over would answer
 * something else than what was asked.
 *
 * @param top how many at most; empty for all
 * @param after the key behind which the page begins
 * @param select the columns; empty for all
 */
record ODataQuery(
        Optional<Long> top,
        long skip,
        long after,
        boolean count,
        Set<String> select,
        Optional<String> unit,
        Optional<String> period,
        Optional<String> state,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** Why a request is not served: 400 where it is malformed, 501 where it asks for what there is not. */
    static final class NotServed extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        NotServed(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final Pattern AND = Pattern.compile("(?<! ) ++and ++", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED =
            Pattern.compile("(?<!\\()\\(*+([a-z_]{1,40}) (eq|ge|lt|le|gt) ('[^']{0,200}'|[0-9T:.+Z-]{10,40})\\)*+");
    private static final Set<String> STATES = Set.of("RECEIVED", "IN_REVIEW", "RESOLVED", "RETURNED");

    /** @param options by name, as they stand behind the question mark */
    static ODataQuery read(Map<String, List<String>> options, Set<String> fields, ZoneId zone) throws NotServed {
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            boolean known = Set.of("$top", "$skip", "$skiptoken", "$count", "$select", "$filter", "$format")
                    .contains(option.getKey());
            if (option.getKey().startsWith("$") && !known) {
                throw new NotServed(
                        501, option.getKey() + " is not served; there are $top, $skip, $count, $select and $filter");
            }
            if (option.getValue().size() > 1) {
                throw new NotServed(400, option.getKey() + " stands there twice");
            }
        }
        Optional<String> format = value(options, "$format");
        if (format.filter(one -> !one.equals("json") && !one.startsWith("application/json"))
                .isPresent()) {
            throw new NotServed(501, "$format: there is json only");
        }
        Set<String> select = select(value(options, "$select").orElse(""), fields);
        Filter filter = new Filter();
        for (String clause : clauses(value(options, "$filter").orElse(""))) {
            filter.add(clause, zone);
        }
        return new ODataQuery(
                number(options, "$top"),
                number(options, "$skip").orElse(0L),
                number(options, "$skiptoken").orElse(0L),
                value(options, "$count").filter("true"::equals).isPresent(),
                select,
                filter.unit,
                filter.period,
                filter.state,
                filter.from,
                filter.to);
    }

    private static List<String> clauses(String filter) {
        return filter.isBlank() ? List.of() : List.of(AND.split(filter.strip(), -1));
    }

    private static Set<String> select(String names, Set<String> fields) throws NotServed {
        Set<String> some = new java.util.LinkedHashSet<>();
        for (String name :
                names.isBlank() || names.strip().equals("*") ? List.<String>of() : List.of(names.split(",", -1))) {
            if (!fields.contains(name.strip())) {
                throw new NotServed(400, "$select: there is no column " + name.strip());
            }
            some.add(name.strip());
        }
        return some;
    }

    private static Optional<String> value(Map<String, List<String>> options, String name) {
        return options.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<Long> number(Map<String, List<String>> options, String name) throws NotServed {
        Optional<String> value = value(options, name);
        if (value.filter(text -> !text.matches("[0-9]{1,12}")).isPresent()) {
            throw new NotServed(400, name + " is a number");
        }
        return value.map(Long::valueOf);
    }

    /** The parts of a filter, put together. */
    private static final class Filter {
        private Optional<String> unit = Optional.empty();
        private Optional<String> period = Optional.empty();
        private Optional<String> state = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> to = Optional.empty();
        private final List<String> seen = new ArrayList<>();

        void add(String clause, ZoneId zone) throws NotServed {
            Matcher parts = COMPARED.matcher(clause.strip());
            if (!parts.matches()) {
                throw notThat(clause);
            }
            String what = parts.group(1) + " " + parts.group(2);
            String value = parts.group(3).replace("'", "");
            if (seen.contains(what)) {
                throw notThat(clause);
            }
            seen.add(what);
            switch (what) {
                case "unit_code eq" -> unit = Optional.of(value);
                case "period eq" -> period = Optional.of(value);
                case "state eq" -> {
                    if (!STATES.contains(value)) {
                        throw new NotServed(400, "$filter: a state is one of " + String.join(", ", STATES));
                    }
                    state = Optional.of(value);
                }
                case "submitted ge" -> from = Optional.of(day(value, zone, clause));
                case "submitted lt" -> to = Optional.of(day(value, zone, clause).minusDays(1));
                default -> throw notThat(clause);
            }
        }

        /** A day's first moment, here. */
        private static LocalDate day(String value, ZoneId zone, String clause) throws NotServed {
            try {
                if (value.length() == 10) {
                    return LocalDate.parse(value);
                }
                ZonedDateTime moment = OffsetDateTime.parse(value).atZoneSameInstant(zone);
                if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                    return moment.toLocalDate();
                }
            } catch (DateTimeException e) {
                throw new NotServed(400, "$filter: no day in " + clause);
            }
            throw new NotServed(501, "$filter: submitted is compared with the first moment of a day in " + zone);
        }

        private static NotServed notThat(String clause) {
            return new NotServed(
                    501,
                    "$filter is not served: " + clause
                            + ". There are unit_code eq, period eq, state eq, submitted ge and"
                            + " submitted lt, joined by and");
        }
    }
}
