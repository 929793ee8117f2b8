package danvan.ask;

import danvan.library.Library;
import danvan.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sheet of questions whose answers are known, as tab-separated values with a head line: {@code question}, {@code expect}
 * ({@code answer} or {@code refuse}), {@code must_say} (facts between semicolons), and if they are there {@code id} and
 * {@code lang}. Asks each as somebody who asked nothing before, and says whether the first reply holds what it must.
 */
public final class QuestionSheet {
    private static final List<String> NEEDED = List.of("question", "expect");

    private final List<Row> rows;

    private record Row(String id, String language, boolean answered, String question, List<Fact> facts) {}

    private QuestionSheet(List<Row> rows) {
        this.rows = rows;
    }

    /** A sheet that cannot be used: one line with its place and its mend. */
    public static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    /** Reads a sheet. */
    public static QuestionSheet read(Path file) throws IOException, Unusable {
        List<String> lines = Files.readAllLines(file);
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
        for (String column : NEEDED) {
            if (!head.contains(column)) {
                throw new Unusable(
                        file + ": no column \"" + column + "\" in the head line → name the columns, between tabs");
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(file, i + 1, head, lines.get(i).split("\t", -1)));
            }
        }
        return new QuestionSheet(rows);
    }

    private static Row row(Path file, int line, List<String> head, String[] cells) throws Unusable {
        String expect = cell(head, cells, "expect");
        if (!expect.equals("answer") && !expect.equals("refuse")) {
            throw new Unusable(file + ":" + line + ": expect is \"" + expect + "\" → write answer or refuse");
        }
        String id = cell(head, cells, "id");
        boolean answered = expect.equals("answer");
        return new Row(
                id.isEmpty() ? "line " + line : id,
                cell(head, cells, "lang"),
                answered,
                cell(head, cells, "question"),
                answered ? Fact.of(cell(head, cells, "must_say")) : List.of());
    }

    private static String cell(List<String> head, String[] cells, String column) {
        int at = head.indexOf(column);
        return at < 0 || at >= cells.length ? "" : cells[at].strip();
    }

    /**
     * Asks them all.
     *
     * @param today the day they are asked on
     * @param out gets a line a question, and the totals
     * @return how many were not as they must be
     */
    public int ask(Library library, Texts texts, LocalDate today, PrintStream out) {
        FirstReply replies = new FirstReply(library, texts, today);
        Map<String, int[]> totals = new TreeMap<>();
        out.println("id\tlang\texpect\tresult\tquestion\tnot said");
        for (Row row : rows) {
            FirstReply.Said said = replies.to(row.question());
            List<Fact> missing = said.answers()
                    ? row.facts().stream()
                            .filter(fact -> !fact.isIn(said.text()))
                            .toList()
                    : row.facts();
            boolean right = row.answered() ? said.answers() && missing.isEmpty() : !said.answers();
            int[] total = totals.computeIfAbsent(row.answered() ? "answer" : "refuse", kind -> new int[2]);
            total[0] += right ? 1 : 0;
            total[1]++;
            out.println(String.join(
                    "\t",
                    row.id(),
                    row.language(),
                    row.answered() ? "answer" : "refuse",
                    result(row, said, right),
                    row.question(),
                    missing.stream().map(Fact::noted).collect(Collectors.joining("; "))));
        }
        totals.forEach((kind, total) -> out.println("# " + kind + ": " + total[0] + " of " + total[1] + " reached"));
        return totals.values().stream().mapToInt(total -> total[1] - total[0]).sum();
    }

    private static String result(Row row, FirstReply.Said said, boolean right) {
        if (right) {
            return "reached";
        }
        if (!row.answered()) {
            return "answered";
        }
        return said.answers() ? "not all said" : "refused";
    }
}
