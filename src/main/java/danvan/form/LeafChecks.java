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
                && row.translations("hint").isEmpty()) {
            report.problem("label", "is empty", "the question's text");
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report.problem("calculation", "is empty", "what to calculate");
        }
        if (type.isVisible()
                && type != RowType.NOTE
                && row.has("calculation")
                && !SurveyReader.isYes(row.get("read_only"))) {
            report.problem(
                    "calculation", "would overwrite what the person answers", "a row of type calculate, or a default");
        }
        if (row.get("appearance").contains("search(")) {
            report.problem("appearance", "search() needs an outside file", "a choice_filter");
        }
    }
}
