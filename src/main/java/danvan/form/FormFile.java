package danvan.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Tells a form from the other files that an office sends, without opening it: a programme is a workbook too, and a page
 * or a list may be XML.
 */
final class FormFile {
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s[^>]*?\\bname=\"\\s*survey\\s*\"");
    private static final Pattern SURVEY = Pattern.compile("(?m)^survey\\s*:");
    private static final Pattern CALLED_FORM =
            Pattern.compile("xlsform|bieu.?mau|mau.?bao.?cao|(^|[^a-z])form([^a-z]|$)");
    private static final String XFORMS = "http://www.w3.org/2002/xforms";

    private FormFile() {}

    /**
     * Whether the file means to be a form, sound or not. A workbook that nobody could open safely is said to be one too:
     * forms are told what is wrong with it.
     */
    static boolean isForm(String name, byte[] content) {
        return switch (FormLoader.kind(name).orElse("")) {
            case "xlsx" -> isWorkbook(name, content);
            // Nothing else is taken in these; what is said of them holds for any workbook.
            case "xlsm", "xls" -> true;
            case "xml", "xhtml" -> contains(content, XFORMS);
            case "yml" ->
                SURVEY.matcher(new String(content, StandardCharsets.UTF_8)).find();
            default -> false;
        };
    }

    private static boolean isWorkbook(String name, byte[] content) {
        boolean called = CALLED_FORM.matcher(Folded.of(name)).find();
        if (content.length > WorkbookGuard.LARGEST_FILE) {
            return true;
        }
        try {
            return sheets(content)
                    .map(sheets ->
                            SHEET.matcher(sheets.toLowerCase(Locale.ROOT)).find() || called)
                    .orElse(called);
        } catch (WorkbookGuard.Unfolding e) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return called;
        }
    }

    /** The list of a workbook's sheets, as it stands in the file. */
    private static Optional<String> sheets(byte[] workbook) throws IOException, WorkbookGuard.Unfolding {
        var found = new AtomicReference<String>();
        WorkbookGuard.unfold(workbook, new WorkbookGuard.Budget(), (part, head) -> {
            boolean here = part.equals("xl/workbook.xml");
            if (here) {
                found.set(new String(head, StandardCharsets.UTF_8));
            }
            return !here;
        });
        return Optional.ofNullable(found.get());
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
