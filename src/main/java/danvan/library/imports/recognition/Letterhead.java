package danvan.library.imports.recognition;

import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a document's text: issuer and number, motto and day, the kind and what it is about. In the layouts of
 * Decree 30/2020/NĐ-CP and of the Party, in two columns or what a converter made of them, and in that of legal portals,
 * where one line says all: "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010".
 */
final class Letterhead {
    private static final int MOST_LINES = 70;
    static final int LONGEST_HEAD_LINE = 400;

    /** Some converters and scans set blanks between the letters: "Đ ộ c l ậ p". */
    static final Pattern MOTTO = Pattern.compile(
            spaced("conghoaxahoichunghiavietnam") + "|" + spaced("doclap") + "\\s{0,3}[-.]?\\s{0,3}" + spaced("tudo")
                    + "|cong hoa xa hoi chu nghia viet nam|doc lap\\s{0,3}[-.]?\\s{0,3}tu do\\s{0,3}[-.]?\\s{0,3}hanh phuc|dang cong san viet nam|viet nam dan chu cong hoa|dan chu cong hoa viet nam");

    static final Pattern BODY = Pattern.compile(
            "^[-+•\\s]{0,4}(?:can cu|kinh gui|xet |theo de nghi|chieu (?:theo|sac)|dieu (?:1|thu nhat|thu 1)(?![0-9a-z])|dieu \\d{1,3}[a-z]?\\s?[.:]|khoan thu nhat|chuong (?:i|1)(?![0-9a-z])|phan (?:thu nhat|i|1)(?![0-9a-z])|[ia1]\\s?[.)/-]\\s)");
    static final Pattern RULE = Pattern.compile("^[\\s*_=.\\-–—]+$");
    private static final Pattern LETTER_SUBJECT = Pattern.compile(
            "^(?:\\(?\\s{0,3}v\\s?/\\s?v\\s{0,3}[:.]?\\s{0,3}|trich yeu\\s{0,3}:\\s{0,3})|^(?:ve|vv) viec\\s{0,2}:?\\s{1,3}");
    /** Words before "số" that make the number another document's. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:theo|cua|tai|can cu|thuc hien|kem|den|hop nhat|bo sung|thay the|bai bo|ve|va|cong bao)$");

    private static final Pattern ANNEX_HEAD =
            Pattern.compile("^(?:phu luc|phu bieu|bieu mau|mau so|bieu so)(?![a-z]).{0,60}$");

    private final DocumentText text;
    /** The first line of the text itself. */
    final int body;

    final Optional<ParentDocument> parent;
    Optional<DocumentNumber.Printed> number = Optional.empty();
    int numberAt = -1;
    String numberWords = "";
    Optional<DocumentDates.Printed> day = Optional.empty();
    int dayAt = -1;
    String dayWords = "";
    String place = "";
    int kindAt = -1;
    String kindPrinted = "";
    /** The issuer as a portal's head names it. */
    String portalIssuer = "";
    /** What stands behind a portal's number and day on the same line. */
    String portalRest = "";
    /** The line behind the last one that belongs to the portal's head. */
    int portalEnd = -1;
    /** Where "V/v" stands, and where its words begin in that line. */
    int letterAt = -1;

    int letterFrom;

    Letterhead(DocumentText text) {
        this.text = text;
        this.body = bodyAt();
        this.parent = ParentDocument.of(text, Math.min(body + 3, text.size()));
        readKind();
        if (kindAt >= 0 && number.isEmpty()) {
            PortalHead.behind(text, kindAt, kindPrinted, Math.min(body, text.size()))
                    .ifPresent(this::keepIfOwn);
        }
        readNumber();
        readLetter();
        readDay();
    }

    private static String spaced(String letters) {
        return String.join("\\s{0,3}", letters.split(""));
    }

    private int bodyAt() {
        int most = Math.min(MOST_LINES, text.size());
        int kind = -1;
        boolean numbered = false;
        for (int i = 0; i < most; i++) {
            DocumentText.Line line = text.line(i);
            if (BODY.matcher(line.plain()).find() && !RULE.matcher(line.text()).matches()) {
                return i;
            }
            if (kind >= 0 && line.text().length() > LONGEST_HEAD_LINE) {
                return i;
            }
            if (numbered && kind >= 0 && i > kind + 1 && isSentence(line)) {
                return i;
            }
            kind = kind < 0 && isKindHeading(i) ? i : kind;
            numbered |= kind < 0 && DocumentNumber.in(line.text(), line.plain()).isPresent();
        }
        return most;
    }

    /** Directives and telegrams begin with a sentence and no "Căn cứ"; a title is none, even over two lines. */
    private static boolean isSentence(DocumentText.Line line) {
        return line.opens()
                && line.cells() <= 1
                && !line.isCapitals()
                && !line.plain().startsWith("(")
                && line.text().matches("(?s).*[.:;]");
    }

    /** A kind in capitals, on a line of its own or with its title behind it. */
    private boolean isKindHeading(int i) {
        DocumentText.Line line = text.line(i);
        return Kinds.at(line.plain()).isPresent()
                && line.isCapitals()
                && (line.cells() <= 1 || (line.cells() == 2 && line.opens()));
    }

    private void readKind() {
        int caption = -1;
        for (int i = 0; i < body; i++) {
            if (isKindHeading(i)) {
                kindAt = i;
                kindPrinted = Kinds.at(text.line(i).plain()).orElseThrow();
                // "VĂN BẢN HỢP NHẤT" stands above the name of what it consolidates.
                if (!kindPrinted.equals(Kinds.CONSOLIDATED)) {
                    break;
                }
                caption = i;
            }
        }
        if (caption >= 0) {
            consolidated = true;
        }
        belowTheMotto();
        if (kindAt < 0) {
            readHeading();
        }
    }

    /** A portal names the document above its own letterhead: the kind that stands below the motto is the document's. */
    private void belowTheMotto() {
        boolean motto = false;
        for (int i = kindAt + 1; kindAt >= 0 && i < body; i++) {
            motto |= MOTTO.matcher(text.line(i).plain()).find();
            if (motto
                    && isKindHeading(i)
                    && Kinds.at(text.line(i).plain()).equals(Optional.of(kindPrinted))
                    && !kindPrinted.equals(Kinds.ANNEX)) {
                kindAt = i;
                return;
            }
        }
    }

    /** Whether its head calls it a consolidated text. */
    boolean consolidated;

    /** The kind, where it is part of a page's heading. */
    private void readHeading() {
        PortalHead.heading(text, Math.min(body + 1, text.size())).ifPresent(found -> {
            kindAt = found.from();
            kindPrinted = found.kind();
            keep(found);
        });
    }

    /** Below a letterhead with another number, those words speak of another document: of what a consolidated text holds. */
    private void keepIfOwn(PortalHead found) {
        Optional<DocumentNumber.Printed> above = Optional.empty();
        for (int i = 0; i < kindAt && above.isEmpty(); i++) {
            DocumentText.Line line = text.line(i);
            above = DocumentNumber.in(line.text(), line.plain()).filter(printed -> printed.from() == 0);
        }
        boolean other = above.filter(printed ->
                        !printed.number().equalsIgnoreCase(found.number().number()))
                .isPresent();
        if (!other) {
            keep(found);
            // In capitals "QĐ-TTG", above it as it is written.
            number = above.or(() -> number);
        }
    }

    private void keep(PortalHead found) {
        number = Optional.of(found.number());
        numberAt = found.to() - 1;
        numberWords = found.words();
        portalIssuer = found.issuer();
        portalRest = found.rest();
        portalEnd = found.to();
        found.day().ifPresent(printed -> {
            day = Optional.of(printed);
            dayAt = found.to() - 1;
            dayWords = found.words();
        });
    }

    private void readNumber() {
        for (int i = 0; i < body && number.isEmpty(); i++) {
            DocumentText.Line line = text.line(i);
            if (line.text().length() > LONGEST_HEAD_LINE
                    || line.cells() > 3
                    || (isKindHeading(i) && i == kindAt && line.plain().contains(" so "))) {
                continue;
            }
            Optional<DocumentNumber.Printed> found = DocumentNumber.in(line.text(), line.plain());
            if (found.isPresent() && isOwn(line, found.get(), i)) {
                number = found;
                numberAt = i;
                numberWords = line.text();
            }
        }
    }

    /** Other documents' numbers stand in the title and in tables; the own one stands at the head, with nothing but its kind before it. */
    private boolean isOwn(DocumentText.Line line, DocumentNumber.Printed found, int at) {
        String before = line.plain().substring(0, found.from()).strip();
        String printedBefore = line.text().substring(0, found.from()).strip();
        if (OTHERS.matcher(before).find() || before.startsWith("(")) {
            return false;
        }
        boolean labelled = before.isEmpty()
                || Kinds.at(before)
                        .filter(kind -> Plain.of(kind).equals(before))
                        .isPresent();
        if (!labelled && !Plain.isCapitals(printedBefore)) {
            return false;
        }
        if (kindAt < 0 || at < kindAt) {
            return parent.isEmpty() || at < parent.get().at();
        }
        // Behind the kind only directly, and alone on its line.
        return labelled && before.isEmpty() && at <= kindAt + 6 && line.cells() <= 2 && !isBehindTheParent(at);
    }

    private void readDay() {
        if (day.isEmpty()) {
            PlaceAndDay.of(text, this).ifPresent(found -> {
                day = Optional.of(found.printed());
                dayAt = found.at();
                dayWords = found.words();
                place = found.place();
            });
        }
    }

    boolean isBehindTheParent(int at) {
        return parent.filter(other -> other.at() <= at).isPresent();
    }

    private void readLetter() {
        int until = Math.min(body + 1, text.size());
        for (int i = 0; i < until; i++) {
            Matcher found = LETTER_SUBJECT.matcher(text.line(i).plain());
            if (found.find() && (kindAt < 0 || i < kindAt)) {
                letterAt = i;
                letterFrom = found.end();
                return;
            }
        }
    }

    /** What stands above the number, the country's and the Party's names aside. */
    List<String> issuerLines() {
        return IssuerLines.of(text, this);
    }

    /** Whether it calls itself an annex before it says anything else. */
    Optional<String> annex() {
        for (int i = 0; i < Math.min(6, text.size()); i++) {
            if (ANNEX_HEAD.matcher(text.line(i).plain()).matches()) {
                return Optional.of(text.line(i).text());
            }
            if (MOTTO.matcher(text.line(i).plain()).find()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
