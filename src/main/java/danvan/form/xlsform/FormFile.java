package danvan.form.xlsform;

import danvan.form.input.TextFolding;
import danvan.workbook.UnsafeWorkbook;
import danvan.workbook.WorkbookParts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a form from the other files that an office sends, without opening it: a programme is a workbook too, and a page
 * or a list may be XML.
 */
public final class FormFile {
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s[^>]*?\\bname=\"\\s*survey\\s*\"");
    private static final Pattern SURVEY = Pattern.compile("(?m)^survey\\s*:");
    private static final Pattern CALLED_FORM =
            Pattern.compile("xlsform|bieu.?mau|mau.?bao.?cao|(^|[^a-z])form([^a-z]|$)");
    private static final Set<UnsafeWorkbook.Why> UNSAFE =
            EnumSet.of(UnsafeWorkbook.Why.TOO_LARGE, UnsafeWorkbook.Why.UNFOLDS, UnsafeWorkbook.Why.TOO_MANY_PARTS);
    private static final String XFORMS = "http://www.w3.org/2002/xforms";

    private FormFile() {}

    /**
     * Whether the file means to be a form, sound or not. A workbook that nobody could open safely is said to be one too:
     * forms are told what is wrong with it.
     */
    public static boolean isForm(String name, byte[] content) {
        return switch (kind(name).orElse("")) {
            case "xlsx" -> isWorkbook(name, content);
            // Nothing else is taken in these; what is said of them holds for any workbook.
            case "xlsm", "xls" -> true;
            case "xml", "xhtml" -> contains(content, XFORMS);
            case "yml" ->
                SURVEY.matcher(new String(content, StandardCharsets.UTF_8)).find();
            default -> false;
        };
    }

    /** What a file of this name is read as; empty when it is no form. */
    public static Optional<String> kind(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return Stream.of("yml", "xml", "xhtml", "xlsx", "xlsm", "xls")
                .filter(ending -> name.endsWith("." + ending))
                .findFirst();
    }

    private static boolean isWorkbook(String name, byte[] content) {
        boolean called = CALLED_FORM.matcher(TextFolding.of(name)).find();
        try {
            return called
                    || WorkbookParts.listOfSheets(content)
                            .map(list -> new String(list, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                            .filter(list -> SHEET.matcher(list).find())
                            .isPresent();
        } catch (UnsafeWorkbook e) {
            return UNSAFE.contains(e.why());
        }
    }

    private static boolean contains(byte[] content, String words) {
        var whole = new String(content, StandardCharsets.ISO_8859_1);
        boolean twoBytes = content.length > 1
                && (content[0] == 0
                        || content[1] == 0
                        || Arrays.equals(content, 0, 2, new byte[] {(byte) 0xFF, (byte) 0xFE}, 0, 2));
        return (twoBytes ? whole.replace("\0", "") : whole).contains(words);
    }
}
