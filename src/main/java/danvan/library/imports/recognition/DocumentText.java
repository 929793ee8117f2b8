package danvan.library.imports.recognition;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Plain;
import danvan.library.imports.structure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A document's blocks as lines, and from one line to another as paragraphs; furniture of the pages aside. */
final class DocumentText {
    /**
     * A line as it is printed.
     *
     * @param plain the same without marks; each letter keeps its place
     * @param opens whether a paragraph, a heading or a cell begins with it
     * @param cells how many cells of its table's row say something; 0 outside of tables
     */
    record Line(String text, String plain, Block.Kind kind, boolean opens, int cells) {
        boolean isCapitals() {
            return Plain.isCapitals(text);
        }
    }

    private static final Pattern PAGE_FURNITURE =
            Pattern.compile("^[-\\s]{0,3}\\d{1,4}[-\\s]{0,3}$|^(?:\\d{1,4} )?cong bao/so .{0,60}$");
    private static final Pattern ITEM =
            Pattern.compile("^(?:[-–—•+*▪●○◦✓]|\\(\\d{1,2}\\)|\\d{1,2}[.)]|[a-zđ]{1,2}\\))\\s*\\S.*");

    private final List<Line> lines = new ArrayList<>();

    DocumentText(List<Block> blocks) {
        for (Block block : blocks) {
            int said =
                    (int) block.cells().stream().filter(cell -> !cell.isBlank()).count();
            boolean first = block.level() > 0;
            for (String cell : block.cells()) {
                boolean opens = first || block.kind() == Block.Kind.ROW;
                for (String line : cell.lines().toList()) {
                    if (!line.isBlank()) {
                        String text = largeThroughout(line.strip());
                        lines.add(new Line(
                                text, Plain.of(text), block.kind(), opens, block.kind() == Block.Kind.ROW ? said : 0));
                        opens = false;
                    }
                }
            }
        }
    }

    List<Line> lines() {
        return lines;
    }

    int size() {
        return lines.size();
    }

    Line line(int at) {
        return lines.get(at);
    }

    /** Lines from one to another, the end excluded, as paragraphs: what a printed line goes on is joined. */
    List<String> paragraphs(int from, int to) {
        List<String> paragraphs = new ArrayList<>();
        for (Line line : lines.subList(from, Math.max(from, to))) {
            if (PAGE_FURNITURE.matcher(line.plain()).matches()) {
                continue;
            }
            int last = paragraphs.size() - 1;
            if (last >= 0 && goesOn(paragraphs.get(last), line)) {
                String before = paragraphs.get(last);
                // "40/2022/QĐ-" and "UBND" of the next line are one number.
                boolean broken = before.endsWith("-")
                        && before.length() > 1
                        && Character.isLetter(before.charAt(before.length() - 2));
                paragraphs.set(last, before + (broken ? "" : " ") + line.text());
            } else {
                paragraphs.add(line.text());
            }
        }
        return paragraphs;
    }

    private static boolean goesOn(String before, Line line) {
        if (line.kind() != Block.Kind.LINE) {
            return !line.opens() && line.kind() != Block.Kind.ROW && !endsSentence(before);
        }
        if (Mark.of(line.text()).isPresent() || ITEM.matcher(line.text()).matches()) {
            return false;
        }
        return Character.isLowerCase(line.text().codePointAt(0)) || !endsSentence(before);
    }

    private static boolean endsSentence(String text) {
        return ".:;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Capitals of the old fonts keep small letters where they bear marks: "CHíNH PHủ". */
    private static String largeThroughout(String line) {
        int large = 0;
        int small = 0;
        boolean mixed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            large += c < 128 && Character.isUpperCase(c) ? 1 : 0;
            small += c < 128 && Character.isLowerCase(c) ? 1 : 0;
            // "LệNH": no word that is meant to be small has a large letter behind a small one.
            mixed |= i > 0
                    && Character.isUpperCase(c)
                    && line.charAt(i - 1) >= 128
                    && Character.isLowerCase(line.charAt(i - 1));
        }
        if (!mixed || large < 4 || large * 3 < (large + small) * 2) {
            return line;
        }
        StringBuilder said = new StringBuilder(line.length());
        for (String word : line.split("(?<= )", -1)) {
            boolean letters = word.strip().chars().allMatch(c -> Character.isLetter(c) || ",.:;".indexOf(c) >= 0);
            said.append(letters ? word.toUpperCase(java.util.Locale.ROOT) : word);
        }
        return said.toString();
    }
}
