package danvan.report.store;

import danvan.report.NewsRules;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What leads are still to be told of reports, and when. Each is told once, whichever process does it. */
public final class NewsTable {
    /** So many are told at once; the next minute takes the others. */
    private static final int MOST = 500;

    private final Database database;

    NewsTable(Database database) {
        this.database = database;
    }

    /** What is told. */
    public enum Step {
        /** It came. */
        NEW,
        /** It lies open. */
        OPEN,
        /** It still does; that is for the level above. */
        ABOVE
    }

    /** Something to tell of a report. */
    public record Due(
            long report,
            int edition,
            Step step,
            Receipt receipt,
            String title,
            String unit,
            long member,
            Optional<Long> assignee,
            Instant submittedAt,
            boolean urgent,
            boolean nil,
            ReportStatus status,
            boolean current) {

        /** Whether it is still so: open, or new and not taken back. */
        public boolean stands() {
            boolean open = status == ReportStatus.RECEIVED || status == ReportStatus.IN_REVIEW;
            return current && (step == Step.NEW ? status != ReportStatus.WITHDRAWN : open);
        }
    }

    /**
     * Plans what is told of an edition that came in.
     *
     * @param told whether those on duty have heard of it already
     */
    public static void plan(
            Tx tx, NewsRules rules, long report, int edition, boolean urgent, boolean told, Instant now) {
        if (!told && !rules.hours().isEmpty()) {
            plan(tx, report, edition, Step.NEW, rules.hourAfter(now));
        }
        if (!rules.chaseAfter().isZero()) {
            plan(tx, report, edition, Step.OPEN, rules.chase(now, urgent, 1));
            plan(tx, report, edition, Step.ABOVE, rules.chase(now, urgent, 2));
        }
    }

    private static void plan(Tx tx, long report, int edition, Step step, Instant due) {
        tx.update(
                "INSERT INTO report_news (report_id, edition, step, due_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                report,
                edition,
                step,
                due);
    }

    /** What is due, the oldest reports first. */
    public List<Due> due(Instant now) {
        return database.read(tx -> tx.list("""
                SELECT n.report_id, n.edition AS told_edition, n.step, r.year, r.number, r.form_title, r.unit, r.member_id,
                    r.assignee, r.submitted_at, r.urgent, r.nil, r.status, r.edition
                FROM report_news n JOIN report r ON r.id = n.report_id
                WHERE n.due_at <= ? ORDER BY n.due_at, n.report_id LIMIT ?
                """, NewsTable::due, now, MOST));
    }

    /**
     * Tells, in one transaction, of those that nobody else has told of meanwhile.
     *
     * @param tell given those
     */
    public void tell(List<Due> due, BiConsumer<Tx, List<Due>> tell) {
        database.change(tx -> {
            List<Due> own = new ArrayList<>();
            for (Due one : due) {
                if (tx.update(
                                "DELETE FROM report_news WHERE report_id = ? AND edition = ? AND step = ?",
                                one.report(),
                                one.edition(),
                                one.step())
                        == 1) {
                    own.add(one);
                }
            }
            tell.accept(tx, own);
        });
    }

    static void remove(Tx tx, long report) {
        tx.update("DELETE FROM report_news WHERE report_id = ?", report);
    }

    private static Due due(Row row) {
        int edition = (int) row.number("told_edition");
        return new Due(
                row.number("report_id"),
                edition,
                Step.valueOf(row.text("step")),
                new Receipt((int) row.number("year"), row.number("number")),
                row.text("form_title"),
                row.text("unit"),
                row.number("member_id"),
                row.numberIfAny("assignee"),
                row.instant("submitted_at"),
                row.flag("urgent"),
                row.flag("nil"),
                ReportStatus.valueOf(row.text("status")),
                row.number("edition") == edition);
    }
}
