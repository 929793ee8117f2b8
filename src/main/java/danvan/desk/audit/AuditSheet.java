package danvan.desk.audit;

import danvan.desk.page.Frame;
import danvan.workbook.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The audit as a workbook. Texts are texts there: none of them is run as a formula. */
final class AuditSheet {
    private static final int LONGEST_CELL = 32_000;

    private AuditSheet() {}

    static byte[] of(List<AuditLedger.Entry> entries, Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "DanVanBot", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(frame.t("audit.title"));
            sheet.freezePane(0, 1);
            Heading.write(sheet, 0, 0, frame.t("audit.at"), 18, 0);
            Heading.write(sheet, 0, 1, frame.t("audit.actor"), 26, 0);
            Heading.write(sheet, 0, 2, frame.t("audit.action"), 30, 0);
            Heading.write(sheet, 0, 3, frame.t("audit.detail"), 80, 0);
            int at = 1;
            for (AuditLedger.Entry entry : entries) {
                sheet.value(
                        at, 0, entry.at().atZone(frame.zone()).toLocalDateTime().withNano(0));
                sheet.style(at, 0).format("yyyy-mm-dd hh:mm:ss").set();
                sheet.inlineString(at, 1, entry.actor().isEmpty() ? frame.t("audit.bot") : entry.actor());
                sheet.inlineString(at, 2, frame.action(entry.action()));
                sheet.inlineString(
                        at,
                        3,
                        entry.detail().length() > LONGEST_CELL
                                ? entry.detail().substring(0, LONGEST_CELL)
                                : entry.detail());
                at++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the audit", e);
        }
        return out.toByteArray();
    }
}
