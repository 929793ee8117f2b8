package danvan.library.imports;

import danvan.library.imports.document.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files as offices make them, and as those do who mean harm; made here, so that none is kept. */
public final class TestFiles {
    /** A decision by Decree 30 as text, a line each. */
    public static final String DECISION = """
            ỦY BAN NHÂN DÂN
            XÃ TIẾN ĐỨC
            Số: 45/2025/QĐ-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Tiến Đức, ngày 12 tháng 9 năm 2025
            QUYẾT ĐỊNH
            Về việc ban hành Quy chế sử dụng nhà văn hóa thôn
            Căn cứ Luật Tổ chức chính quyền địa phương;
            Điều 1. Giờ mở cửa
            Nhà văn hóa thôn mở cửa từ 6 giờ 30 phút đến 21 giờ hằng ngày.
            Điều 2. Người giữ chìa khóa
            1. Trưởng thôn giữ chìa khóa nhà văn hóa.
            2. Khi đi vắng, trưởng thôn giao chìa khóa cho bí thư chi bộ.
            Điều 3. Hiệu lực
            Quyết định này có hiệu lực thi hành kể từ ngày ký.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            """;

    private TestFiles() {}

    public static byte[] docx(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            return written(document::write);
        }
    }

    public static byte[] docxWithTables() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable head = document.createTable(1, 2);
            head.getRow(0).getCell(0).setText("HUYỆN ỦY HƯNG HÀ");
            head.getRow(0).getCell(0).addParagraph().createRun().setText("Số 07-KH/HU");
            head.getRow(0).getCell(1).setText("ĐẢNG CỘNG SẢN VIỆT NAM");
            head.getRow(0).getCell(1).addParagraph().createRun().setText("Hưng Hà, ngày 02 tháng 01 năm 2024");
            document.createParagraph().createRun().setText("KẾ HOẠCH");
            document.createParagraph().createRun().setText("tổ chức đối thoại năm 2024");
            document.createParagraph().createRun().setText("I- PHÂN CÔNG");
            String[][] rows = {
                {"TT", "Việc", "Hạn"}, {"1", "Chuẩn bị hội trường", "Quý I"}, {"2", "Mời đại biểu", "Quý II"}
            };
            XWPFTable table = document.createTable(rows.length, 3);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < 3; j++) {
                    table.getRow(i).getCell(j).setText(rows[i][j]);
                }
            }
            return written(document::write);
        }
    }

    public static byte[] xlsx(String[][] rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Phân công");
            for (int i = 0; i < rows.length; i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            return written(book::write);
        }
    }

    public static byte[] odt(String text) throws IOException {
        return odt(text, "");
    }

    /**
     * An .odt.
     *
     * @param before what stands before the text, as XML
     */
    public static byte[] odt(String text, String before) throws IOException {
        StringBuilder body = new StringBuilder(before);
        text.lines().forEach(line -> body.append("<text:p>").append(line).append("</text:p>"));
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                        + body + "</office:text></office:body></office:document-content>",
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>");
    }

    /** Pages of lines, in the one font that PDFBox brings. */
    public static byte[] pdf(List<String> pages) throws IOException {
        try (PDDocument document = printed(pages)) {
            return written(document::save);
        }
    }

    public static byte[] lockedPdf(String text) throws IOException {
        try (PDDocument document = printed(List.of(text))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return written(document::save);
        }
    }

    public static byte[] lockedDocx(String text) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(docx(text));
            }
            return written(files::writeFilesystem);
        }
    }

    /** Pages that are pictures only. */
    public static byte[] scan() throws IOException {
        return pdf(List.of("", ""));
    }

    /** A Word file of 200 kB that unpacks to 200 MB. */
    public static byte[] bomb() throws IOException {
        return wordWith("<w:p><w:r><w:t>" + " ".repeat(200_000_000) + "</w:t></w:r></w:p>", "");
    }

    /** A billion laughs. */
    public static byte[] laughs() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha ha ha ha ha \">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return wordWith(
                "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", entities.append("]>").toString());
    }

    /** A document with a macro that must never run, nor be taken for text. */
    public static byte[] withMacro(String text) throws IOException {
        StringBuilder body = new StringBuilder();
        text.lines().forEach(line -> body.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
        return zip(
                "[Content_Types].xml",
                types("application/vnd.ms-word.document.macroEnabled.main+xml"),
                "_rels/.rels",
                RELATIONS,
                "word/document.xml",
                document(body.toString(), ""),
                "word/vbaProject.bin",
                "Sub AutoOpen() Shell \"format c:\"");
    }

    public static Path file(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>";

    private static String types(String main) {
        return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>";
    }

    /** A .docx with a body as it stands in its XML, and footnotes. */
    public static byte[] docxOf(String body, String footnotes) throws IOException {
        String types = types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                .replace(
                        "</Types>",
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats"
                                + "-officedocument.wordprocessingml.footnotes+xml\"/></Types>");
        return zip(
                "[Content_Types].xml",
                types,
                "_rels/.rels",
                RELATIONS,
                "word/_rels/document.xml.rels",
                RELATIONS.replace("/officeDocument\"", "/footnotes\"").replace("word/document.xml", "footnotes.xml"),
                "word/document.xml",
                document(body, "")
                        .replace(
                                "<w:document ",
                                "<w:document xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                        + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com"
                                        + "/office/word/2010/wordprocessingShape\" "),
                "word/footnotes.xml",
                document("", "").replace("w:document", "w:footnotes").replace("<w:body></w:body>", footnotes));
    }

    private static byte[] wordWith(String body, String doctype) throws IOException {
        return zip(
                "[Content_Types].xml",
                types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                "_rels/.rels",
                RELATIONS,
                "word/document.xml",
                document(body, doctype));
    }

    private static String document(String body, String doctype) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body + "</w:body></w:document>";
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                    zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        });
    }

    private static PDDocument printed(List<String> pages) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font;
        try (InputStream ttf =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, java.util.Objects.requireNonNull(ttf));
        }
        for (String text : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.beginText();
                out.setFont(font, 11);
                out.setLeading(15);
                out.newLineAtOffset(60, 780);
                for (String line : text.lines().toList()) {
                    out.showText(line);
                    out.newLine();
                }
                out.endText();
            }
        }
        return document;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    /** A paragraph for each line. */
    public static List<Block> page(String text) {
        return text.lines()
                .map(line -> new Block(Block.Kind.PARAGRAPH, 1, List.of(line), 0))
                .toList();
    }
}
