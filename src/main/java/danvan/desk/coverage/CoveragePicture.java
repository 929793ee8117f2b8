package danvan.desk.coverage;

import danvan.desk.page.Frame;
import danvan.desk.page.PeriodCode;
import java.time.Instant;
import java.util.List;

/** Coverage as a picture for a report or a message: the same colours and signs as on the page, on a light ground. */
final class CoveragePicture {
    private static final int NAMES = 230;
    private static final int WIDE = 96;
    private static final int HIGH = 22;
    private static final int HEAD = 76;
    private static final int EDGE = 12;

    private CoveragePicture() {}

    /** @param form what people call the form */
    static String svg(CoverageTable table, String form, Frame frame, Instant now) {
        List<CoverageTable.Column> columns = table.columns();
        int width = NAMES + columns.size() * WIDE + 2 * EDGE;
        int height = HEAD + (table.rows().size() + 1) * HIGH + 2 * EDGE;
        StringBuilder svg =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                        + height + "\" viewBox=\"0 0 " + width + " " + height
                        + "\" font-family=\"Segoe UI, Noto Sans, DejaVu Sans,"
                        + " sans-serif\" font-size=\"13\" fill=\"#2a201c\">");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fffdf9\"/>");
        text(
                svg,
                EDGE,
                EDGE + 14,
                "start",
                "font-size=\"16\" font-weight=\"600\"",
                frame.t("coverage.title") + " · " + form);
        text(svg, EDGE, EDGE + 34, "start", "fill=\"#6a5d52\"", frame.t("coverage.asOf", "time", frame.moment(now)));
        for (int i = 0; i < columns.size(); i++) {
            int middle = EDGE + NAMES + i * WIDE + WIDE / 2;
            text(
                    svg,
                    middle,
                    HEAD,
                    "middle",
                    "font-weight=\"600\"",
                    PeriodCode.shown(columns.get(i).period().code()));
        }
        int y = HEAD + EDGE;
        for (CoverageTable.Row row : table.rows()) {
            text(svg, EDGE, y + 15, "start", "", cut(row.unit().name()));
            for (int i = 0; i < row.cells().size(); i++) {
                cell(svg, EDGE + NAMES + i * WIDE, y, row.cells().get(i).state(), frame);
            }
            y += HIGH;
        }
        text(svg, EDGE, y + 16, "start", "font-weight=\"600\"", frame.t("coverage.total"));
        for (int i = 0; i < columns.size(); i++) {
            CoverageTable.Column column = columns.get(i);
            String words = column.expected() == 0
                    ? "–"
                    : column.came() + "/" + column.expected() + " (" + column.percent() + " %)";
            text(svg, EDGE + NAMES + i * WIDE + WIDE / 2, y + 16, "middle", "font-weight=\"600\"", words);
        }
        return svg + "</svg>";
    }

    private static void cell(StringBuilder svg, int x, int y, CoverageTable.State state, Frame frame) {
        String ground = switch (state) {
            case ON_TIME, REPORTED -> "#e3f0e4";
            case LATE, RETURNED -> "#fbeecb";
            case NIL -> "#e2ebf5";
            case MISSING -> "#f9e1de";
            default -> "none";
        };
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\"><title>"
                .formatted(x + 4, y + 2, WIDE - 8, HIGH - 4, ground));
        svg.append(escaped(frame.t("coverage.state." + state))).append("</title></rect>");
        text(svg, x + WIDE / 2, y + 15, "middle", "", frame.t("coverage.sign." + state));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String more, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" %s>".formatted(x, y, anchor, more))
                .append(escaped(words))
                .append("</text>");
    }

    private static String cut(String name) {
        return name.length() > 32 ? name.substring(0, 31) + "…" : name;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
