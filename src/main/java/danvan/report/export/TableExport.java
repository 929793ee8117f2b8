package danvan.report.export;

import danvan.organization.directory.UnitRef;
import danvan.report.ReportForms;
import danvan.report.store.AnswerTree;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import danvan.report.store.ReportSearch;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * Writes reports as tables. Reads them once to see what they hold and once more for each table: a workbook is written
 * sheet by sheet, and no more than a page of reports is ever in memory.
 */
final class TableExport {
    /**
     * What stands before the answers. Who sent a report is left out: reports count people, they do not name them.
     *
     * @param statuses what people call a status
     * @param unreadable what stands for an answer that cannot be opened, given its receipt
     */
    record Headings(
            String receipt,
            String version,
            String submitted,
            String unitCode,
            String unit,
            String status,
            String reviewed,
            String nil,
            String yes,
            String latitude,
            String longitude,
            String repetition,
            String cut,
            UnaryOperator<String> statuses,
            UnaryOperator<String> unreadable) {}

    private final ReportPages reports;
    private final ReportSearch titles;
    private final ReportForms forms;
    private final Map<String, String> unitNames = new HashMap<>();
    private final Headings headings;

    TableExport(ReportPages reports, ReportSearch titles, ReportForms forms, List<UnitRef> units, Headings headings) {
        this.reports = reports;
        this.titles = titles;
        this.forms = forms;
        this.headings = headings;
        units.forEach(unit -> unitNames.put(unit.code(), unit.name()));
    }

    /** What came of it: the families of which there were reports, with how many. */
    record Written(Map<FormTables, Long> families, boolean archive) {
        long reports() {
            return families.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A look at the reports: which tables there will be. */
    Written survey(ReportQuery wanted, ExportOrder order, LongConsumer read) {
        Map<String, Set<String>> answered = new LinkedHashMap<>();
        Map<String, Long> counts = new HashMap<>();
        long[] count = {0};
        reports.each(wanted, report -> {
            Set<String> paths = answered.computeIfAbsent(report.form(), any -> new TreeSet<>());
            counts.merge(report.form(), 1L, Long::sum);
            report.answers().each((path, leaf) -> {
                if (order.personal() || !leaf.sealed()) {
                    paths.add(path);
                }
            });
            read.accept(++count[0]);
        });
        Map<FormTables, Long> families = new LinkedHashMap<>();
        boolean archive = answered.size() > 1;
        for (Map.Entry<String, Set<String>> form : answered.entrySet()) {
            String title = titles.title(form.getKey()).orElse(form.getKey());
            FormTables family = FormTables.of(forms.served().get(), form.getKey(), title, order.language())
                    .holding(form.getValue(), column -> order.personal() || !column.personal());
            families.put(family, counts.getOrDefault(form.getKey(), 0L));
            archive |= family.tables().size() > 1;
        }
        return new Written(families, archive);
    }

    /** Writes the tables. */
    void write(Written survey, ReportQuery wanted, ExportOrder order, OutputStream out, LongConsumer read)
            throws IOException {
        long[] count = {0};
        try (Sheets sheets = order.shape() == ExportOrder.Shape.XLSX
                ? new XlsxSheets(out, headings.cut())
                : new CsvSheets(out, survey.archive(), order.labels())) {
            for (FormTables family : survey.families().keySet()) {
                for (Map.Entry<String, List<Column>> table : family.tables().entrySet()) {
                    String name = order.labels() ? family.title() : family.form();
                    String repeat = table.getKey();
                    sheets.sheet(
                            repeat.isEmpty() ? name : sheetOf(repeat) + " - " + name, headings(table, order.labels()));
                    reports.each(wanted.of(family.form()), report -> {
                        write(sheets, family, table, report, order);
                        read.accept(++count[0]);
                    });
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String sheetOf(String repeat) {
        return repeat.substring(repeat.lastIndexOf('/') + 1);
    }

    private List<String> headings(Map.Entry<String, List<Column>> table, boolean labels) {
        List<String> all = new ArrayList<>(List.of(headings.receipt()));
        if (table.getKey().isEmpty()) {
            all.addAll(List.of(
                    headings.version(),
                    headings.submitted(),
                    headings.unitCode(),
                    headings.unit(),
                    headings.status(),
                    headings.reviewed(),
                    headings.nil()));
        } else {
            all.add(headings.repetition());
        }
        Set<String> taken = new HashSet<>(all);
        for (Column column : table.getValue()) {
            String heading = labels ? column.label().replaceAll("\\s+", " ") : shortPath(column.path());
            String unique = taken.add(heading) ? heading : heading + " (" + shortPath(column.path()) + ")";
            if (labels && column.isPlace()) {
                all.add(unique + " – " + headings.latitude());
                all.add(unique + " – " + headings.longitude());
            } else {
                all.add(unique);
            }
        }
        return all;
    }

    /** Without the root, as ODK's own exports write it: {@code group-name}. */
    private static String shortPath(String path) {
        return path.substring(path.indexOf('/', 1) + 1).replace('/', '-');
    }

    private void write(
            Sheets sheets,
            FormTables family,
            Map.Entry<String, List<Column>> table,
            ReportPages.Entry report,
            ExportOrder order) {
        boolean labels = order.labels();
        String repeat = table.getKey();
        for (AnswerTree.Row row : report.answers().rows(repeat, family.repeats())) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(report.receipt()));
            if (repeat.isEmpty()) {
                cells.add(Cell.of(report.version()));
                cells.add(new Cell.Moment(LocalDateTime.ofInstant(report.submittedAt(), forms.zone())));
                cells.add(Cell.of(report.unit()));
                cells.add(Cell.of(unitNames.getOrDefault(report.unit(), report.unit())));
                cells.add(Cell.of(labels ? headings.statuses().apply(report.status()) : report.status()));
                cells.add(report.reviewedAt()
                        .<Cell>map(at -> new Cell.Moment(LocalDateTime.ofInstant(at, forms.zone())))
                        .orElse(Cell.EMPTY));
                cells.add(report.nil() ? Cell.of(labels ? headings.yes() : "1") : Cell.EMPTY);
            } else {
                cells.add(Cell.of(row.place()));
            }
            for (Column column : table.getValue()) {
                cells.addAll(cells(column, row, order, report));
            }
            try {
                sheets.row(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One cell, or two for a place that people read. */
    private List<Cell> cells(Column column, AnswerTree.Row row, ExportOrder order, ReportPages.Entry report) {
        Cell cell = cell(column, row, order, report);
        if (!order.labels() || !column.isPlace()) {
            return List.of(cell);
        }
        return cell instanceof Cell.Text text && !cell.equals(Cell.EMPTY)
                ? column.place(text.text())
                : List.of(cell, Cell.EMPTY);
    }

    private Cell cell(Column column, AnswerTree.Row row, ExportOrder order, ReportPages.Entry report) {
        if (!order.personal() && row.sealed().contains(column.path())) {
            // It is personal, whatever the form says of it by now.
            return Cell.EMPTY;
        }
        if (row.unreadable().contains(column.path())) {
            return Cell.of(headings.unreadable().apply(report.receipt()));
        }
        String stored = row.values().get(column.path());
        if (stored == null) {
            return Cell.EMPTY;
        }
        return column.type().isFile()
                ? Cell.of(String.join("; ", report.filesBeside(stored)))
                : column.cell(stored, order.labels(), forms.zone());
    }
}
