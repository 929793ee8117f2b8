package danvan.report.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports somebody wants to see; what is empty does not count. One place says it, for a table, for what is done to
 * all of it, and for a file that is made of it.
 *
 * @param states empty for all
 * @param periods codes of periods, with the days in which a report that names none belongs to them
 * @param from the first moment of those that came in
 * @param to the first moment after
 * @param units the codes that count
 * @param own whose reports count beside those of the units
 * @param assignee a member, or {@link #NOBODY}
 * @param nil whether there was something to report
 * @param words all of which stand in the answers
 * @param chosen a value that is chosen at a path
 * @param choices beside each of the words, the answers whose label has it: paths with stored values
 */
public record ReportCriteria(
        Set<ReportStatus> states,
        Optional<String> form,
        Optional<String> version,
        Optional<Within> periods,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Set<String>> units,
        Optional<Long> own,
        Optional<Long> reporter,
        Optional<Long> assignee,
        boolean urgent,
        Optional<Boolean> nil,
        boolean withFiles,
        List<SearchedWord> words,
        Map<SearchedWord, List<Choice>> choices,
        Optional<Choice> chosen) {
    public static final long NOBODY = 0;

    private static final int MOST_INDEXED = 20;

    public static final ReportCriteria ALL = new ReportCriteria(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            List.of(),
            Map.of(),
            Optional.empty());

    /** Periods, and the time in which a report without one belongs to them. */
    public record Within(List<String> codes, Instant from, Instant to) {}

    /**
     * A stored value at a path.
     *
     * @param several whether others may be chosen beside it
     */
    public record Choice(String path, String value, boolean several) {}

    public ReportCriteria {
        states = Set.copyOf(states);
        units = units.map(Set::copyOf);
        words = List.copyOf(words);
        choices = Map.copyOf(choices);
    }

    /** Those of them in these states. */
    public ReportCriteria in(Set<ReportStatus> others) {
        return new ReportCriteria(
                others, form, version, periods, from, to, units, own, reporter, assignee, urgent, nil, withFiles, words,
                choices, chosen);
    }

    /** Those of them that tell something, or those that say that there is nothing. */
    public ReportCriteria saying(boolean something) {
        return new ReportCriteria(
                states,
                form,
                version,
                periods,
                from,
                to,
                units,
                own,
                reporter,
                assignee,
                urgent,
                Optional.of(!something),
                withFiles,
                words,
                choices,
                chosen);
    }

    /** Those of them that came in at a moment or later. */
    public ReportCriteria since(Instant moment) {
        return new ReportCriteria(
                states,
                form,
                version,
                periods,
                Optional.of(moment),
                to,
                units,
                own,
                reporter,
                assignee,
                urgent,
                nil,
                withFiles,
                words,
                choices,
                chosen);
    }

    /** Those of them that came in before a moment. */
    public ReportCriteria before(Instant moment) {
        return new ReportCriteria(
                states,
                form,
                version,
                periods,
                from,
                Optional.of(moment),
                units,
                own,
                reporter,
                assignee,
                urgent,
                nil,
                withFiles,
                words,
                choices,
                chosen);
    }

    /** Those of them of these units, and those that a member sent or was given. */
    public ReportCriteria within(Set<String> codes, long member) {
        return new ReportCriteria(
                states,
                form,
                version,
                periods,
                from,
                to,
                Optional.of(codes),
                Optional.of(member),
                reporter,
                assignee,
                urgent,
                nil,
                withFiles,
                words,
                choices,
                chosen);
    }

    /** Those of them that were assigned to a member. */
    public ReportCriteria of(long member) {
        return new ReportCriteria(
                states,
                form,
                version,
                periods,
                from,
                to,
                units,
                own,
                reporter,
                Optional.of(member),
                urgent,
                nil,
                withFiles,
                words,
                choices,
                chosen);
    }

    /** Those of them that are urgent. */
    public ReportCriteria pressing() {
        return new ReportCriteria(
                states, form, version, periods, from, to, units, own, reporter, assignee, true, nil, withFiles, words,
                choices, chosen);
    }

    /**
     * The condition, of rows of {@code report r}.
     *
     * @param arguments gets its values, in order
     */
    public String where(List<Object> arguments) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        if (!states.isEmpty()) {
            all.add(in("r.status", states.stream().map(Enum::name).sorted().toList(), arguments));
        }
        equal("r.form_id", form, all, arguments);
        equal("r.form_version", version, all, arguments);
        periods.ifPresent(within -> {
            all.add("(" + in("r.period", within.codes(), arguments)
                    + " OR (r.period = '' AND r.submitted_at >= ? AND r.submitted_at < ?))");
            arguments.add(within.from());
            arguments.add(within.to());
        });
        from.ifPresent(moment -> compare("r.submitted_at >= ?", moment, all, arguments));
        to.ifPresent(moment -> compare("r.submitted_at < ?", moment, all, arguments));
        units.ifPresent(codes -> {
            // Of many units an index of units reads nearly every report, one by one: an expression has none.
            String there = in(codes.size() > MOST_INDEXED ? "(r.unit || '')" : "r.unit", codes, arguments);
            all.add(own.isPresent() ? "(" + there + " OR r.member_id = ? OR r.assignee = ?)" : there);
            own.ifPresent(arguments::add);
            own.ifPresent(arguments::add);
        });
        reporter.ifPresent(member -> compare("r.member_id = ?", member, all, arguments));
        assignee.ifPresent(member -> {
            if (member == NOBODY) {
                // Written so that SQLite takes no index, which would look up each of very many.
                all.add("NOT (r.assignee IS NOT NULL)");
            } else {
                compare("r.assignee = ?", member, all, arguments);
            }
        });
        if (urgent) {
            all.add("r.urgent = 1");
        }
        nil.ifPresent(nothing -> compare("r.nil = ?", nothing, all, arguments));
        if (withFiles) {
            all.add("EXISTS (SELECT 1 FROM report_file f WHERE f.report_id = r.id)");
        }
        chosen.ifPresent(choice -> all.add(WordCondition.chosen(List.of(choice), arguments)));
        if (words.stream().anyMatch(word -> word.parts().isEmpty())) {
            // Signs stand in no index.
            all.add("1 = 0");
            return String.join(" AND ", all);
        }
        List<SearchedWord> typed = words.stream()
                .filter(word -> choices.getOrDefault(word, List.of()).isEmpty())
                .toList();
        if (!typed.isEmpty()) {
            // All of them in one search.
            all.add(WordCondition.typed(typed, arguments));
        }
        words.stream()
                .filter(word -> !typed.contains(word))
                .forEach(word -> all.add(WordCondition.saying(word, choices.getOrDefault(word, List.of()), arguments)));
        return String.join(" AND ", all);
    }

    private static void equal(String column, Optional<String> value, List<String> all, List<Object> arguments) {
        value.ifPresent(text -> compare(column + " = ?", text, all, arguments));
    }

    private static void compare(String condition, Object value, List<String> all, List<Object> arguments) {
        all.add(condition);
        arguments.add(value);
    }

    static String in(String column, Collection<?> values, List<Object> arguments) {
        arguments.addAll(values);
        return column + " IN ("
                + (values.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(values.size(), "?"))) + ")";
    }
}
