package danvan.report.period;

import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.QuestionType;
import danvan.form.aggregation.Aggregation;
import danvan.form.aggregation.Aggregator;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.Period;
import danvan.report.export.Column;
import danvan.report.export.FormTables;
import danvan.report.store.AnswerTree;
import danvan.report.store.CountedReports;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import danvan.text.Language;
import danvan.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's reports come to in a period, in the one before it and in the year so far. Numbers are put together as their
 * {@linkplain Aggregation form says}, choices counted, texts listed without who wrote them; what a form marks as personal is left
 * out.
 */
final class PeriodFigures {
    private static final Texts TEXTS = new Texts();
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");
    private static final String REPORTS = ":so_bao_cao";

    private static final int MOST_CHOICES = 10_000;
    /** What an office can read; the export holds them all. */
    private static final int MOST_TEXTS = 100;

    /** Which of the three. */
    enum When {
        NOW,
        BEFORE,
        YEAR
    }

    /**
     * A line of the report.
     *
     * @param key {@code form.question}, {@code form.question=choice}, or what {@link #reportsOf} says
     * @param form whose it is
     * @param place its place among the form's lines
     * @param total how its answers are put together
     */
    record Line(String key, String label, String form, int place, Aggregation total) {}

    /**
     * Something that was told in words.
     *
     * @param unit the code of the unit that told it
     * @param form whose question it answers
     * @param place the question's place in the form
     */
    record Text(String unit, String form, int place, String label, String words) {}

    private final Forms forms;
    private final String language;
    private final Map<String, FormTables> families = new HashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Aggregator> tallies = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();
    private final Set<String> reporting = new HashSet<>();
    private int moreTexts;

    PeriodFigures(Forms forms, String language) {
        this.forms = forms;
        this.language = language;
    }

    /**
     * The key of the number of a form's reports. No question can have it: its key has a dot behind the form. A question may
     * well be called as the number is.
     */
    static String reportsOf(String form) {
        return form + REPORTS;
    }

    /** Reads what there is. A unit's reports count for the unit directly below, too. */
    static PeriodFigures of(
            ReportPages reports, Forms forms, Organization organization, String unit, Period period, String language) {
        return of(reports, forms, organization, unit, period, language, Set.of());
    }

    /** @param only the forms that count; empty for all */
    static PeriodFigures of(
            ReportPages reports,
            Forms forms,
            Organization organization,
            String unit,
            Period period,
            String language,
            Set<String> only) {
        PeriodFigures figures = new PeriodFigures(forms, language);
        Map<String, String> below = new HashMap<>();
        for (UnitRef place : organization.below(unit)) {
            organization.within(place.code()).forEach(inside -> below.put(inside.code(), place.code()));
        }
        Set<String> units = new HashSet<>();
        organization.within(unit).forEach(place -> units.add(place.code()));
        long last = reports.last();
        // Two reads, not one: the period before may lie in the year before.
        ReportQuery before = new ReportQuery(only, Optional.of(period.previous().months()), units, last);
        CountedReports addedBefore = reports.counted(before);
        reports.each(before, report -> figures.add(report, When.BEFORE, addedBefore, below.get(report.unit())));
        ReportQuery year = new ReportQuery(only, Optional.of(period.yearSoFar()), units, last);
        CountedReports addedInYear = reports.counted(year);
        CountedReports addedNow = reports.counted(new ReportQuery(only, Optional.of(period.months()), units, last));
        reports.each(year, report -> {
            figures.add(report, When.YEAR, addedInYear, below.get(report.unit()));
            if (period.months().holds(report.period().months())) {
                figures.add(report, When.NOW, addedNow, below.get(report.unit()));
            }
        });
        return figures;
    }

    /**
     * A report that is being counted.
     *
     * @param added whether its figures are added up with others; else another of the unit's reports says the same for a
     *     longer period
     */
    private record Counted(ReportPages.Entry report, When when, Optional<String> below, boolean added) {}

    private void add(ReportPages.Entry report, When when, CountedReports added, @Nullable String below) {
        Counted sent = new Counted(report, when, Optional.ofNullable(below), true);
        FormTables family = families.computeIfAbsent(report.form(), form -> FormTables.of(forms, form, form, language));
        if (when == When.NOW) {
            reporting.add(report.unit());
        }
        count(
                new Line(reportsOf(report.form()), family.title(), report.form(), -1, Aggregation.SUM),
                BigDecimal.ONE,
                Optional.empty(),
                sent);
        if (report.nil()) {
            // An empty form's defaults say nothing.
            return;
        }
        Counted counted = new Counted(report, when, sent.below(), added.contains(report));
        report.answers()
                .each((path, leaf) -> family.column(path)
                        // What was sealed is personal, whatever the form says of it by now.
                        .filter(column -> !column.personal() && !leaf.sealed())
                        .filter(column -> column.total().kind() != Aggregation.Kind.WEIGHTED_MEAN)
                        .ifPresent(column -> add(family, column, leaf.text().strip(), counted)));
        family.columns()
                .filter(column -> column.total().kind() == Aggregation.Kind.WEIGHTED_MEAN && !column.personal())
                .forEach(column -> weigh(family, column, counted));
    }

    private void weigh(FormTables family, Column column, Counted counted) {
        String weightPath =
                family.beside(column, column.total().by()).map(Column::path).orElse("");
        for (AnswerTree.Row row : counted.report().answers().rows(family.repeatOf(column), family.repeats())) {
            if (!row.sealed().contains(column.path()) && !row.sealed().contains(weightPath)) {
                number(row.values().get(column.path()))
                        .ifPresent(value -> count(
                                line(family, column), value, number(row.values().get(weightPath)), counted));
            }
        }
    }

    private static Optional<BigDecimal> number(@Nullable String stored) {
        return Optional.ofNullable(stored)
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private static Line line(FormTables family, Column column) {
        return new Line(
                family.form() + "." + column.name(),
                FigureName.of(column.label()),
                family.form(),
                place(family, column),
                column.total());
    }

    private static int place(FormTables family, Column column) {
        return MOST_CHOICES * family.columns().toList().indexOf(column);
    }

    private void add(FormTables family, Column column, String stored, Counted counted) {
        if (column.type() == QuestionType.COMPUTED && column.label().equals(column.name())) {
            // Nobody is told a name that was made for machines.
            return;
        }
        String label = FigureName.of(column.label());
        int place = place(family, column);
        if (column.numeric()
                || (column.type() == QuestionType.COMPUTED
                        && NUMBER.matcher(stored).matches())) {
            number(stored).ifPresent(value -> count(line(family, column), value, Optional.empty(), counted));
        } else if (column.type().isSelect()) {
            // Only several choices are parted by blanks: the name of one may hold a blank.
            boolean several = column.type() == QuestionType.SELECT_MULTIPLE;
            for (String value : several ? List.of(stored.split("\\s+", -1)) : List.of(stored)) {
                choice(family, column, value, label, counted);
            }
        } else if (column.type() == QuestionType.RANK) {
            String first = stored.split("\\s+", 2)[0];
            choice(family, column, first, TEXTS.in(spoken()).plain("report.rankedFirst", "question", label), counted);
        } else if (column.type() == QuestionType.TEXT && counted.when() == When.NOW) {
            if (texts.size() < MOST_TEXTS) {
                texts.add(
                        new Text(counted.report().unit(), family.form(), place, label, stored.replaceAll("\\s+", " ")));
            } else {
                moreTexts++;
            }
        }
    }

    /** A choice is counted, of an order the one that stands first. */
    private void choice(FormTables family, Column column, String value, String label, Counted counted) {
        count(
                new Line(
                        family.form() + "." + column.name() + "=" + value,
                        label + " – " + column.labels().getOrDefault(value, value),
                        family.form(),
                        place(family, column)
                                + List.copyOf(column.labels().keySet()).indexOf(value),
                        Aggregation.SUM),
                BigDecimal.ONE,
                Optional.empty(),
                counted);
    }

    private Language spoken() {
        return Language.of(language).orElse(Language.VI);
    }

    private void count(Line line, BigDecimal by, Optional<BigDecimal> weight, Counted counted) {
        lines.putIfAbsent(line.key(), line);
        // The last word is that of the latest period, whichever periods are added up.
        if (!counted.added() && line.total().kind() != Aggregation.Kind.LAST) {
            return;
        }
        tally(line, by, weight, counted, "");
        counted.below().ifPresent(unit -> tally(line, by, weight, counted, unit));
    }

    private void tally(Line line, BigDecimal by, Optional<BigDecimal> weight, Counted counted, String unit) {
        tallies.computeIfAbsent(name(line.key(), counted.when(), unit), any -> new Aggregator(line.total()))
                .add(
                        counted.report().unit(),
                        counted.report().id(),
                        counted.report().period().months().to(),
                        by,
                        weight);
    }

    private static String name(String key, When when, String unit) {
        return unit + "|" + when + "|" + key;
    }

    /** The forms of which there are reports. */
    Set<String> forms() {
        return Set.copyOf(families.keySet());
    }

    /** Form by form, in the order of their questions. */
    List<Line> lines() {
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Line::form).thenComparing(Line::place));
        return sorted;
    }

    /** The keys of figures that nobody has reported and that are not nought therefore, as they are no sums. */
    Set<String> unknown() {
        Set<String> keys = new TreeSet<>();
        for (Form form : forms.all()) {
            FormTables.of(forms, form.id(), form.id(), language)
                    .columns()
                    .filter(column -> column.numeric() || column.type() == QuestionType.COMPUTED)
                    .filter(column -> column.total().kind() != Aggregation.Kind.SUM)
                    .map(column -> form.id() + "." + column.name())
                    .filter(key -> !lines.containsKey(key))
                    .forEach(keys::add);
        }
        return keys;
    }

    BigDecimal sum(String key, When when) {
        return sum(key, when, "");
    }

    /** What a unit directly below, with all below it, adds; the empty one is all. */
    BigDecimal sum(String key, When when, String unit) {
        return value(key, when, unit).orElse(BigDecimal.ZERO);
    }

    /** What a line comes to; empty where nothing is known, which for a sum is nought. */
    Optional<BigDecimal> value(String key, When when, String unit) {
        Optional<BigDecimal> value =
                Optional.ofNullable(tallies.get(name(key, when, unit))).flatMap(Aggregator::value);
        Line line = lines.get(key);
        return value.isEmpty() && line != null && line.total().kind() == Aggregation.Kind.SUM
                ? Optional.of(BigDecimal.ZERO)
                : value;
    }

    BigDecimal reports(When when, String unit) {
        return families.keySet().stream()
                .map(form -> unit.isEmpty() ? sum(reportsOf(form), when) : sum(reportsOf(form), when, unit))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Question by question, in the order in which they came. */
    List<Text> texts() {
        List<Text> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparing(Text::form).thenComparing(Text::place));
        return sorted;
    }

    /** The title of a form of which there are reports. */
    String title(String form) {
        FormTables family = families.get(form);
        return family == null ? form : family.title();
    }

    /** How many texts were left out of {@link #texts}. */
    int moreTexts() {
        return moreTexts;
    }

    /** From how many units there is a report in the period. */
    int reportingUnits() {
        return reporting.size();
    }
}
