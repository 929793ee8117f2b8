package danvan.report;

import danvan.report.dialog.ReportDialog;
import danvan.report.store.DraftTable;
import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What time does to reports: a reminder of a draft, once, and a word before it goes; old drafts and, at the end of their time, reports go. */
public final class Retention {
    private static final int BATCH = 500;
    /** How long before a draft goes its writer is told. */
    private static final Duration NOTICE = Duration.ofDays(1);
    /** How much longer a draft stays whose writer cannot be told. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Means means;
    private final Database database;
    private final MessageSender post;

    Retention(Means means, Database database, MessageSender post) {
        this.means = means;
        this.database = database;
        this.post = post;
    }

    /**
     * Reminds of drafts that have lain long enough. May be called as often as one likes, by several processes.
     *
     * @return how many were reminded
     */
    public int remind(Instant now) {
        Instant then = now.minus(means.rules().remindAfter());
        int reminded = 0;
        for (DraftTable.Left left : means.drafts().leftSince(then)) {
            Optional<Staff.Colleague> writer = means.staff().find(left.member());
            if (writer.isPresent()
                    && told(
                            left,
                            writer.get(),
                            "report.draftReminder",
                            tx -> DraftTable.remind(tx, left.id(), then, now))) {
                reminded++;
            }
        }
        return reminded;
    }

    /** Sends a line about a draft, where it is still due in the transaction that sends it. */
    private boolean told(DraftTable.Left left, Staff.Colleague writer, String key, Predicate<Tx> due) {
        Texts.Phrases words = means.texts().in(writer.language());
        String title = means.forms()
                .get()
                .find(left.formId())
                .map(form -> form.title(writer.language().code()))
                .orElse(left.formId());
        Outgoing message = Outgoing.message(
                words.say(key, "form", title),
                List.of(List.of(new Button(
                        words.plain("report.goOn"),
                        ReportDialog.NAME + ":u:" + left.id().replaceFirst("^uuid:", "")))));
        return database.write(tx -> {
            boolean first = due.test(tx);
            if (first) {
                post.send(tx, writer.address(), message);
            }
            return first;
        });
    }

    /**
     * Tells the writers of drafts that are let go in a day. May be called as often as one likes, by several processes.
     *
     * @return how many were told
     */
    public int warn(Instant now) {
        Instant then = now.minus(means.rules().draftsKept()).plus(notice());
        int warned = 0;
        for (DraftTable.Left left : means.drafts().unwarnedSince(then)) {
            Optional<Staff.Colleague> writer = means.staff().find(left.member());
            if (writer.isPresent()
                    && told(left, writer.get(), "report.draftGoes", tx -> DraftTable.warn(tx, left.id(), then, now))) {
                warned++;
            }
        }
        return warned;
    }

    private Duration notice() {
        Duration half = means.rules().draftsKept().dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }

    /**
     * Lets go of drafts that nobody touched for as long as the settings say, and says how many. Their writers were told;
     * where they could not be, the draft stays a week longer.
     */
    public int expireDrafts(Instant now) {
        Instant then = now.minus(means.rules().draftsKept());
        List<DraftTable.Left> old = means.drafts().overdue(then, now.minus(notice().dividedBy(2)), then.minus(PATIENCE));
        old.forEach(left -> database.change(tx -> {
            means.enclosures().discard(tx, left.id());
            DraftTable.remove(tx, left.id());
        }));
        return old.size();
    }

    /** Lets go of which message answered which question, once messages can no longer be edited; says how many. */
    public int forgetSaid(Instant now) {
        return means.said().expire(now);
    }

    /** Lets go of reports whose time is over, with their files, editions and history, and says how many. */
    public int purge(Instant now, ZoneId zone) {
        Instant then = now.atZone(zone).minus(means.rules().kept()).toInstant();
        List<Long> old = database.read(tx -> tx.list(
                "SELECT id FROM report WHERE submitted_at < ? ORDER BY id LIMIT ?",
                row -> row.number("id"),
                then,
                BATCH));
        old.forEach(report -> database.change(tx -> {
            means.enclosures().purge(tx, report);
            tx.update("DELETE FROM report_event WHERE report_id = ?", report);
            tx.update("DELETE FROM report_edition WHERE report_id = ?", report);
            tx.update("DELETE FROM report WHERE id = ?", report);
        }));
        return old.size();
    }
}
