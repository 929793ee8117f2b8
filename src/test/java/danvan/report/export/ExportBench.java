package danvan.report.export;

import danvan.report.store.ReportQuery;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Prints what an export of many reports takes. To be run with the heap it is to be measured at: {@code java -Xmx256m -cp
 * … danvan.report.export.ExportBench 100000}.
 */
final class ExportBench {
    private ExportBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("export-bench");
        try (ReportFixture shelf = new ReportFixture(folder)) {
            shelf.database.change(tx -> {
                for (int i = 1; i <= count; i++) {
                    tx.update(
                            """
                            INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id,
                                unit, submitted_at, urgent, instance_xml)
                            VALUES (2024, ?, 'thang', '2', 'Báo cáo tháng', ?, 1, 'xa-a', ?, 0, ?)
                            """,
                            i,
                            "uuid:" + i,
                            Instant.parse("2024-03-05T03:00:00Z").plusSeconds(i),
                            "<data><noi_dung>Việc thứ " + i + ": họp thôn, bàn làm đường, dân góp công và góp ý"
                                    + "</noi_dung><so_cuoc>" + i % 9 + "</so_cuoc><tien>" + i / 7 + ".5</tien>"
                                    + "<ngay>2024-03-04</ngay><muc>a</muc><moi>9</moi>"
                                    + "<ho><nguoi>4</nguoi><can>a b</can></ho></data>");
                }
            });
            for (ExportOrder.Shape shape : ExportOrder.Shape.values()) {
                long before = System.nanoTime();
                ExportOrder order = new ExportOrder("", "", "tinh", shape, true, false, "vi");
                TableExport export = new TableExport(
                        shelf.store().pages(),
                        shelf.store().search(),
                        shelf.served(),
                        ReportFixture.UNITS,
                        new TableExport.Headings(
                                "a",
                                "b",
                                "c",
                                "d",
                                "e",
                                "f",
                                "g",
                                "n",
                                "y",
                                "lat",
                                "lon",
                                "h",
                                "…",
                                status -> status,
                                receipt -> receipt));
                ReportQuery wanted = shelf.all("tinh");
                Path file = folder.resolve("out." + shape);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    export.write(export.survey(wanted, order, any -> {}), wanted, order, out, any -> {});
                }
                System.out.printf(
                        "%d reports, %s: %.1f s, file %.1f MB, heap limit %d MiB%n",
                        count,
                        shape,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) / 1000.0,
                        Files.size(file) / 1e6,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }
}
