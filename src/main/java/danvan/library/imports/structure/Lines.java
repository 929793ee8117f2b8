package danvan.library.imports.structure;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of a document's blocks: printed lines joined, tables told, page numbers and running heads told apart.
 * Every letter of the blocks stands in one of them.
 */
final class Lines {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^(?:[-–—(\\[\\s]*|trang\\s+|page\\s+)\\d{1,4}(?:\\s*/\\s*\\d{1,4})?[-–—)\\].\\s]*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DRAWN = Pattern.compile("^[\\s*_=.…\\-–—~─━]+$");
    private static final Pattern ITEM = Pattern.compile("^(?:[-–—•+*▪●○◦✓]|\\(\\d{1,2}\\)|\\d{1,2}[.)])\\s*\\S.*");
    private static final int LONGEST_PARAGRAPH = 6_000;
    private static final int FEW_PAGES = 3;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> notes = new ArrayList<>();
    private final Set<String> running;

    private Lines(List<Block> blocks) {
        running = running(blocks);
    }

    static List<Line> of(List<Block> blocks) {
        Lines made = new Lines(blocks);
        int at = 0;
        while (at < blocks.size()) {
            at = made.add(blocks, at);
        }
        // Below the text, as in a book: within it they would cut a sentence in two.
        made.lines.addAll(made.notes);
        return made.lines;
    }

    /** Lines that stand at the edge of most pages: the running head and foot. */
    private static Set<String> running(List<Block> blocks) {
        List<Block> printed = blocks.stream()
                .filter(block -> block.kind() == Block.Kind.LINE
                        && !PAGE_NUMBER.matcher(block.text()).matches())
                .toList();
        Map<String, Set<Integer>> pages = new HashMap<>();
        int last = 0;
        for (int i = 0; i < printed.size(); i++) {
            Block block = printed.get(i);
            last = Math.max(last, block.page());
            boolean edge = i == 0
                    || i == printed.size() - 1
                    || printed.get(i - 1).page() != block.page()
                    || printed.get(i + 1).page() != block.page();
            if (edge && Mark.of(block.text()).isEmpty()) {
                pages.computeIfAbsent(anyNumber(block.text()), text -> new HashSet<>())
                        .add(block.page());
            }
        }
        int most = last;
        Set<String> running = new HashSet<>();
        pages.forEach((text, on) -> {
            if (most >= FEW_PAGES && on.size() > Math.max(2, most * 6 / 10)) {
                running.add(text);
            }
        });
        return running;
    }

    private static String anyNumber(String text) {
        String one = text.toLowerCase(Locale.ROOT).replaceAll("\\d+", "0");
        // The page's number stands left on one page and right on the next.
        if (one.startsWith("0 ")) {
            return one.substring(2);
        }
        return one.endsWith(" 0") ? one.substring(0, one.length() - 2) : one;
    }

    /** Takes in what begins there; says where the next begins. */
    private int add(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        switch (block.kind()) {
            case HEADING -> lines.add(Line.heading(block.text(), block.page(), block.level()));
            case PARAGRAPH -> paragraph(block);
            case LINE -> printed(block);
            case NOTE -> note(block);
            case NOTE_MARK -> lines.add(Line.of(Furniture.FOOTNOTE_MARK, block.text(), block.page()));
            case ROW -> {
                int end = i;
                while (end < blocks.size()
                        && blocks.get(end).kind() == Block.Kind.ROW
                        && blocks.get(end).level() == block.level()) {
                    end++;
                }
                for (Line line : Tables.lines(blocks.subList(i, end))) {
                    boolean drawn = line.isText() && DRAWN.matcher(line.text()).matches();
                    lines.add(drawn ? line.as(Furniture.RULE) : line);
                }
                return end;
            }
        }
        return i + 1;
    }

    private void paragraph(Block block) {
        String text = block.text();
        if (isContents(text)) {
            lines.add(Line.of(Furniture.CONTENTS, text, block.page()));
        } else if (DRAWN.matcher(text).matches()) {
            lines.add(Line.of(Furniture.RULE, text, block.page()));
        } else {
            lines.add(Line.text(text, block.page()));
        }
    }

    private void note(Block block) {
        Line before = notes.isEmpty() ? null : notes.get(notes.size() - 1);
        if (before != null && block.level() == 0) {
            notes.set(notes.size() - 1, before.and(block.text()));
        } else {
            notes.add(Line.note(block.text(), block.page()));
        }
    }

    private void printed(Block block) {
        String text = block.text();
        if (PAGE_NUMBER.matcher(text).matches()) {
            lines.add(Line.of(Furniture.PAGE_NUMBER, text, block.page()));
        } else if (running.contains(anyNumber(text))) {
            lines.add(Line.of(Furniture.RUNNING_HEAD, text, block.page()));
        } else if (isContents(text) || DRAWN.matcher(text).matches()) {
            paragraph(block);
        } else {
            int before = lastText();
            if (before >= 0
                    && joins(lines.get(before))
                    && goesOn(lines.get(before).text(), text)) {
                lines.set(before, lines.get(before).and(text));
            } else {
                lines.add(Line.text(text, block.page()));
            }
        }
    }

    /** A text without any end is not made one paragraph: each line would be compared with all before it. */
    private static boolean joins(Line before) {
        return !before.row() && before.text().length() < LONGEST_PARAGRAPH;
    }

    /** The sentence a page ends in goes on below the next one's running head. */
    private int lastText() {
        int at = lines.size() - 1;
        while (at >= 0
                && !lines.get(at).isText()
                && !lines.get(at)
                        .furniture()
                        .filter(kind -> kind == Furniture.RULE)
                        .isPresent()) {
            at--;
        }
        return at >= 0 && lines.get(at).isText() ? at : -1;
    }

    /** A line of a table of contents: "5.2. Phần cứng . . . . . 27". It would be found for what stands on page 27. */
    static boolean isContents(String line) {
        int at = line.length() - 1;
        int digits = 0;
        while (at >= 0 && (Character.isDigit(line.charAt(at)) || line.charAt(at) == ' ')) {
            digits += Character.isDigit(line.charAt(at)) ? 1 : 0;
            at--;
        }
        int dots = 0;
        while (at >= 0 && " .…_".indexOf(line.charAt(at)) >= 0) {
            dots += line.charAt(at) == ' ' ? 0 : 1;
            at--;
        }
        return digits >= 1 && digits <= 4 && dots >= 4;
    }

    /** Whether a printed line is the rest of the sentence before it. */
    private static boolean goesOn(String before, String line) {
        if (Mark.of(line).isPresent() || ITEM.matcher(line).matches() || Plain.isCapitals(line)) {
            return Plain.isCapitals(before)
                    && Plain.isCapitals(line)
                    && Mark.of(line).isEmpty()
                    && Mark.of(before).filter(mark -> !mark.title().isEmpty()).isPresent();
        }
        if (Plain.isCapitals(before) || line.startsWith("(")) {
            return !Plain.isCapitals(before) && before.length() > 50 && !line.endsWith(")");
        }
        char last = before.charAt(before.length() - 1);
        boolean ends = ".:;!?…".indexOf(last) >= 0;
        return Character.isLowerCase(line.codePointAt(0)) || (!ends && before.length() > 50);
    }
}
