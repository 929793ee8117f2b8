package danvan.report.store;

import danvan.report.store.AnswerCipher.Content;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of the reports beside their instances, a row each: for columns, sorting, searching and adding up without
 * reading every instance. Derived: written with a report, in the same transaction, and filled up in the background for
 * reports that are older than the table. Personal answers are never in it.
 */
public final class AnswerIndex {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerIndex.class);
    private static final String META = "/meta/";
    /** What a database's number holds exactly; a leading zero is part of a code, not of a number. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,6})?");

    private static final int BATCH = 200;

    /** Far more than a form's answers have; PostgreSQL indexes no text without end. */
    private static final int MOST_WORDS = 20_000;

    private final Database database;
    /** Reports from here on need not be looked at again; what comes in is indexed with its report. */
    private final AtomicLong filledDownTo = new AtomicLong(Long.MAX_VALUE);

    AnswerIndex(Database database) {
        this.database = database;
    }

    /** Puts a report's answers in the place of what stood there. */
    static void write(Tx tx, long report, String instanceXml, SealedPaths seals) {
        remove(tx, report);
        StringBuilder words = new StringBuilder();
        Map<String, Integer> counts = new HashMap<>();
        AnswerTree.read(
                        instanceXml,
                        (path, text) -> seals.mayHold(path, text)
                                ? new Content("", true, true)
                                : new Content(text, false, true))
                .each((path, leaf) -> {
                    String text = leaf.text().strip();
                    if (leaf.sealed() || text.isEmpty() || path.contains(META)) {
                        return;
                    }
                    tx.update(
                            "INSERT INTO report_answer (report_id, path, ord, text, number) VALUES (?, ?, ?, ?, ?)",
                            report,
                            path,
                            counts.merge(path, 1, Integer::sum) - 1,
                            text,
                            NUMBER.matcher(text).matches() ? Double.valueOf(text) : null);
                    words.append(Folding.folded(text)).append('\n');
                });
        index(tx, report, words.toString());
    }

    private static void index(Tx tx, long report, String words) {
        tx.update(
                "INSERT INTO report_words (rowid, words) VALUES (?, ?)",
                report,
                SearchedWord.indexed(words, MOST_WORDS));
    }

    static void remove(Tx tx, long report) {
        tx.update("DELETE FROM report_answer WHERE report_id = ?", report);
        tx.update("DELETE FROM report_words WHERE rowid = ?", report);
    }

    /**
     * Fills up some of the reports that are older than the table, a transaction each batch.
     *
     * @return how many; 0 where none is left
     */
    public int fillUp() {
        List<Old> missing = database.read(tx -> tx.list(
                "SELECT id, instance_xml, sealed FROM report r WHERE id < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM report_words w WHERE w.rowid = r.id) ORDER BY id DESC LIMIT " + BATCH,
                row -> new Old(row.number("id"), row.text("instance_xml"), SealedPaths.read(row.textIfAny("sealed"))),
                filledDownTo.get()));
        if (!missing.isEmpty()) {
            database.change(tx -> missing.forEach(old -> fillUp(tx, old)));
            filledDownTo.set(missing.get(missing.size() - 1).id());
        }
        return missing.size();
    }

    private static void fillUp(Tx tx, Old old) {
        // Changed or filled up meanwhile: by what is true now.
        if (tx.count("SELECT COUNT(*) AS n FROM report_words WHERE rowid = ?", old.id()) > 0
                || tx.count("SELECT COUNT(*) AS n FROM report WHERE id = ?", old.id()) == 0) {
            return;
        }
        try {
            write(tx, old.id(), old.instanceXml(), old.seals());
        } catch (IllegalStateException e) {
            LOG.warn("the answers of report {} cannot be read, so no search finds it: {}", old.id(), e.getMessage());
            index(tx, old.id(), "");
        }
    }

    private record Old(long id, String instanceXml, SealedPaths seals) {}

    /**
     * Some answers of some reports.
     *
     * @return by report and path; answers of repetitions one below the other
     */
    public Map<Long, Map<String, String>> of(List<Long> reports, List<String> paths) {
        Map<Long, Map<String, String>> all = new HashMap<>();
        if (reports.isEmpty() || paths.isEmpty()) {
            return all;
        }
        List<Object> arguments = new ArrayList<>();
        String where = ReportCriteria.in("report_id", reports, arguments) + " AND "
                + ReportCriteria.in("path", paths, arguments);
        database.read(tx -> tx.list(
                "SELECT report_id, path, text FROM report_answer WHERE " + where + " ORDER BY report_id, path, ord",
                row -> all.computeIfAbsent(row.number("report_id"), any -> new LinkedHashMap<>())
                        .merge(row.text("path"), row.text("text"), (a, b) -> a + "\n" + b),
                arguments.toArray()));
        return all;
    }
}
