package danvan.ask;

import danvan.library.Hit;
import danvan.library.Library;
import danvan.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sheet of questions whose answers are known, as tab-separated values with a head line: {@code question}, {@code expect}
 * ({@code answer} or {@code refuse}), {@code must_say} (facts between semicolons), and if they are there {@code id} and
 * {@code lang}. Asks each as somebody who asked nothing before, and says whether the first reply holds what it must. Where
 * {@code file} names an imported file, with {@code where_it_stands}, the first passage shown must be that one.
 */
public final class QuestionSheet {
    private static final List<String> NEEDED = List.of("question", "expect");

    private final List<Row> rows;

    private record Row(
            String id, String language, boolean answered, String question, List<Fact> facts, ExpectedPlace place) {}

    private QuestionSheet(List<Row> rows) {
        this.rows = rows;
    }

    /** A sheet that cannot be used: one line with its place and its fix. */
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
        List<Fact> facts = answered ? Fact.of(cell(head, cells, "must_say")) : List.of();
        return new Row(
                id.isEmpty() ? "line " + line : id,
                cell(head, cells, "lang"),
                answered,
                cell(head, cells, "question"),
                facts,
                ExpectedPlace.of(
                        answered ? cell(head, cells, "file") : "", cell(head, cells, "where_it_stands"), facts));
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
        Map<String, Integer> outcomes = new TreeMap<>();
        out.println("id\tlang\texpect\tresult\tquestion\tnot said\tshown\tconfidence\tright one is at");
        for (Row row : rows) {
            FirstReply.Said said = replies.to(row.question());
            List<Fact> missing = said.quotes()
                    ? row.facts().stream()
                            .filter(fact -> !fact.isIn(said.text()))
                            .toList()
                    : row.facts();
            String result = row.place().isKnown() ? placed(row, said) : stated(row, said, missing);
            int[] total = totals.computeIfAbsent(row.answered() ? "answer" : "refuse", kind -> new int[2]);
            total[0] += result.startsWith("reached") || result.startsWith("right") ? 1 : 0;
            total[1]++;
            outcomes.merge((row.answered() ? "there: " : "absent: ") + result, 1, Integer::sum);
            out.println(String.join(
                    "\t",
                    row.id(),
                    row.language(),
                    row.answered() ? "answer" : "refuse",
                    result,
                    row.question(),
                    missing.stream().map(Fact::noted).collect(Collectors.joining("; ")),
                    said.hits().stream().findFirst().map(QuestionSheet::shown).orElse("-"),
                    said.hits().stream()
                            .findFirst()
                            .map(hit -> String.format(Locale.ROOT, "%.2f", hit.confidence()))
                            .orElse("-"),
                    rank(row, said)));
        }
        outcomes.forEach((outcome, times) -> out.println("# " + outcome + ": " + times + " of "
                + Objects.requireNonNull(totals.get(outcome.startsWith("there") ? "answer" : "refuse"))[1]));
        totals.forEach((kind, total) -> out.println("# " + kind + ": " + total[0] + " of " + total[1] + " reached"));
        return totals.values().stream().mapToInt(total -> total[1] - total[0]).sum();
    }

    private static String shown(Hit hit) {
        return Citation.label(hit.document()) + " · "
                + hit.passage().article().orElse(hit.passage().heading()).replace('\t', ' ');
    }

    /** Where among what was found the right passage is, from 1. */
    private static String rank(Row row, FirstReply.Said said) {
        for (int i = 0; i < said.hits().size() && row.place().isKnown(); i++) {
            if (row.place().isIn(said.hits().get(i))) {
                return Integer.toString(i + 1);
            }
        }
        return "-";
    }

    /** Of a question whose place in an imported file is known. */
    private static String placed(Row row, FirstReply.Said said) {
        if (!said.quotes()) {
            return said.grade() == FirstReply.Grade.WHICH ? "asked back" : "refused";
        }
        String sure = said.grade() == FirstReply.Grade.SURE ? ", sure" : ", likely";
        return switch (row.place().of(said.hits().get(0), said.text())) {
                    case RIGHT -> "right";
                    case CUT -> "cut";
                    case WRONG -> "wrong";
                }
                + sure;
    }

    private static String stated(Row row, FirstReply.Said said, List<Fact> missing) {
        if (!row.answered()) {
            return said.grade() == FirstReply.Grade.SURE
                    ? "answered"
                    : said.grade() == FirstReply.Grade.LIKELY ? "reached, likely" : "reached";
        }
        if (said.quotes() && missing.isEmpty()) {
            return said.grade() == FirstReply.Grade.LIKELY ? "reached, likely" : "reached";
        }
        return said.quotes() ? "not all said" : "refused";
    }
}
