package danvan.report.office;

import danvan.chat.Person;
import danvan.desk.port.LiveRows;
import danvan.desk.port.ReportFilter;
import danvan.form.QuestionType;
import danvan.organization.directory.Organization;
import danvan.report.ReportForms;
import danvan.report.export.Column;
import danvan.report.store.ReportListing;
import danvan.report.store.ReportStore;
import danvan.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reports as rows, for live links. Safe for use by several threads. */
public final class OfficeRows implements LiveRows {
    private final OfficeReports shelf;
    private final ReportStore store;
    private final Organization organization;
    private final WantedReports wanted;

    public OfficeRows(OfficeReports shelf, ReportForms forms, ReportStore store, Organization organization) {
        this.shelf = shelf;
        this.store = store;
        this.organization = organization;
        this.wanted = new WantedReports(forms, organization);
    }

    @Override
    public List<Field> fields(String form, Language language) {
        return shelf.tableColumns(form, language).stream()
                .map(column -> new Field(column.path(), column.label(), kind(column)))
                .toList();
    }

    private static Kind kind(Column column) {
        if (column.numeric()) {
            return Kind.NUMBER;
        }
        return column.type() == QuestionType.DATE ? Kind.DAY : Kind.TEXT;
    }

    @Override
    public List<Line> lines(
            Person person, Language language, ReportFilter filter, boolean labels, long after, long skip, int most) {
        List<Column> columns =
                filter.form().map(form -> shelf.tableColumns(form, language)).orElse(List.of());
        List<ReportListing.Line> lines = store.listing().after(wanted.of(person, filter), after, skip, most);
        Map<Long, Map<String, String>> answers = store.answers()
                .of(
                        lines.stream().map(ReportListing.Line::id).toList(),
                        columns.stream().map(Column::path).toList());
        Map<String, String> units = new HashMap<>();
        return lines.stream()
                .map(line -> line(
                        line,
                        units.computeIfAbsent(line.unit(), organization::nameOf),
                        columns.stream()
                                .map(column -> answer(
                                        column,
                                        answers.getOrDefault(line.id(), Map.of())
                                                .getOrDefault(column.path(), ""),
                                        labels))
                                .toList()))
                .toList();
    }

    private static String answer(Column column, String stored, boolean labels) {
        return labels ? Labels.of(stored, column.labels()) : stored;
    }

    private static Line line(ReportListing.Line line, String unit, List<String> answers) {
        return new Line(
                line.id(),
                line.receipt().toString(),
                line.submittedAt(),
                line.unit(),
                unit,
                line.period(),
                ReportFilter.State.valueOf(line.status().name()),
                line.urgent(),
                line.nil(),
                line.edition(),
                answers);
    }
}
