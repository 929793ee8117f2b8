package danvan.task.programme;

import danvan.task.Schedule;
import danvan.text.Problem;
import danvan.text.TypedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads when a task of a programme is due: on a day, or again and again. */
final class ScheduleReader {
    private static final String KINDS = "weekly, monthly, quarterly, half_yearly, yearly";

    private final int year;
    private final Fields fields;

    /** @param fields of the task */
    ScheduleReader(int year, Fields fields) {
        this.year = year;
        this.fields = fields;
    }

    /** Empty where it cannot be told; why, the fields' report says. */
    Optional<Schedule> schedule() {
        Optional<Yaml> due = fields.value("due");
        Optional<Yaml> every = fields.value("every");
        if (due.isPresent() == every.isPresent()) {
            fields.problem(every.orElse(fields.here()), "", Problems.of("dueOrEvery", "year", year, "keys", KINDS));
            return Optional.empty();
        }
        if (every.isPresent() && fields.value("period").isPresent()) {
            problem("period", Problems.of("periodOfRecurring"));
        }
        return due.isPresent() ? once(due.get()) : every(every.orElseThrow());
    }

    /** What a task that falls due once is for, as a report says it. */
    private Optional<String> period() {
        Optional<Yaml> value = fields.value("period");
        Problem wanted =
                Problems.of("want.oneOf", "values", "%1$d, %1$d-03, %1$d-Q1, %1$d-H1, %1$d-9M".formatted(year));
        Optional<String> period = value.flatMap(at -> fields.text("period", at, wanted));
        if (period.filter(code -> !code.matches(year + "(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?"))
                .isPresent()) {
            problem("period", Fields.unexpected(wanted, value.orElseThrow()));
            return Optional.empty();
        }
        return period;
    }

    private Optional<Schedule> once(Yaml value) {
        String example = year + "-03-25";
        Optional<String> text = fields.text("due", value, Problems.of("want.date", "example", example));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // As the office writes a date, 20/12/2024 or 20/12: a workbook may keep it as these letters.
        Optional<LocalDate> due = TypedDay.exact(text.get(), Optional.of(year));
        if (due.isEmpty()) {
            fields.problem(value, "due", Problems.of("noDate", "value", text.get(), "example", example));
            return Optional.empty();
        }
        if (due.get().getYear() != year) {
            fields.problem(value, "due", Problems.of("otherYear", "value", due.get(), "year", year));
            return Optional.empty();
        }
        return Optional.of(new Schedule.Once(due.get(), period()));
    }

    private Optional<Schedule> every(Yaml value) {
        Fields every = fields.nested(value);
        every.allow(Set.of(KINDS.split(", ")));
        Map<String, Yaml> written = value instanceof Yaml.Fields rows ? rows.fields() : Map.of();
        if (written.size() != 1) {
            fields.problem(value, "every", Problems.of("notOne", "keys", KINDS, "count", written.size()));
            return Optional.empty();
        }
        String kind = written.keySet().iterator().next();
        Yaml when = written.values().iterator().next();
        return switch (kind) {
            case "weekly" ->
                fields.choice("every.weekly", when, DayOfWeek.class).map(Schedule.Weekly::new);
            case "monthly" -> day("every.monthly", when, 1).map(Schedule.Monthly::new);
            case "quarterly" -> day("every.quarterly", when, 3).map(Schedule.Quarterly::new);
            case "half_yearly" -> day("every.half_yearly", when, 6).map(Schedule.HalfYearly::new);
            case "yearly" -> yearly(when);
            default -> Optional.empty();
        };
    }

    /** A day that every month concerned has: a duty must not drop out of a month because that is short. */
    private Optional<Schedule.DayOfMonth> day(String key, Yaml value, int everyMonths) {
        if (value instanceof Yaml.Scalar scalar && scalar.text().strip().equals("last")) {
            return Optional.of(Schedule.DayOfMonth.LAST);
        }
        if (value instanceof Yaml.Scalar scalar && scalar.text().strip().equals("last-working")) {
            return Optional.of(Schedule.DayOfMonth.LAST_WORKING);
        }
        Optional<Schedule.DayOfMonth> day = fields.number(key, value, 1, 31).map(Schedule.DayOfMonth::new);
        for (int month = everyMonths; month <= 12 && day.isPresent(); month += everyMonths) {
            YearMonth in = YearMonth.of(year, month);
            if (!day.get().existsIn(in)) {
                fields.problem(
                        value,
                        key,
                        Problems.of(
                                "noDayInMonth", "month", in, "day", day.get().number()));
                return Optional.empty();
            }
        }
        return day;
    }

    private Optional<Schedule> yearly(Yaml value) {
        Optional<String> text = fields.text("every.yearly", value, Problems.of("want.day"));
        try {
            Optional<MonthDay> day = text.map(monthAndDay -> MonthDay.parse("--" + monthAndDay));
            if (day.isPresent() && !day.get().isValidYear(year)) {
                fields.problem(value, "every.yearly", Problems.of("noDayInYear", "year", year, "day", text.get()));
                return Optional.empty();
            }
            return day.map(Schedule.Yearly::new);
        } catch (DateTimeParseException e) {
            fields.problem(value, "every.yearly", Problems.of("noDay", "value", text.orElse("")));
            return Optional.empty();
        }
    }

    private void problem(String key, Problem what) {
        fields.problem(fields.value(key).orElse(fields.here()), key, what);
    }
}
