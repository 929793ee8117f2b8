package danvan.form.xlsform;

import danvan.form.Aggregation;
import danvan.form.LocalizedMessage;
import danvan.form.Media;
import danvan.form.RangeBounds;
import danvan.form.xform.BotAttributes;
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
        void problem(String column, LocalizedMessage found, LocalizedMessage expected);
    }

    static void check(SurveyNode.Leaf leaf, Report report) {
        var row = leaf.row();
        var type = leaf.type();
        if (type.isVisible()
                && row.translations("label").isEmpty()
                && row.translations("hint").isEmpty()
                && Media.KINDS.stream()
                        .allMatch(kind -> row.translations("media::" + kind).isEmpty())) {
            report.problem("label", LocalizedMessage.of("empty"), LocalizedMessage.of("want.label"));
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report.problem("calculation", LocalizedMessage.of("empty"), LocalizedMessage.of("want.calculation"));
        }
        total(leaf, report);
        UnsupportedTypes.reasonOfAppearance(row.get("appearance"))
                .ifPresent(why -> report.problem("appearance", why, LocalizedMessage.of("want.look")));
        if (row.has("intent")) {
            report.problem("intent", LocalizedMessage.of("anotherApp"), LocalizedMessage.of("want.person"));
        }
        if (type == RowType.RANGE && RangeBounds.read(row.get("parameters")).isEmpty()) {
            report.problem("parameters", LocalizedMessage.of("badRange"), LocalizedMessage.of("want.bounds"));
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
                    LocalizedMessage.of("total.noNumber", leaf.row().get("type")),
                    LocalizedMessage.of("want.totalNumber"));
        } else if (Aggregation.read(written).isEmpty()) {
            report.problem(TOTAL, LocalizedMessage.of("total.unknown", written), LocalizedMessage.of("want.total"));
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
            report.problem(TOTAL, LocalizedMessage.of("total.noWeight", by), LocalizedMessage.of("want.totalWeight"));
        }
    }

    private static boolean isNumber(SurveyNode.Leaf leaf) {
        return NUMBERS.contains(leaf.type());
    }
}
