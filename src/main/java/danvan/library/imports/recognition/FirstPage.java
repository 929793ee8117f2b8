package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Confidence;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.DocumentMetadata.Evidence;
import danvan.library.imports.document.DocumentMetadata.Field;
import danvan.library.imports.document.DocumentNumber;
import danvan.library.imports.document.Plain;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a Vietnamese official document is: its head, its own words on its force and on other documents, its signature.
 * Each field comes with the words it was read from and whether it stands where such a field stands.
 */
public final class FirstPage {
    /** A number, over text without marks. */
    static final String NUMBER = DocumentNumber.PATTERN;

    private final DocumentText text;
    private final Letterhead head;
    private final Map<Field, Evidence> evidence = new EnumMap<>(Field.class);

    private FirstPage(DocumentText text) {
        this.text = text;
        this.head = new Letterhead(text);
    }

    public static DocumentMetadata read(List<Block> blocks) {
        return new FirstPage(new DocumentText(blocks)).metadata();
    }

    /** "ĐA/TU" of "08-ĐA/TU". */
    static String symbolOf(String number) {
        return DocumentNumber.symbolOf(number);
    }

    private DocumentMetadata metadata() {
        if (isPartOfAnother()) {
            return partOfAnother();
        }
        String number = head.number.map(DocumentNumber.Printed::number).orElse("");
        String symbol = head.number.map(DocumentNumber.Printed::symbol).orElse("");
        String issued = head.day.map(DocumentDates.Printed::iso).orElse("");
        Optional<Authentication> authentication =
                head.consolidated && !Plain.of(symbol).startsWith("vbhn") ? Authentication.of(text) : Optional.empty();
        if (authentication.isPresent()) {
            number = authentication.get().number();
            symbol = DocumentNumber.symbolOf(number);
            issued = authentication.get().issued();
        }
        String kind = kind(symbol);
        if (kind.equals(Kinds.DECREE_OF_1945) && number.isEmpty()) {
            number = numberOf1945();
        }
        said(
                Field.NUMBER,
                authentication.map(Authentication::words).orElse(head.numberWords),
                authentication.isPresent() || isSureOfNumber(number));
        said(Field.PLACE, head.dayWords, true);
        said(Field.ISSUED, authentication.map(Authentication::words).orElse(head.dayWords), !issued.isEmpty());
        MainPart main = new MainPart(text, Math.min(head.body, text.size()));
        List<String> own = kind.equals(Kinds.CONSOLIDATED) || kind.isEmpty() ? withHead(main) : main.paragraphs;
        String place = head.place;
        if (head.day.isEmpty() && issued.isEmpty()) {
            Optional<DocumentText.Line> signing = signingLine(main);
            if (signing.isPresent()) {
                DocumentDates.Printed day =
                        DocumentDates.in(signing.get().plain()).orElseThrow();
                issued = day.iso();
                place = signing.get()
                        .text()
                        .substring(day.placeFrom(), day.placeTo())
                        .strip();
                said(Field.ISSUED, signing.get().text(), false);
                said(Field.PLACE, signing.get().text(), true);
            }
        }
        if (issued.isEmpty()
                && (kind.equals("Luật")
                        || kind.equals("Bộ luật")
                        || kind.equals("Pháp lệnh")
                        || kind.equals("Hiến pháp")
                        || kind.startsWith("Nghị quyết"))) {
            issued = adopted(own);
        }
        if (issued.isEmpty() && kind.equals("Điều lệ")) {
            issued = adopted(text.paragraphs(0, main.from).stream()
                    .map(line -> "Điều lệ này " + line)
                    .toList());
        }
        SubjectLines.Subject subject = new SubjectLines(text, head).read();
        said(Field.SUBJECT, subject.words(), isSureOfSubject(kind, subject));
        String post = SignerPost.of(text, main, symbol);
        said(Field.POST, post, true);
        String issuer = issuer(symbol, authentication, post);
        Optional<InForceClause.Clause> inForce = InForceClause.of(own, kind, issued);
        said(
                Field.IN_FORCE,
                inForce.map(InForceClause.Clause::words).orElse(""),
                inForce.isEmpty() || !issued.isEmpty() || inForce.get().words().matches("(?s).*\\d{4}.*"));
        Relations relations = Relations.of(number, kind, subject.words(), own);
        return new DocumentMetadata(
                number,
                symbol,
                kind,
                issuer,
                place,
                issued,
                inForce.map(InForceClause.Clause::day).orElse(""),
                subject.said(),
                post,
                relations.replaces(),
                relations.amends(),
                relations.repeals(),
                relations.amendedBy(),
                "",
                relations.consolidates(),
                evidence,
                Map.of());
    }

    private void said(Field field, String words, boolean sure) {
        evidence.put(
                field,
                new Evidence(
                        words.length() > 300 ? words.substring(0, 300) : words,
                        sure ? Confidence.SURE : Confidence.UNSURE));
    }

    private List<String> withHead(MainPart main) {
        List<String> all = new java.util.ArrayList<>(MainPart.withoutQuotes(text.paragraphs(0, main.from)));
        all.addAll(main.paragraphs);
        return all;
    }

    private boolean isSureOfNumber(String number) {
        return head.kindPrinted.equals(Kinds.ANNEX)
                || (!number.isEmpty()
                        && (head.numberAt < 0
                                || head.kindAt < 0
                                || head.numberAt <= head.kindAt
                                || head.portalEnd > 0));
    }

    private boolean isSureOfSubject(String kind, SubjectLines.Subject subject) {
        return (!subject.said().isEmpty() && subject.said().length() < 400) || kind.equals(Kinds.DECREE_OF_1945);
    }

    /** The kind that is printed and the one the number's letters stand for agree, or the office is asked. */
    private String kind(String symbol) {
        List<String> meant = Kinds.allOfSymbol(symbol);
        String printed = head.kindPrinted;
        if (head.consolidated || meant.contains(Kinds.CONSOLIDATED)) {
            said(Field.KIND, head.kindAt >= 0 ? text.line(head.kindAt).text() : head.numberWords, true);
            return Kinds.CONSOLIDATED;
        }
        if (head.letterAt >= 0 && printed.isEmpty()) {
            String kind = meant.isEmpty() ? Kinds.LETTER : meant.get(0);
            said(
                    Field.KIND,
                    text.line(head.letterAt).text(),
                    (meant.isEmpty() && !symbol.isEmpty()) || meant.contains(Kinds.LETTER));
            return kind;
        }
        if (printed.isEmpty()) {
            boolean addressed =
                    head.body < text.size() && text.line(head.body).plain().startsWith("kinh gui");
            if (!symbol.isEmpty() && meant.isEmpty() && addressed) {
                said(Field.KIND, text.line(head.body).text(), true);
                return Kinds.LETTER;
            }
            said(Field.KIND, head.numberWords, false);
            return meant.isEmpty() ? "" : meant.get(0);
        }
        said(Field.KIND, text.line(head.kindAt).text(), meant.isEmpty() || meant.contains(printed));
        return printed;
    }

    private String numberOf1945() {
        for (int i = Math.max(0, head.kindAt - 4); i < Math.min(head.kindAt + 4, text.size()); i++) {
            Optional<DocumentNumber.Printed> found =
                    DocumentNumber.digitsIn(text.line(i).text(), text.line(i).plain());
            if (found.isPresent()) {
                return found.get().number();
            }
        }
        return "";
    }

    /** "An Lạc, ngày 02 tháng 3 năm 2020" above the signature, on a line of its own: minutes have their date there. */
    private Optional<DocumentText.Line> signingLine(MainPart main) {
        int from = Math.max(main.from, main.signed - 2 * SignerPost.MOST_LINES);
        return text.lines().subList(from, Math.min(text.size(), main.signed + SignerPost.MOST_LINES)).stream()
                .filter(line -> DocumentDates.in(line.plain())
                        .filter(day -> day.from() == 0
                                && day.placeTo() > 0
                                && day.to() == line.plain().length()
                                && !day.iso().isEmpty())
                        .isPresent())
                .findFirst();
    }

    private String adopted(List<String> paragraphs) {
        Optional<InForceClause.Clause> passed = InForceClause.adoption(paragraphs);
        passed.ifPresent(clause -> said(Field.ISSUED, clause.words(), false));
        return passed.map(InForceClause.Clause::day).orElse("");
    }

    private String issuer(String symbol, Optional<Authentication> authentication, String post) {
        if (authentication.isPresent() && !authentication.get().issuer().isEmpty()) {
            said(Field.ISSUER, authentication.get().issuer(), true);
            return VietnameseCapitals.body(authentication.get().issuer());
        }
        List<String> lines = head.portalIssuer.isBlank() ? head.issuerLines() : List.of(head.portalIssuer);
        String issuer = Issuer.of(lines);
        boolean known = lines.stream().anyMatch(Issuer::begins);
        if (issuer.isEmpty() || !known) {
            Optional<String> central = CentralIssuers.of(symbol);
            if (central.isPresent()) {
                said(Field.ISSUER, head.numberWords, true);
                return central.get();
            }
        }
        if (issuer.isEmpty()) {
            Optional<DocumentText.Line> below = issuerBelowTheKind();
            if (below.isPresent()) {
                said(Field.ISSUER, below.get().text(), false);
                return VietnameseCapitals.body(below.get().text());
            }
        }
        Optional<String> organ = CentralIssuers.organ(
                issuer,
                head.kindAt + 1 < text.size() ? text.line(head.kindAt + 1).text() : "",
                post);
        said(Field.ISSUER, organ.isPresent() ? organ.get() : String.join(" / ", lines), known && lines.size() <= 5);
        return organ.orElse(issuer);
    }

    /** "CHỦ TỊCH CHÍNH PHỦ …" between the title and "Chiểu …", where nobody is named above the number. */
    private Optional<DocumentText.Line> issuerBelowTheKind() {
        for (int i = head.kindAt + 1; i < Math.min(head.body, text.size()); i++) {
            if (text.line(i).isCapitals() && Issuer.begins(text.line(i).text())) {
                return Optional.of(text.line(i));
            }
        }
        return Optional.empty();
    }

    private boolean isPartOfAnother() {
        return head.parent.isPresent()
                && head.number.isEmpty()
                && (head.annex().isPresent() || head.issuerLines().stream().noneMatch(Issuer::begins));
    }

    /** An annex, or the rules a decision enacts, in a file of its own: its issuer and day are those of what it belongs to. */
    private DocumentMetadata partOfAnother() {
        ParentDocument parent = head.parent.orElseThrow();
        Optional<String> annex = head.annex();
        String kind = annex.isPresent() ? Kinds.ANNEX : head.kindPrinted;
        String issuer = parent.issuer().isBlank()
                ? CentralIssuers.of(DocumentNumber.symbolOf(parent.number())).orElse("")
                : parent.issuer();
        said(Field.NUMBER, "", true);
        said(Field.KIND, annex.orElse(head.kindAt >= 0 ? text.line(head.kindAt).text() : ""), !kind.isEmpty());
        said(Field.ISSUER, parent.words(), !issuer.isEmpty());
        said(Field.ISSUED, parent.words(), !parent.issued().isEmpty());
        said(Field.PLACE, "", true);
        said(Field.POST, "", true);
        said(Field.IN_FORCE, "", true);
        SubjectLines.Subject subject =
                annex.isPresent() ? annexTitle(parent.at()) : new SubjectLines(text, head).read();
        said(Field.SUBJECT, subject.words(), !subject.said().isEmpty());
        String label = annex.map(printed -> label(printed) + " ").orElse("");
        return new DocumentMetadata(
                "",
                "",
                kind,
                issuer,
                "",
                parent.issued(),
                "",
                subject.said(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                (label + parent.kind() + " " + parent.number()).strip(),
                "",
                evidence,
                Map.of());
    }

    /** "I" of "Phụ lục I". */
    private static String label(String printed) {
        var found = java.util.regex.Pattern.compile(
                        "^\\p{L}+\\s+\\p{L}+\\s+(?:số\\s+)?([IVXLC]{1,6}|\\d{1,3}[A-Za-z]?)(?!\\p{L}).*",
                        java.util.regex.Pattern.UNICODE_CASE)
                .matcher(printed);
        return found.matches() ? found.group(1) : "";
    }

    private SubjectLines.Subject annexTitle(int until) {
        StringBuilder title = new StringBuilder();
        boolean behind = false;
        for (int i = 0; i < until; i++) {
            if (behind && !Letterhead.RULE.matcher(text.line(i).text()).matches()) {
                title.append(title.length() == 0 ? "" : " ").append(text.line(i).text());
            }
            behind |= text.line(i).text().equals(head.annex().orElse(""));
        }
        String said = title.toString();
        return new SubjectLines.Subject(Plain.isCapitals(said) ? VietnameseCapitals.title(said, "") : said, said);
    }
}
