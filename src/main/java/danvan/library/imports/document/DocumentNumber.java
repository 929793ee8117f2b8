package danvan.library.imports.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of documents over text without marks: "12/2024/QĐ-UBND", "08-ĐA/TU", "788/STP-HCBT". */
public final class DocumentNumber {
    private static final String LETTERS = "[a-z]{1,9}\\d{0,2}(?:(?:\\s?[-/]\\s?|[.&])[a-z][a-z0-9&]{0,16}){0,5}";

    /** Digits, perhaps the year, then the letters that say kind and office. */
    public static final String PATTERN = "\\d{1,5}[a-z]?(?:\\s?[/-]\\s?(?:19|20)\\d\\d)?\\s?[/-]{1,2}\\s?" + LETTERS;

    private static final Pattern LABELLED = Pattern.compile(
            "(?<![a-z])s\\s?[o6]\\s{0,5}[:.]?\\s{0,5}(" + PATTERN + "(?:\\s?\\([a-z0-9]{2,10}\\))?)(?![a-z0-9])");
    /** "Số: 215 TB/TĐTN-VP": the unions' offices leave the hyphen out; in capitals, or it is a house in a street. */
    private static final Pattern UNHYPHENATED = Pattern.compile(
            "(?<!\\p{L})(?:[Ss]ố|SỐ)\\s{0,5}[:.]?\\s{0,5}(\\d{1,5})\\s{1,3}(\\p{Lu}[\\p{L}]{1,6}\\s?/\\s?\\p{Lu}{2,10}(?:\\s?[-/]\\s?\\p{Lu}{1,10}){0,3})(?![\\p{L}\\d/])");

    private static final Pattern LEFT_OPEN = Pattern.compile(
            "(?<![a-z])s\\s?[o6]\\s{0,5}[:.]?([\\s.…_]|x{1,3}(?![a-z])){0,60}((?:/\\s?(?:19|20)\\d\\d\\s?)?[/-]\\s?"
                    + LETTERS + ")");
    private static final Pattern DIGITS_ONLY =
            Pattern.compile("(?<![a-z])so\\s{0,5}[:.]?\\s{0,5}(\\d{1,4})(?![\\d/a-z-])");

    /**
     * A number as it is printed.
     *
     * @param number without blanks; empty where it is left open
     * @param symbol the letters: "QĐ-UBND"
     * @param from where the label "Số" begins in the line
     */
    public record Printed(String number, String symbol, int from, int to) {}

    private DocumentNumber() {}

    /** The number of a line of a letterhead, or null. */
    public static java.util.Optional<Printed> in(String text, String plain) {
        Matcher found = LABELLED.matcher(plain);
        if (found.find()) {
            String number = tight(text.substring(found.start(1), found.end(1)));
            return java.util.Optional.of(new Printed(number, symbolOf(number), found.start(), found.end()));
        }
        Matcher blank = UNHYPHENATED.matcher(text);
        if (blank.find()) {
            String symbol = tight(blank.group(2));
            return java.util.Optional.of(
                    new Printed(blank.group(1) + "-" + symbol, symbol, blank.start(), blank.end()));
        }
        Matcher open = LEFT_OPEN.matcher(plain);
        if (open.find()) {
            String letters = tight(text.substring(open.start(2), open.end(2)));
            return java.util.Optional.of(new Printed("", symbolOf("0" + letters), open.start(), open.end()));
        }
        return java.util.Optional.empty();
    }

    /** As the decrees of 1945 have it: "Số 77". */
    public static java.util.Optional<Printed> digitsIn(String text, String plain) {
        Matcher found = DIGITS_ONLY.matcher(plain);
        return found.find()
                ? java.util.Optional.of(
                        new Printed(text.substring(found.start(1), found.end(1)), "", found.start(), found.end()))
                : java.util.Optional.empty();
    }

    /** "ĐA/TU" of "08-ĐA/TU". */
    public static String symbolOf(String number) {
        return number.replaceFirst("^\\d+[A-Za-z]?\\s*(?:[/-]\\s*(?:19|20)\\d\\d)?\\s*[/-]*\\s*", "");
    }

    /** The year that a number bears: 2024 of "12/2024/QĐ-UBND"; empty where it bears none. */
    public static String yearOf(String number) {
        Matcher year =
                Pattern.compile("^\\d+[A-Za-z]?[/-]((?:19|20)\\d\\d)[/-]").matcher(number);
        return year.find() ? year.group(1) : "";
    }

    public static String tight(String printed) {
        return printed.replaceAll("\\s", "").replace('–', '-').replace('—', '-').replaceAll("/{2,}", "/");
    }
}
