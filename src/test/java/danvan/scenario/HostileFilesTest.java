package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever file the office sends under whatever name, it is answered, and no turn and no job fails of it. */
class HostileFilesTest {
    @TempDir
    private Path data;

    @Test
    void everyContentUnderEveryName() throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("empty", new byte[0]);
        contents.put("one", new byte[] {0});
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        contents.put("noise", noise);
        contents.put("docx", docx());
        contents.put("xlsx", xlsx());
        contents.put("zip", zip("a.txt", "hello".getBytes(StandardCharsets.UTF_8)));
        contents.put("bomb", zip("xl/workbook.xml", new byte[80_000_000], "[Content_Types].xml", new byte[1]));
        contents.put("wordbomb", zip("word/document.xml", new byte[80_000_000], "[Content_Types].xml", new byte[1]));
        contents.put("halfdocx", java.util.Arrays.copyOf(docx(), 900));
        contents.put("text", "Điều 1. Nội dung".getBytes(StandardCharsets.UTF_8));
        contents.put("nested", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        contents.put("nestedmap", "{a: ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        contents.put("aliases", aliases());
        contents.put("laughs", laughs());
        contents.put(
                "xxe",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>&b;</h:title></h:head></h:html>"
                        .getBytes(StandardCharsets.UTF_8));
        contents.put("deepxml", "<a>".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        contents.put(
                "pdf",
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>"
                        .getBytes(StandardCharsets.UTF_8));
        contents.put("utf16", "xin chào".getBytes(StandardCharsets.UTF_16));
        List<String> names = List.of(
                "a.xlsx",
                "a.yml",
                "a.xml",
                "a.docx",
                "a.pdf",
                "a.html",
                ".",
                "x".repeat(300) + ".xlsx",
                "a\u202Exslx.exe");
        try (Bot bot = new Bot(
                        data,
                        false,
                        danvan.outbox.Pace.unlimited(),
                        Map.of("DANVAN_REPORTS_FILES_A_DAY", "10000", "DANVAN_REPORTS_MEGABYTES_A_DAY", "10000"));
                Rows rows = new Rows(data)) {
            List<String> bad = new ArrayList<>();
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                for (String name : names) {
                    // Each from somebody else: whoever sends many is told of several at once, and later.
                    Member office = bot.member("Văn Phòng", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
                    office.sendsFile(name, "application/octet-stream", content.getValue());
                    long said = bot.telegram().chat(office.chat()).stream()
                            .filter(shown -> !shown.seen())
                            .count();
                    String what = content.getKey() + " as " + name.substring(0, Math.min(20, name.length()));
                    if (said == 0) {
                        bad.add(what + ": nothing said");
                    }
                    String failed = rows.failedTurns();
                    if (!failed.isEmpty()) {
                        bad.add(what + failed);
                    }
                    String jobs = rows.dump(
                            "job",
                            "SELECT id, kind, state, attempts, reason FROM job WHERE state = 'FAILED' OR attempts > 1");
                    if (!jobs.isEmpty()) {
                        bad.add(what + jobs);
                        rows.any("DELETE FROM job WHERE state = 'FAILED' OR attempts > 1");
                    }
                }
            }
            assertThat(bad).isEmpty();
        }
    }

    private static byte[] aliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            for (int j = 0; j < 9; j++) {
                yaml.append(j == 0 ? "" : ", ").append("*a").append(i - 1);
            }
            yaml.append("]\n");
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] laughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml.append("]><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\">&a11;</h:html>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Điều 1. Nội dung");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("survey").createRow(0).createCell(0).setCellValue("type");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(Object... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) parts[i]));
                out.write((byte[]) parts[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
