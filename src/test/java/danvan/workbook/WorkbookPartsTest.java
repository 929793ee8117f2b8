package danvan.workbook;

import static danvan.form.TestWorkbooks.zipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import danvan.form.TestWorkbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is opened, and why anything else is not. */
class WorkbookPartsTest {
    private static final byte[] SOUND = sound();

    private static byte[] sound() {
        try {
            return TestWorkbooks.of(Map.of("Units", new Object[][] {{"Name"}, {"Xã A"}}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(byte[] content, UnsafeWorkbook.Why why) {
        assertThatExceptionOfType(UnsafeWorkbook.class)
                .isThrownBy(() -> WorkbookParts.check(content))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void aWorkbookPassesAndIsListedWhole() throws IOException {
        assertThatCode(() -> WorkbookParts.check(SOUND)).doesNotThrowAnyException();
        assertThatCode(() -> WorkbookParts.check(WorkbookParts.listed(SOUND))).doesNotThrowAnyException();
    }

    @Test
    void whateverElseIsRefusedWithItsReason() throws IOException {
        assertRefused(new byte[0], UnsafeWorkbook.Why.EMPTY);
        assertRefused(new byte[WorkbookParts.LARGEST_FILE + 1], UnsafeWorkbook.Why.TOO_LARGE);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, UnsafeWorkbook.Why.OLD_OR_PROTECTED);
        assertRefused(zipped("xl/worksheets/sheet1.xml", 65 << 20), UnsafeWorkbook.Why.UNFOLDS);
        assertRefused(zipped("xl/vbaProject.bin", 10), UnsafeWorkbook.Why.MACROS);
        assertRefused(zipped("word/document.xml", 10), UnsafeWorkbook.Why.NO_WORKBOOK);
        assertRefused("PK and more".getBytes(StandardCharsets.UTF_8), UnsafeWorkbook.Why.DAMAGED);
    }

    @Test
    void partsWithoutEndAreNotUnfolded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int part = 0; part <= 2_000; part++) {
                zip.putNextEntry(new ZipEntry("xl/media/" + part + ".png"));
            }
        }
        assertRefused(out.toByteArray(), UnsafeWorkbook.Why.TOO_MANY_PARTS);
    }

    @Test
    void theListOfSheetsIsHadWithoutUnfoldingWhatStandsBehindIt() throws IOException {
        assertThat(WorkbookParts.listOfSheets(SOUND))
                .hasValueSatisfying(list ->
                        assertThat(new String(list, StandardCharsets.UTF_8)).contains("name=\"Units\""));
        assertThat(WorkbookParts.listOfSheets(zipped("word/document.xml", 10))).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<sheets/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[65 << 20]);
        }
        assertThat(WorkbookParts.listOfSheets(out.toByteArray())).isPresent();
        assertRefused(out.toByteArray(), UnsafeWorkbook.Why.UNFOLDS);
    }
}
