package danvan.form.xlsform;

import danvan.form.Aggregation;
import danvan.form.FormProblem;
import danvan.form.Media;
import danvan.form.RangeBounds;
import danvan.form.xform.BotAttributes;
import danvan.text.Problem;
import java.util.EnumSet;
import java.util.Set;

/** What a row that asks, shows or calculates something must have, and must not have. */
final class QuestionChecks {
    private static final String TOTAL = "bind::bot:total";
    private static final Set<RowType> NUMBERS = EnumSet.of(
            RowType.INTEGER,
            RowType.DECIMAL,
            RowType.RANGE,
            RowType.PERCENTAGE,
            RowType.DAYS_OF_MONTH,
            RowType.DAYS_OF_HALF_YEAR,
            RowType.DAYS_OF_YEAR,
            RowType.CALCULATE);

    private QuestionChecks() {}

    interface Report {
        void problem(String column, Problem found, Problem expected);
    }

    static void check(SurveyNode.Leaf leaf, Report report) {
        var row = leaf.row();
        var type = leaf.type();
        if (type.isVisible()
                && row.translations("label").isEmpty()
                && row.translations("hint").isEmpty()
                && Media.KINDS.stream()
                        .allMatch(kind -> row.translations("media::" + kind).isEmpty())) {
            report.problem("label", FormProblem.of("empty"), FormProblem.of("want.label"));
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report.problem("calculation", FormProblem.of("empty"), FormProblem.of("want.calculation"));
        }
        total(leaf, report);
        UnsupportedTypes.reasonOfAppearance(row.get("appearance"))
                .ifPresent(why -> report.problem("appearance", why, FormProblem.of("want.look")));
        if (row.has("intent")) {
            report.problem("intent", FormProblem.of("anotherApp"), FormProblem.of("want.person"));
        }
        if (type == RowType.RANGE && RangeBounds.read(row.get("parameters")).isEmpty()) {
            report.problem("parameters", FormProblem.of("badRange"), FormProblem.of("want.bounds"));
        }
    }

    private static void total(SurveyNode.Leaf leaf, Report report) {
        if (!leaf.row().has(TOTAL)) {
            return;
        }
        var written = leaf.row().get(TOTAL);
        if (!isNumber(leaf)) {
            report.problem(
                    TOTAL,
                    FormProblem.of("total.noNumber", leaf.row().get("type")),
                    FormProblem.of("want.totalNumber"));
        } else if (Aggregation.read(written).isEmpty()) {
            report.problem(TOTAL, FormProblem.of("total.unknown", written), FormProblem.of("want.total"));
        }
    }

    /** Once all names are known: the question that a weighted mean weighs by. */
    static void weight(SurveyNode.Leaf leaf, NodeNames names, Report report) {
        var by = Aggregation.read(leaf.row().get(TOTAL)).map(Aggregation::by).orElse("");
        if (by.isEmpty() || !isNumber(leaf)) {
            return;
        }
        boolean found = names.of(by).stream()
                .anyMatch(other -> other instanceof SurveyNode.Leaf weight
                        && isNumber(weight)
                        && !weight.equals(leaf)
                        && weight.repeats().equals(leaf.repeats())
                        && !BotAttributes.isYes(weight.row().get("bind::bot:pii")));
        if (!found) {
            report.problem(TOTAL, FormProblem.of("total.noWeight", by), FormProblem.of("want.totalWeight"));
        }
    }

    private static boolean isNumber(SurveyNode.Leaf leaf) {
        return NUMBERS.contains(leaf.type());
    }
}
