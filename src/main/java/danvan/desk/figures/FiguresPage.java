package danvan.desk.figures;

import danvan.conversation.PageTurns;
import danvan.desk.page.Frame;
import danvan.desk.page.PeriodCode;
import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.UnitNames;
import danvan.desk.page.Views;
import danvan.desk.port.Arrivals;
import danvan.desk.port.Figures;
import danvan.desk.port.PeriodWord;
import danvan.desk.port.ReportShelf;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures at the desk: a period beside the one before it and the year, every number leading to its reports. */
public final class FiguresPage {
    private static final int OFFERED_PERIODS = 12;

    private final Figures figures;
    private final PeriodWord word;
    private final ReportShelf reports;
    private final Arrivals arrivals;
    private final Organization organization;
    private final PageTurns turns;
    private final Views views;

    public FiguresPage(
            Figures figures,
            PeriodWord word,
            ReportShelf reports,
            Arrivals arrivals,
            Organization organization,
            PageTurns turns,
            Views views) {
        this.figures = figures;
        this.word = word;
        this.reports = reports;
        this.arrivals = arrivals;
        this.organization = organization;
        this.turns = turns;
        this.views = views;
    }

    /**
     * The page, as its template shows it.
     *
     * @param problem the key of what was not understood; empty where all was
     * @param periods codes that may be meant, the latest first
     */
    public record Model(
            Query query,
            String form,
            List<ReportShelf.FormTitle> forms,
            String period,
            List<String> periods,
            UnitRef unit,
            List<UnitRef> units,
            String problem,
            Optional<Figures.Sheet> sheet) {
        /** The reports of a period of this form, of the unit and all below it. */
        public String reportsOf(String code) {
            return reportsOf(code, unit.code());
        }

        public String reportsOf(String code, String place) {
            return new Query(Map.of())
                    .with("form", form)
                    .with("unit", place)
                    .with("period", code)
                    .written();
        }

        /** Those of them in which an answer was chosen. */
        public String reportsOf(Figures.Choice choice) {
            return new Query(Map.of())
                    .with("form", form)
                    .with("unit", unit.code())
                    .with("period", sheet.map(Figures.Sheet::period).orElse(period))
                    .with("choice", choice.answer())
                    .written();
        }

        /** The width of a choice's bar, in percent of the one that was chosen most. */
        public int share(Figures.Question question, Figures.Choice choice) {
            BigDecimal most = question.choices().stream()
                    .flatMap(one -> one.value().now().stream())
                    .reduce(BigDecimal.ONE, BigDecimal::max);
            return choice.value()
                    .now()
                    .map(count -> count.multiply(BigDecimal.valueOf(100))
                            .divide(most, 0, RoundingMode.HALF_UP)
                            .intValue())
                    .orElse(0);
        }

        /** A number as people of the language write it; a dash where nothing is known. */
        public static String shown(Frame frame, Optional<BigDecimal> value) {
            return value.map(number -> format(frame).format(number)).orElse("–");
        }

        /** With its sign. */
        public static String change(Frame frame, Figures.Value value) {
            return value.change()
                    .map(number -> (number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "±")
                            + format(frame).format(number.abs()))
                    .orElse("–");
        }

        private static NumberFormat format(Frame frame) {
            NumberFormat format =
                    NumberFormat.getNumberInstance(frame.words().language().locale());
            format.setMaximumFractionDigits(2);
            return format;
        }
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/figures", Access.READ, this::show);
        guard.post(javalin, "/desk/figures/word", Access.READ, this::order);
    }

    private void show(Context request, Visitor visitor) {
        Query query = Query.read(Optional.ofNullable(request.queryString()).orElse(""));
        views.show(request, visitor.frame(), "figures", Map.of("m", model(query, visitor)));
    }

    private Model model(Query query, Visitor visitor) {
        Language language = visitor.frame().words().language();
        List<ReportShelf.FormTitle> forms = reports.forms(language);
        String form = forms.stream()
                .map(ReportShelf.FormTitle::id)
                .filter(query.value("form")::equals)
                .findFirst()
                .orElseGet(() -> forms.isEmpty() ? "" : forms.get(0).id());
        LocalDate today = LocalDate.ofInstant(visitor.now(), visitor.frame().zone());
        List<String> periods = new java.util.ArrayList<>(arrivals.periods(form, today, OFFERED_PERIODS).stream()
                .map(Arrivals.Period::code)
                .toList());
        Collections.reverse(periods);
        // The last one that is over, as the office reports what was.
        String period = query.has("period") ? query.value("period") : periods.get(Math.min(1, periods.size() - 1));
        List<UnitRef> units = units(visitor);
        Optional<UnitRef> unit =
                query.has("unit") ? new UnitNames(units).meant(query.value("unit")) : Optional.of(own(visitor, units));
        Optional<Figures.Sheet> sheet = unit.filter(any -> !form.isEmpty())
                .flatMap(one -> figures.of(visitor.person(), language, form, period, one.code()));
        String problem = unit.isEmpty() ? "unit" : sheet.isEmpty() && !form.isEmpty() ? "period" : "";
        return new Model(
                query, form, forms, period, periods, unit.orElseGet(() -> own(visitor, units)), units, problem, sheet);
    }

    /** What a person may ask for, the whole first. */
    private List<UnitRef> units(Visitor visitor) {
        return visitor.frame().seesAll()
                ? UnitNames.around(organization, visitor.person().unit()).units()
                : organization.within(visitor.person().unit());
    }

    private static UnitRef own(Visitor visitor, List<UnitRef> units) {
        return units.stream()
                .filter(unit -> unit.code().equals(visitor.person().unit()))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private void order(Context request, Visitor visitor) {
        Query query = Query.read(Optional.ofNullable(request.formParam("in")).orElse(""));
        Model model = model(query, visitor);
        Optional<PeriodWord.Layout> layout = Arrays.stream(PeriodWord.Layout.values())
                .filter(one -> one.name().equals(request.formParam("layout")))
                .findFirst();
        if (layout.isEmpty() || model.sheet().isEmpty()) {
            throw Refused.notFound();
        }
        String period = model.sheet().get().period();
        String said = turns.said(
                visitor.person(), turn -> word.order(turn, period, model.unit().code(), layout.get()));
        Views.leadOn(request, visitor.frame(), "files", said);
    }

    /** A period as people write it. */
    public static String written(String code) {
        return PeriodCode.shown(code);
    }
}
