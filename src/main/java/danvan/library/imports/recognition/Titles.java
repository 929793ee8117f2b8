package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Plain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to call a document that is no administrative one and so says no subject: its first heading, what its maker wrote
 * into the file if that is a title, its first lines in capitals, its first line, and last the file's name.
 */
public final class Titles {
    private static final int LONGEST = 200;
    private static final int FEWEST_LETTERS = 4;
    /** A title stands near the beginning. */
    private static final int NEAR = 12;
    /** What converters write into a file instead of a title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i).*\\.(?:docx?|pdf|indd|xlsx?|pptx?|rtf|odt|tmp|txt|qxd)|microsoft .*|untitled.*|document ?\\d*|no title.*|van ban \\d*"
                    + "|slide \\d+|powerpoint.*|\\(.*\\)");

    private static final Pattern SHEET = Pattern.compile("(?:book|sheet|bang tinh|trang tinh|workbook) ?\\d*");

    private static final Pattern MOTTO =
            Pattern.compile(".*(?:cong hoa xa hoi chu nghia|doc lap\\s*-\\s*tu do|dang cong san viet nam).*");

    private Titles() {}

    public static String of(Extract extract, String fileName) {
        List<Block> first = extract.blocks().stream().limit(NEAR).toList();
        if (isWorkbook(extract)
                && isTitle(named(fileName))
                && !SHEET.matcher(Plain.of(named(fileName))).matches()) {
            return named(fileName);
        }
        List<String> lines = first.stream()
                .flatMap(block -> block.text().lines())
                .map(String::strip)
                .toList();
        return heading(first)
                .or(() ->
                        Optional.of(extract.title().strip()).filter(title -> isTitle(title) && isSaid(title, extract)))
                .or(() -> capitals(lines))
                .or(() -> lines.stream().filter(Titles::mayBeTitle).findFirst())
                .map(title -> title.replaceAll("\\s+", " "))
                .map(title -> title.length() > LONGEST ? cut(title) : title)
                .orElseGet(() -> named(fileName));
    }

    /** Its headings are the names of its sheets, alike in all workbooks: the file's name tells more. */
    private static boolean isWorkbook(Extract extract) {
        return extract.mediaType().contains("spreadsheet")
                || extract.mediaType().contains("ms-excel");
    }

    private static Optional<String> heading(List<Block> first) {
        return first.stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .map(Block::text)
                .filter(Titles::isTitle)
                .findFirst();
    }

    private static boolean isTitle(String text) {
        String plain = Plain.of(text);
        return text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && !NO_TITLE.matcher(plain).matches()
                && !MOTTO.matcher(plain).matches();
    }

    /** A maker's title is often that of the file it was made from: what the text never says is no title of it. */
    private static boolean isSaid(String title, Extract extract) {
        StringBuilder beginning = new StringBuilder(" ");
        extract.blocks().stream()
                .limit(5L * NEAR)
                .forEach(block -> beginning.append(block.text()).append(' '));
        String text = Plain.of(beginning.toString()).replaceAll("[^a-z0-9]+", " ");
        String[] words = Plain.of(title).replaceAll("[^a-z0-9]+", " ").strip().split(" ", -1);
        long said = java.util.Arrays.stream(words)
                .filter(word -> text.contains(" " + word + " "))
                .count();
        return words.length >= 2 && said * 5 >= words.length * 4L;
    }

    /** The first lines in capitals, as one. */
    private static Optional<String> capitals(List<String> lines) {
        StringBuilder title = new StringBuilder();
        for (String line : lines) {
            if (Plain.isCapitals(line) && isTitle(line)) {
                title.append(title.length() == 0 ? "" : " ").append(line);
            } else if (title.length() > 0) {
                break;
            }
        }
        return Optional.of(title.toString()).filter(found -> !found.isEmpty());
    }

    /** A sentence or the tail of one is no title, nor is a page's number or an address. */
    private static boolean mayBeTitle(String line) {
        return isTitle(line)
                && line.length() <= LONGEST
                && !line.matches(".*[.,;:]$")
                && !line.contains("://")
                && !line.contains("@")
                && line.split("\\s+", -1).length >= 2;
    }

    private static String cut(String title) {
        return title.substring(0, LONGEST).replaceAll("\\s\\S*$", "") + "…";
    }

    /** "Quy_che-nha_van_hoa (1).pdf": "Quy che nha van hoa". */
    private static String named(String fileName) {
        String name = fileName.replaceFirst("\\.[^.]*$", "")
                .replaceAll("\\(\\d++\\)$", "")
                .replaceAll("[_\\s]+|(?<=\\p{L})-(?=\\p{L})", " ")
                .strip();
        return name.isEmpty() ? fileName : name;
    }
}
