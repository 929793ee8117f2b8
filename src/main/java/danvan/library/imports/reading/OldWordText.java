package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/**
 * The blocks of a .doc as one sees them. Tika reads hidden words out, cuts a paragraph in two where a note's mark stands, and
 * hands the notes on behind the text: what it made of such a paragraph is found by its letters and replaced.
 */
final class OldWordText {
    private static final char MARK = '\u0002';
    /** Instructions of a field, which are not shown: between its begin and its result. */
    private static final Pattern FIELD = Pattern.compile("\u0013[^\u0013\u0014\u0015]*+\u0014?+|[\u0013\u0014\u0015]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\uFFFD]+");
    private static final int MOST_PIECES = 50;

    private final List<Block> blocks;
    private final StringBuilder hidden = new StringBuilder();
    private int at;

    private OldWordText(List<Block> blocks) {
        this.blocks = new ArrayList<>(blocks);
    }

    /**
     * What a .doc says.
     *
     * @param hidden the words that nobody sees
     */
    record Told(List<Block> blocks, String hidden) {}

    static Told of(HWPFDocument document, List<Block> blocks) {
        OldWordText text = new OldWordText(blocks);
        int marks = 0;
        Range main = document.getRange();
        for (int i = 0; i < main.numParagraphs(); i++) {
            Seen seen = seen(main.getParagraph(i));
            int first = marks + 1;
            marks += seen.marks();
            if (seen.marks() > 0 || !seen.hidden().isEmpty()) {
                text.replace(seen, first);
            }
        }
        text.notes(document.getFootnotes(), document.getFootnoteRange());
        text.notes(document.getEndnotes(), document.getEndnoteRange());
        return new Told(text.blocks, text.hidden.toString().strip());
    }

    /** A paragraph: all that Tika hands on of it, what is seen of that, and what is not. */
    private record Seen(String all, String text, String hidden, int marks) {}

    private static Seen seen(Paragraph paragraph) {
        StringBuilder all = new StringBuilder();
        StringBuilder text = new StringBuilder();
        StringBuilder hidden = new StringBuilder();
        int marks = 0;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (run.isMarkedDeleted()) {
                continue;
            }
            all.append(run.text());
            (run.isVanished() ? hidden : text).append(run.text());
            if (!run.isVanished()) {
                marks += Math.toIntExact(
                        run.text().chars().filter(c -> c == MARK).count());
            }
        }
        return new Seen(letters(shown(all)), tight(shown(text)), tight(shown(hidden)), marks);
    }

    private static String shown(CharSequence text) {
        return FIELD.matcher(text).replaceAll("");
    }

    private static String letters(String text) {
        return UNSEEN.matcher(text).replaceAll("").replaceAll("[\\s\u00A0]+", "");
    }

    private static String tight(String text) {
        return text.replaceAll("[\\p{Cntrl}\uFFFD\u00A0\\s]+", " ").strip();
    }

    private void replace(Seen seen, int firstMark) {
        for (int i = at; i < blocks.size() && !seen.all().isEmpty(); i++) {
            Block block = blocks.get(i);
            boolean done =
                    block.kind() == Block.Kind.ROW ? replaceInRow(i, seen, firstMark) : replaceAt(i, seen, firstMark);
            if (done) {
                hidden.append(seen.hidden()).append(' ');
                return;
            }
        }
    }

    private boolean replaceAt(int i, Seen seen, int firstMark) {
        StringBuilder pieces = new StringBuilder();
        for (int end = i; end < Math.min(blocks.size(), i + MOST_PIECES); end++) {
            if (blocks.get(end).kind() == Block.Kind.ROW) {
                return false;
            }
            pieces.append(letters(blocks.get(end).text()));
            if (pieces.compareTo(new StringBuilder(seen.all())) == 0) {
                Block first = blocks.get(i);
                blocks.subList(i, end + 1).clear();
                at = i;
                if (!seen.text().isEmpty()) {
                    blocks.add(at++, first.with(List.of(seen.text())));
                }
                marks(firstMark, seen.marks(), at);
                at += seen.marks();
                return true;
            }
            if (!seen.all().startsWith(pieces.toString())) {
                return false;
            }
        }
        return false;
    }

    private boolean replaceInRow(int i, Seen seen, int firstMark) {
        Block row = blocks.get(i);
        List<String> cells = new ArrayList<>(row.cells());
        for (int cell = 0; cell < cells.size(); cell++) {
            List<String> lines = new ArrayList<>(cells.get(cell).lines().toList());
            for (int from = 0; from < lines.size(); from++) {
                StringBuilder pieces = new StringBuilder();
                for (int end = from; end < lines.size() && seen.all().startsWith(pieces.toString()); end++) {
                    pieces.append(letters(lines.get(end)));
                    if (pieces.compareTo(new StringBuilder(seen.all())) == 0) {
                        lines.subList(from, end + 1).clear();
                        lines.add(from, seen.text());
                        lines.removeIf(String::isEmpty);
                        cells.set(cell, String.join("\n", lines));
                        blocks.set(i, row.with(cells));
                        at = i;
                        marks(firstMark, seen.marks(), endOfTable(i));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int endOfTable(int row) {
        int end = row;
        while (end < blocks.size()
                && blocks.get(end).kind() == Block.Kind.ROW
                && blocks.get(end).level() == blocks.get(row).level()) {
            end++;
        }
        return end;
    }

    private void marks(int first, int count, int where) {
        for (int i = 0; i < count; i++) {
            blocks.add(where + i, new Block(Block.Kind.NOTE_MARK, 0, List.of(Integer.toString(first + i)), 0));
        }
    }

    private void notes(Notes notes, Range range) {
        int note = -1;
        for (int i = 0; i < range.numParagraphs() && notes.getNotesCount() > 0; i++) {
            Paragraph paragraph = range.getParagraph(i);
            int start = paragraph.getStartOffset() - range.getStartOffset();
            boolean begins = false;
            while (note + 1 < notes.getNotesCount() && start >= notes.getNoteTextStartOffset(note + 1)) {
                note++;
                begins = true;
            }
            if (note >= 0) {
                note(seen(paragraph), begins, note + 1);
            }
        }
    }

    private void note(Seen seen, boolean begins, int number) {
        for (int i = at; i < blocks.size() && !seen.all().isEmpty(); i++) {
            Block block = blocks.get(i);
            if (block.kind() != Block.Kind.ROW && letters(block.text()).equals(seen.all())) {
                String said = begins ? number + " " + seen.text() : seen.text();
                blocks.set(i, new Block(Block.Kind.NOTE, begins ? 1 : 0, List.of(said), block.page()));
                hidden.append(seen.hidden()).append(' ');
                at = i + 1;
                return;
            }
        }
    }
}
