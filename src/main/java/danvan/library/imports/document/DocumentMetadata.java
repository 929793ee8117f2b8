package danvan.library.imports.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document is, as its first page and its end say it. Empty where the page does not say.
 *
 * @param number as printed: "08-ĐA/TU"
 * @param symbol the number's letters: "ĐA/TU"
 * @param kind "Đề án"
 * @param issued as 2023-07-05
 * @param inForce the day it takes effect, as 2023-07-05
 * @param subject what it is about
 * @param post the signer's: "T/M BAN THƯỜNG VỤ – BÍ THƯ"
 * @param replaces the numbers of documents that end with it
 * @param amends the numbers of documents it changes
 * @param repeals the places in other documents that it repeals; the documents themselves go on
 * @param amendedBy the numbers of the documents whose changes a consolidated text holds
 * @param partOf what an annex belongs to: "Nghị định 30/2020/NĐ-CP"
 * @param consolidates the number of the document that a consolidated text holds
 * @param evidence where the fields were read, and how surely
 * @param leftOut letters of the file that stand in no passage, by what they are
 */
public record DocumentMetadata(
        String number,
        String symbol,
        String kind,
        String issuer,
        String place,
        String issued,
        String inForce,
        String subject,
        String post,
        List<String> replaces,
        List<String> amends,
        List<Repeal> repeals,
        List<String> amendedBy,
        String partOf,
        String consolidates,
        Map<Field, Evidence> evidence,
        Map<Furniture, Long> leftOut) {
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?s)^(\\d++).*+");

    /** Nothing known. */
    public static final DocumentMetadata NONE =
            new DocumentMetadata("", "", "", "", "", "", "", "", "", List.of(), List.of());

    /**
     * A place in another document that ends.
     *
     * @param where "khoản 2 Điều 9 và Điều 12"
     * @param number the document's
     */
    public record Repeal(String where, String number) {}

    /**
     * Where a field was read.
     *
     * @param words as they stand in the document; empty where there are none
     */
    public record Evidence(String words, Confidence confidence) {}

    /** Rows of earlier versions say less: what they do not hold is empty. */
    public DocumentMetadata {
        number = text(number);
        symbol = text(symbol);
        kind = text(kind);
        issuer = text(issuer);
        place = text(place);
        issued = text(issued);
        inForce = text(inForce);
        subject = text(subject);
        post = text(post);
        replaces = copy(replaces);
        amends = copy(amends);
        repeals = copy(repeals);
        amendedBy = copy(amendedBy);
        partOf = text(partOf);
        consolidates = text(consolidates);
        evidence = evidenceOf(evidence);
        leftOut = lettersOf(leftOut);
    }

    public DocumentMetadata(
            String number,
            String symbol,
            String kind,
            String issuer,
            String place,
            String issued,
            String inForce,
            String subject,
            String post,
            List<String> replaces,
            List<String> amends) {
        this(
                number, symbol, kind, issuer, place, issued, inForce, subject, post, replaces, amends, List.of(),
                List.of(), "", "", Map.of(), Map.of());
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Map<Furniture, Long> lettersOf(@Nullable Map<Furniture, Long> map) {
        return map == null || map.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(map));
    }

    private static Map<Field, Evidence> evidenceOf(@Nullable Map<Field, Evidence> map) {
        return map == null || map.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(map));
    }

    /** What staff look over, in the order of the page. */
    public enum Field {
        NUMBER,
        KIND,
        ISSUER,
        PLACE,
        ISSUED,
        SUBJECT,
        POST,
        IN_FORCE
    }

    public String get(Field field) {
        return switch (field) {
            case NUMBER -> number;
            case KIND -> kind;
            case ISSUER -> issuer;
            case PLACE -> place;
            case ISSUED -> issued;
            case SUBJECT -> subject;
            case POST -> post;
            case IN_FORCE -> inForce;
        };
    }

    /** Whether the office should look at a field: it was not found where it should stand, or may be another's. */
    public boolean isSure(Field field) {
        Evidence read = evidence.get(field);
        return read == null ? !get(field).isBlank() : read.confidence() == Confidence.SURE;
    }

    /** The words a field was read from. */
    public String words(Field field) {
        Evidence read = evidence.get(field);
        return read == null ? "" : read.words();
    }

    /** The fields the office is asked about. */
    public List<Field> unsure() {
        return java.util.Arrays.stream(Field.values())
                .filter(field -> !isSure(field))
                .toList();
    }

    /** The same with one field as somebody says it is. */
    public DocumentMetadata with(Field field, String value) {
        return with(field, value, new Evidence("", Confidence.SURE));
    }

    public DocumentMetadata with(Field field, String value, Evidence from) {
        List<String> values = new ArrayList<>();
        for (Field each : Field.values()) {
            values.add(each == field ? value.strip() : get(each));
        }
        Map<Field, Evidence> read = new EnumMap<>(Field.class);
        read.putAll(evidence);
        read.put(field, from);
        String corrected = values.get(0);
        return new DocumentMetadata(
                corrected,
                field == Field.NUMBER ? DocumentNumber.symbolOf(corrected) : symbol,
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(7),
                values.get(5),
                values.get(6),
                replaces,
                amends,
                repeals,
                amendedBy,
                partOf,
                consolidates,
                read,
                leftOut);
    }

    /** The same with what of the file stands in no passage. */
    public DocumentMetadata leaving(Map<Furniture, Long> letters) {
        return new DocumentMetadata(
                number,
                symbol,
                kind,
                issuer,
                place,
                issued,
                inForce,
                subject,
                post,
                replaces,
                amends,
                repeals,
                amendedBy,
                partOf,
                consolidates,
                evidence,
                letters);
    }

    /** The same as read off pictures of pages, where any letter may be wrong. */
    public DocumentMetadata doubted() {
        DocumentMetadata doubted = this;
        for (Field field : Field.values()) {
            if (!get(field).isBlank()) {
                doubted = doubted.with(field, get(field), new Evidence(words(field), Confidence.UNSURE));
            }
        }
        return doubted;
    }

    /** How people call it: "Đề án 08", "Phụ lục I Nghị định 30/2020/NĐ-CP". */
    public String shortName() {
        if (!partOf.isBlank() && number.isBlank()) {
            return (kind + " " + partOf).strip();
        }
        String digits = NUMBER_FIRST.matcher(number).replaceFirst("$1");
        String name = kind.isBlank() ? subject : kind;
        return number.isBlank() ? (subject.isBlank() ? name : subject) : (name + " " + digits).strip();
    }

    public String title() {
        return subject.isBlank() ? (kind + " " + number).strip() : subject;
    }

    /** The year it is of, by its number or its day; empty where neither says. */
    public String year() {
        String year = DocumentNumber.yearOf(number);
        return year.isEmpty() && issued.length() >= 4 ? issued.substring(0, 4) : year;
    }
}
