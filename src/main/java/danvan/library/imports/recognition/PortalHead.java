package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head a legal portal gives a document, where one line says all: "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG
 * 01 NĂM 2010", or "Quyết định số 51/2025/QĐ-TTg Ban hành …" as the heading of a page.
 *
 * @param from the line it begins in
 * @param to the line behind the last one that belongs to it
 * @param words those it was read from
 * @param rest what stands behind it on its last line
 */
record PortalHead(
        int from,
        int to,
        String kind,
        DocumentNumber.Printed number,
        Optional<DocumentDates.Printed> day,
        String issuer,
        String words,
        String rest) {
    private static final int LONGEST_LINE = 400;
    private static final int MOST_LINES = 5;
    private static final Pattern PORTAL = Pattern.compile("^(?:cua )?(.{0,200}?)\\s*(?<![a-z])so:?\\s{0,3}("
            + DocumentNumber.PATTERN + "|\\d{1,4})\\s{1,3}ngay\\s{0,3}" + DocumentDates.DAY);
    private static final Pattern ONE_LINE =
            Pattern.compile("^so:?\\s{0,3}(" + DocumentNumber.PATTERN + ")(?![a-z0-9])");

    /** A heading that begins with the kind and the number. */
    static Optional<PortalHead> heading(DocumentText text, int until) {
        for (int i = 0; i < until; i++) {
            DocumentText.Line line = text.line(i);
            Optional<String> kind = Kinds.at(line.plain());
            if (kind.isEmpty() || line.text().length() > LONGEST_LINE || line.cells() > 1) {
                continue;
            }
            int from = kind.get().length() + 1;
            if (from >= line.plain().length() || (line.kind() != Block.Kind.HEADING && i >= 3)) {
                continue;
            }
            Matcher found = ONE_LINE.matcher(line.plain().substring(from));
            if (found.find()) {
                String printed =
                        DocumentNumber.tight(line.text().substring(from + found.start(1), from + found.end(1)));
                return Optional.of(new PortalHead(
                        i,
                        i + 1,
                        kind.get(),
                        new DocumentNumber.Printed(printed, DocumentNumber.symbolOf(printed), 0, from + found.end()),
                        Optional.empty(),
                        "",
                        line.text().substring(0, from + found.end(1)),
                        line.text().substring(from + found.end(1)).strip()));
            }
        }
        return Optional.empty();
    }

    /** The lines behind the kind that name issuer, number and day in one. */
    static Optional<PortalHead> behind(DocumentText text, int kindAt, String kind, int until) {
        String line = text.line(kindAt).text();
        StringBuilder joined = new StringBuilder(
                line.substring(Math.min(line.length(), kind.length())).strip());
        for (int end = kindAt + 1; end <= Math.min(kindAt + MOST_LINES, until); end++) {
            Matcher found = PORTAL.matcher(Plain.of(joined.toString()));
            if (found.find() && isIssuedBy(joined.substring(0, found.end(1)).strip())) {
                String printed = DocumentNumber.tight(joined.substring(found.start(2), found.end(2)));
                return Optional.of(new PortalHead(
                        kindAt,
                        end,
                        kind,
                        new DocumentNumber.Printed(printed, DocumentNumber.symbolOf(printed), 0, 0),
                        Optional.of(new DocumentDates.Printed(
                                DocumentDates.iso(found, 3), 0, 0, found.start(3), found.end())),
                        joined.substring(found.start(1), found.end(1)).strip(),
                        joined.toString().strip(),
                        joined.substring(found.end()).strip()));
            }
            if (end < text.size()) {
                joined.append(joined.length() == 0 ? "" : " ")
                        .append(text.line(end).text());
            }
        }
        return Optional.empty();
    }

    /** "CỦA CHÍNH PHỦ", "BỘ TÀI CHÍNH", or nothing: any other words name another document. */
    private static boolean isIssuedBy(String before) {
        return before.isEmpty() || Plain.of(before).startsWith("cua ") || Issuer.begins(before);
    }
}
