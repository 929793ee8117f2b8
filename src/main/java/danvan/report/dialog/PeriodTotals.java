package danvan.report.dialog;

import danvan.report.Months;
import danvan.report.store.Draft;
import danvan.report.store.ReportTable;
import danvan.report.store.SummedFigures;
import danvan.form.Field;
import danvan.form.Aggregation;
import danvan.form.Aggregator;
import danvan.form.Form;
import danvan.form.InstanceValues;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.storage.Database;
import danvan.storage.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
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
public final class PeriodTotals {
    private static final String PERIOD = "period";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private final Database database;

    public PeriodTotals(Database database) {
        this.database = database;
    }

    /** A report that counts, and what it says in numbers, by the last step of their paths. */
    private record Source(
            long id,
            String receipt,
            String form,
            String unit,
            boolean nil,
            String xml,
            Map<String, List<BigDecimal>> numbers) {}

    /**
     * The period that answers speak of: what the leaf named «period» says, or else the month.
     *
     * @return empty while that leaf says nothing that is a period
     */
    static Optional<String> period(String instanceXml, YearMonth month) {
        List<String> said = InstanceValues.of(instanceXml).entrySet().stream()
                .filter(leaf -> leaf.getKey().endsWith("/" + PERIOD))
                .flatMap(leaf -> leaf.getValue().stream())
                .toList();
        return said.isEmpty()
                ? Optional.of(month.toString())
                : said.stream().filter(code -> Months.of(code).isPresent()).findFirst();
    }

    /**
     * Puts the figures of its period into a draft, where a step is reached that shows some and the draft does not have
     * them yet. What a person has put in place of an earlier sum stays.
     *
     * @return the figures that were put in
     */
    Optional<SummedFigures> fill(OpenDraft opened, Draft draft, Step step) {
        Form form = opened.form();
        Map<String, String> sums = form.marked("sum");
        Map<String, String> counts = form.marked("count");
        boolean shown = step instanceof Step.End
                || (step instanceof Step.Question question
                        && (sums.containsKey(question.ref()) || counts.containsKey(question.ref())));
        if (!shown || (sums.isEmpty() && counts.isEmpty())) {
            return Optional.empty();
        }
        String instanceXml = opened.session().state().instanceXml();
        return period(instanceXml, YearMonth.from(opened.today()))
                .filter(period -> !period.equals(draft.gathered().period()))
                .map(period -> {
                    SummedFigures fresh = gathered(opened, sums, counts, period);
                    opened.session().fill(answers(instanceXml, draft, fresh));
                    return fresh;
                });
    }

    private static Map<String, String> answers(String instanceXml, Draft draft, SummedFigures fresh) {
        Map<String, List<String>> leaves = InstanceValues.of(instanceXml);
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

    private SummedFigures gathered(OpenDraft opened, Map<String, String> sums, Map<String, String> counts, String period) {
        Set<String> forms = new TreeSet<>(counts.values());
        sums.values().forEach(mark -> forms.add(formOf(mark)));
        List<Source> sources = sources(opened, forms, Months.of(period).orElseThrow());
        Map<String, SummedFigures.Figure> figures = new TreeMap<>();
        sums.forEach((path, mark) -> {
            List<Source> own = sources.stream()
                    .filter(source -> source.form().equals(formOf(mark)))
                    .toList();
            figures.put(path, summed(opened, path, mark, own));
        });
        counts.forEach((path, mark) -> {
            List<Source> own = sources.stream()
                    .filter(source -> source.form().equals(mark) && !source.nil())
                    .toList();
            figures.put(path, figure(own, BigDecimal.valueOf(own.size())));
        });
        return new SummedFigures(period, figures);
    }

    /** Put together as the form that was asked says. */
    private static SummedFigures.Figure summed(OpenDraft opened, String path, String mark, List<Source> own) {
        String name = mark.substring(mark.indexOf('.') + 1);
        Optional<Form> asked = opened.means().forms().get().find(formOf(mark));
        List<Field> fields =
                asked.map(form -> form.fields(form.defaultLanguage())).orElse(List.of());
        Optional<Field> field =
                fields.stream().filter(other -> other.name().equals(name)).findFirst();
        Aggregation total =
                asked.flatMap(form -> field.map(one -> form.total(one.path()))).orElse(Aggregation.SUM);
        Aggregator tally = new Aggregator(total);
        for (Source source : own) {
            if (total.kind() == Aggregation.Kind.WEIGHTED_MEAN) {
                // What is weighed has a place of its own; a nil report has no answers.
                String of = field.map(Field::path).orElse("");
                String by = fields.stream()
                        .filter(other -> other.name().equals(total.by())
                                && field.filter(one -> one.repeat().equals(other.repeat()))
                                        .isPresent())
                        .map(Field::path)
                        .findFirst()
                        .orElse("");
                if (!source.nil()) {
                    InstanceValues.paired(source.xml(), of, by)
                            .forEach(pair -> number(pair.value())
                                    .ifPresent(value ->
                                            tally.add(source.unit(), source.id(), value, number(pair.beside()))));
                }
            } else {
                source.numbers()
                        .getOrDefault(name, List.of())
                        .forEach(value -> tally.add(source.unit(), source.id(), value, Optional.empty()));
            }
        }
        Optional<BigDecimal> value = tally.value();
        if (value.isEmpty() && total.kind() != Aggregation.Kind.SUM) {
            return new SummedFigures.Figure("", List.of());
        }
        boolean whole = opened.form().fields(opened.form().defaultLanguage()).stream()
                .anyMatch(target -> target.path().equals(path) && target.type() == QuestionType.INTEGER);
        BigDecimal exact = value.orElse(BigDecimal.ZERO);
        return figure(own, whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact);
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Where nobody has reported, nothing is known: that is not a nought. */
    private static SummedFigures.Figure figure(List<Source> sources, BigDecimal value) {
        return new SummedFigures.Figure(
                sources.isEmpty() ? "" : value.stripTrailingZeros().toPlainString(),
                sources.stream().map(Source::receipt).toList());
    }

    private static String formOf(String mark) {
        int dot = mark.indexOf('.');
        return dot < 0 ? mark : mark.substring(0, dot);
    }

    private List<Source> sources(OpenDraft opened, Set<String> forms, Months months) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(ReportTable.Status.WITHDRAWN);
        arguments.add(opened.draft().report().orElse(0L));
        List<String> units =
                opened.means().staff().within(opened.turn().person().unit());
        String where = in("form_id", forms, arguments)
                + in("period", months.codes(), arguments)
                + in("unit", units, arguments);
        return database.read(tx -> tx.list(
                "SELECT id, year, number, form_id, unit, nil, instance_xml FROM report WHERE status <> ? AND id <> ?"
                        + where + " ORDER BY id",
                PeriodTotals::source,
                arguments.toArray()));
    }

    private static String in(String column, java.util.Collection<String> values, List<Object> arguments) {
        arguments.addAll(values);
        return " AND " + column + " IN ("
                + (values.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(values.size(), "?"))) + ")";
    }

    private static Source source(Row row) {
        Map<String, List<BigDecimal>> numbers = new HashMap<>();
        String xml = row.text("instance_xml");
        InstanceValues.of(xml)
                .forEach((path, texts) -> texts.forEach(text -> number(text)
                        .ifPresent(value -> numbers.computeIfAbsent(
                                        path.substring(path.lastIndexOf('/') + 1), any -> new ArrayList<>())
                                .add(value))));
        boolean nil = row.flag("nil");
        return new Source(
                row.number("id"),
                new ReportTable.Receipt((int) row.number("year"), row.number("number")).toString(),
                row.text("form_id"),
                row.text("unit"),
                nil,
                xml,
                // An empty form's defaults say nothing.
                nil ? Map.of() : numbers);
    }
}
