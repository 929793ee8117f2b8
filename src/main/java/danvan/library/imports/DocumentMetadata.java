package danvan.library.imports;

import java.util.ArrayList;
import java.util.List;

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
 * @param replaces the numbers of documents it takes the place of
 * @param amends the numbers of documents it changes
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
        List<String> amends) {
    public DocumentMetadata {
        replaces = List.copyOf(replaces);
        amends = List.copyOf(amends);
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

    /** The same with one field corrected. */
    public DocumentMetadata with(Field field, String value) {
        List<String> values = new ArrayList<>();
        for (Field each : Field.values()) {
            values.add(each == field ? value.strip() : get(each));
        }
        String corrected = values.get(0);
        return new DocumentMetadata(
                corrected,
                field == Field.NUMBER ? FirstPage.symbolOf(corrected) : symbol,
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(7),
                values.get(5),
                values.get(6),
                replaces,
                amends);
    }

    /** How people call it: "Đề án 08". */
    public String shortName() {
        String digits = number.replaceAll("^(\\d+).*$", "$1");
        String name = kind.isBlank() ? subject : kind;
        return number.isBlank() ? (subject.isBlank() ? name : subject) : (name + " " + digits).strip();
    }

    public String title() {
        return subject.isBlank() ? (kind + " " + number).strip() : subject;
    }
}
