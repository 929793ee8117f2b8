package danvan.library.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes paragraphs of a document's blocks: printed lines joined, page numbers and running heads left out, tables told. */
final class Lines {
    /**
     * A paragraph.
     *
     * @param heading its level where the word processor made it one; 0 for text
     */
    record Line(String text, int page, int heading) {}

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^(?:[-–—(\\[\\s]*|trang\\s+|page\\s+)\\d{1,4}(?:\\s*/\\s*\\d{1,4})?[-–—)\\].\\s]*$",
            Pattern.CASE_INSENSITIVE);
    /** A line of a table of contents: "5.2. Phần cứng . . . . . 27". It would be found for what stands on page 27. */
    private static final Pattern CONTENTS = Pattern.compile("(?:\\s?[.…_]){4}\\s*+\\d{1,4}\\s*+\\z");

    private static final Pattern ITEM = Pattern.compile("^(?:[-–—•+*▪●○◦✓]|\\(\\d{1,2}\\)|\\d{1,2}[.)])\\s*\\S.*");
    private static final Pattern LAYOUT =
            Pattern.compile("cong hoa xa hoi chu nghia|dang cong san viet nam|noi nhan\\s*:|doc lap\\s*-\\s*tu do");
    private static final int FEW_PAGES = 3;

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> running;
    private List<String> heads = List.of();
    private int table = -1;
    private boolean layout;

    private Lines(List<Block> blocks) {
        running = running(blocks);
    }

    static List<Line> of(List<Block> blocks) {
        Lines made = new Lines(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            made.add(blocks, i);
        }
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
        return text.toLowerCase(Locale.ROOT).replaceAll("\\d+", "0");
    }

    private void add(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        switch (block.kind()) {
            case HEADING -> lines.add(new Line(block.text(), block.page(), block.level()));
            case PARAGRAPH -> paragraph(block);
            case LINE -> printed(block);
            case ROW -> row(blocks, i);
        }
    }

    private void paragraph(Block block) {
        if (!CONTENTS.matcher(block.text()).find()) {
            lines.add(new Line(block.text(), block.page(), 0));
        }
    }

    private void printed(Block block) {
        String text = block.text();
        if (PAGE_NUMBER.matcher(text).matches() || CONTENTS.matcher(text).find() || running.contains(anyNumber(text))) {
            return;
        }
        Line before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (before != null && goesOn(before.text(), text)) {
            lines.set(lines.size() - 1, new Line(before.text() + " " + text, before.page(), 0));
        } else {
            lines.add(new Line(text, block.page(), 0));
        }
    }

    /** Whether a printed line is the rest of the sentence before it. */
    private static boolean goesOn(String before, String line) {
        if (Mark.of(line).isPresent() || ITEM.matcher(line).matches() || Plain.isCapitals(line)) {
            return Plain.isCapitals(before)
                    && Plain.isCapitals(line)
                    && Mark.of(line).isEmpty()
                    && Mark.of(before).filter(mark -> !mark.title().isEmpty()).isPresent();
        }
        if (Plain.isCapitals(before)) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        boolean ends = ".:;!?…".indexOf(last) >= 0;
        return Character.isLowerCase(line.codePointAt(0)) || (!ends && before.length() > 50);
    }

    /** A row says what its cells are; a table that only lays out a page's head or foot is no table. */
    private void row(List<Block> blocks, int i) {
        Block block = blocks.get(i);
        if (block.level() != table) {
            table = block.level();
            List<Block> rows = new ArrayList<>();
            for (int j = i;
                    j < blocks.size()
                            && blocks.get(j).kind() == Block.Kind.ROW
                            && blocks.get(j).level() == table;
                    j++) {
                rows.add(blocks.get(j));
            }
            String all = Plain.of(rows.stream().map(Block::text).reduce("", (a, b) -> a + "\n" + b));
            layout = LAYOUT.matcher(all).find()
                    || rows.stream().allMatch(row -> row.cells().size() == 1);
            heads = !layout && rows.size() > 1 && isHead(block) ? block.cells() : List.of();
            if (!heads.isEmpty()) {
                return;
            }
        }
        if (layout) {
            for (String cell : block.cells()) {
                cell.lines().forEach(line -> lines.add(new Line(line, block.page(), 0)));
            }
            return;
        }
        StringBuilder said = new StringBuilder();
        for (int column = 0; column < block.cells().size(); column++) {
            String cell = oneLine(block.cells().get(column));
            if (!cell.isEmpty()) {
                String head = column < heads.size() ? oneLine(heads.get(column)) : "";
                said.append(said.length() == 0 ? "• " : " · ").append(head.isEmpty() ? cell : head + ": " + cell);
            }
        }
        if (said.length() > 0) {
            lines.add(new Line(said.toString(), block.page(), 0));
        }
    }

    private static boolean isHead(Block row) {
        return row.cells().size() > 1
                && row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1
                && row.cells().stream().allMatch(cell -> cell.length() < 120)
                && row.cells().stream().noneMatch(cell -> cell.strip().matches("[\\d.,%]+"));
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }
}
