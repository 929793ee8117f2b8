package danvan.report.dialog;

import danvan.form.Field;
import danvan.form.Form;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.aggregation.Aggregation;
import danvan.form.aggregation.Aggregator;
import danvan.organization.directory.Organization;
import danvan.report.Period;
import danvan.report.ReportForms;
import danvan.report.store.AnswerTree;
import danvan.report.store.CountedReports;
import danvan.report.store.Draft;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import danvan.report.store.SummedFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Adds up the reports of a period for the report that sums them up. A form asks for it by its author's marks: {@code
 * bind::bot:sum} says {@code form.question}, {@code bind::bot:count} says {@code form}. Only numbers are taken out.
 */
final class PeriodTotals {
    private static final String PERIOD = "period";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private final ReportForms forms;
    private final ReportPages reports;
    private final Organization organization;

    PeriodTotals(ReportForms forms, ReportPages reports, Organization organization) {
        this.forms = forms;
        this.reports = reports;
        this.organization = organization;
    }

    /**
     * A report of the period, and what it says in numbers, by the last step of their paths.
     *
     * @param added whether its figures are added up with others
     */
    private record Source(ReportPages.Entry report, boolean added, Map<String, List<BigDecimal>> numbers) {}

    /**
     * The period that answers speak of: what the leaf named «period» says, or else the month.
     *
     * @return empty while that leaf says nothing that is a period
     */
    static Optional<Period> period(String instanceXml, YearMonth month) {
        List<String> said = AnswerTree.read(instanceXml).texts().entrySet().stream()
                .filter(leaf -> leaf.getKey().endsWith("/" + PERIOD))
                .flatMap(leaf -> leaf.getValue().stream())
                .toList();
        return said.isEmpty()
                ? Optional.of(Period.of(month))
                : said.stream().map(Period::of).flatMap(Optional::stream).findFirst();
    }

    /**
     * Puts the figures of its period into a draft, where a step is reached that shows some and the draft does not have
     * them yet. What a person has put in place of an earlier sum stays.
     *
     * @return the figures that were put in
     */
    Optional<SummedFigures> fill(OpenDraft open, Draft draft, Step step) {
        Form form = open.form();
        Map<String, String> sums = form.marked("sum");
        Map<String, String> counts = form.marked("count");
        boolean shown = step instanceof Step.End
                || (step instanceof Step.Question question
                        && (sums.containsKey(question.ref()) || counts.containsKey(question.ref())));
        if (!shown || (sums.isEmpty() && counts.isEmpty())) {
            return Optional.empty();
        }
        String instanceXml = open.session().state().instanceXml();
        return period(instanceXml, YearMonth.from(open.today()))
                .filter(period -> !period.code().equals(draft.gathered().period()))
                .map(period -> {
                    SummedFigures fresh = gathered(open, sums, counts, period);
                    open.session().fill(answers(instanceXml, draft, fresh));
                    return fresh;
                });
    }

    private static Map<String, String> answers(String instanceXml, Draft draft, SummedFigures fresh) {
        Map<String, List<String>> leaves = AnswerTree.read(instanceXml).texts();
        Map<String, String> answers = new LinkedHashMap<>();
        fresh.figures().forEach((path, figure) -> {
            String now = leaves.getOrDefault(path, List.of("")).get(0);
            String before =
                    draft.gathered().of(path).map(SummedFigures.Figure::value).orElse("");
            if (now.equals(before)) {
                answers.put(path, figure.value());
            }
        });
        return answers;
    }

    private SummedFigures gathered(
            OpenDraft open, Map<String, String> sums, Map<String, String> counts, Period period) {
        Set<String> asked = new TreeSet<>(counts.values());
        sums.values().forEach(mark -> asked.add(formOf(mark)));
        List<Source> sources = sources(open, asked, period);
        Map<String, SummedFigures.Figure> figures = new TreeMap<>();
        sums.forEach((path, mark) -> {
            List<Source> own = sources.stream()
                    .filter(source -> source.report().form().equals(formOf(mark)))
                    .toList();
            figures.put(path, summed(open.form(), path, mark, own));
        });
        counts.forEach((path, mark) -> {
            List<Source> own = sources.stream()
                    .filter(source -> source.report().form().equals(mark)
                            && !source.report().nil())
                    .toList();
            figures.put(path, figure(own, BigDecimal.valueOf(own.size())));
        });
        return new SummedFigures(period.code(), figures);
    }

    /** Put together as the form that was asked says. */
    private SummedFigures.Figure summed(Form target, String path, String mark, List<Source> all) {
        String name = mark.substring(mark.indexOf('.') + 1);
        Optional<Form> asked = forms.find(formOf(mark));
        List<Field> fields =
                asked.map(form -> form.fields(form.defaultLanguage())).orElse(List.of());
        Optional<Field> field =
                fields.stream().filter(other -> other.name().equals(name)).findFirst();
        Aggregation total =
                asked.flatMap(form -> field.map(one -> form.total(one.path()))).orElse(Aggregation.SUM);
        // The last word is that of the latest period, whichever periods are added up.
        List<Source> own = total.kind() == Aggregation.Kind.LAST
                ? all
                : all.stream().filter(Source::added).toList();
        Aggregator tally = new Aggregator(total);
        for (Source source : own) {
            if (total.kind() == Aggregation.Kind.WEIGHTED_MEAN) {
                field.ifPresent(one -> weigh(source.report(), one, fields, total, tally));
            } else {
                source.numbers()
                        .getOrDefault(name, List.of())
                        .forEach(value -> tally.add(
                                source.report().unit(),
                                source.report().id(),
                                source.report().period().months().to(),
                                value,
                                Optional.empty()));
            }
        }
        Optional<BigDecimal> value = tally.value();
        if (value.isEmpty() && total.kind() != Aggregation.Kind.SUM) {
            return new SummedFigures.Figure("", List.of());
        }
        boolean whole = target.fields(target.defaultLanguage()).stream()
                .anyMatch(one -> one.path().equals(path) && one.type() == QuestionType.INTEGER);
        BigDecimal exact = value.orElse(BigDecimal.ZERO);
        return figure(own, whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact);
    }

    /** Each answer with the weight that stands in the same repetition; a nil report has no answers. */
    private static void weigh(
            ReportPages.Entry report, Field field, List<Field> fields, Aggregation total, Aggregator tally) {
        if (report.nil()) {
            return;
        }
        Set<String> repeats = new TreeSet<>();
        fields.forEach(other -> other.repeat().ifPresent(repeats::add));
        String by = fields.stream()
                .filter(other ->
                        other.name().equals(total.by()) && other.repeat().equals(field.repeat()))
                .map(Field::path)
                .findFirst()
                .orElse("");
        for (AnswerTree.Row row : report.answers().rows(field.repeat().orElse(""), repeats)) {
            if (!row.sealed().contains(field.path()) && !row.sealed().contains(by)) {
                number(row.values().getOrDefault(field.path(), ""))
                        .ifPresent(value -> tally.add(
                                report.unit(),
                                report.id(),
                                report.period().months().to(),
                                value,
                                number(row.values().getOrDefault(by, ""))));
            }
        }
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text.strip()).matches() ? Optional.of(new BigDecimal(text.strip())) : Optional.empty();
    }

    /** Where nobody has reported, nothing is known: that is not a nought. */
    private static SummedFigures.Figure figure(List<Source> sources, BigDecimal value) {
        return new SummedFigures.Figure(
                sources.isEmpty() ? "" : value.stripTrailingZeros().toPlainString(),
                sources.stream().map(source -> source.report().receipt()).toList());
    }

    private static String formOf(String mark) {
        int dot = mark.indexOf('.');
        return dot < 0 ? mark : mark.substring(0, dot);
    }

    private List<Source> sources(OpenDraft open, Set<String> asked, Period period) {
        Set<String> units = organization.codesWithin(open.turn().person().unit());
        List<ReportPages.Entry> found = new ArrayList<>();
        reports.each(new ReportQuery(asked, Optional.of(period.months()), units, Long.MAX_VALUE), report -> {
            if (open.draft().report().filter(own -> own == report.id()).isEmpty()) {
                found.add(report);
            }
        });
        CountedReports counted = CountedReports.of(found);
        return found.stream()
                .map(report -> new Source(report, counted.contains(report), numbers(report)))
                .toList();
    }

    /** What is sealed is personal and no number; an empty form's defaults say nothing. */
    private static Map<String, List<BigDecimal>> numbers(ReportPages.Entry report) {
        Map<String, List<BigDecimal>> numbers = new HashMap<>();
        if (!report.nil()) {
            report.answers().each((path, leaf) -> {
                if (!leaf.sealed()) {
                    number(leaf.text())
                            .ifPresent(value -> numbers.computeIfAbsent(
                                            path.substring(path.lastIndexOf('/') + 1), any -> new ArrayList<>())
                                    .add(value));
                }
            });
        }
        return numbers;
    }
}
