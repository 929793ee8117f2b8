package danvan.form;

/** What a row that asks, shows or calculates something must have, and must not have. */
final class LeafChecks {
    private LeafChecks() {}

    interface Report {
        void problem(String column, Said found, Said expected);
    }

    static void check(Node.Leaf leaf, Report report) {
        var row = leaf.row();
        var type = leaf.type();
        if (type.isVisible()
                && row.translations("label").isEmpty()
                && row.translations("hint").isEmpty()
                && Media.KINDS.stream()
                        .allMatch(kind -> row.translations("media::" + kind).isEmpty())) {
            report.problem("label", Said.of("empty"), Said.of("want.label"));
        }
        if (type == RowType.CALCULATE && !row.has("calculation") && !row.has("default")) {
            report.problem("calculation", Said.of("empty"), Said.of("want.calculation"));
        }
        if (type.isVisible()
                && type != RowType.NOTE
                && row.has("calculation")
                && !row.has("trigger")
                && !SurveyReader.isYes(row.get("read_only"))) {
            report.problem("calculation", Said.of("overwrites"), Said.of("want.calculate"));
        }
        UnsupportedTypes.reasonOfAppearance(row.get("appearance"))
                .ifPresent(why -> report.problem("appearance", why, Said.of("want.look")));
        if (row.has("intent")) {
            report.problem("intent", Said.of("anotherApp"), Said.of("want.person"));
        }
        if (type == RowType.RANGE && RangeBounds.read(row.get("parameters")).isEmpty()) {
            report.problem("parameters", Said.of("badRange"), Said.of("want.bounds"));
        }
    }
}
