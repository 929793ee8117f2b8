package danvan.form;

/** What a row that asks, shows or calculates something must have, and must not have. */
final class LeafChecks {
    private LeafChecks() {}

    interface Report {
        void problem(String column, String found, String expected);
    }

    static void check(Node.Leaf leaf, Report report) {
        var row = leaf.row();
        var type = leaf.type();
        if (type.isVisible()
                && row.translations("label").isEmpty()
                && row.translations("hint").isEmpty()
                && Media.KINDS.stream()
                        .allMatch(kind -> row.translations("media::" + kind).isEmpty())) {
            report.problem("label", "is empty", "the question's text");
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report.problem("calculation", "is empty", "what to calculate");
        }
        if (type.isVisible()
                && type != RowType.NOTE
                && row.has("calculation")
                && !row.has("trigger")
                && !SurveyReader.isYes(row.get("read_only"))) {
            report.problem(
                    "calculation", "would overwrite what the person answers", "a row of type calculate, or a default");
        }
        UnsupportedTypes.reasonOfAppearance(row.get("appearance"))
                .ifPresent(why -> report.problem("appearance", why, "no such appearance, or another question"));
        if (row.has("intent")) {
            report.problem("intent", "another app cannot be called from a chat", "a question a person can answer");
        }
        if (type == RowType.RANGE && RangeBounds.read(row.get("parameters")).isEmpty()) {
            report.problem("parameters", "are no bounds of a range", "such as start=0 end=100 step=5");
        }
    }
}
