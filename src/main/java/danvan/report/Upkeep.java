package danvan.report;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Texts;
import danvan.storage.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What time does to reports: a reminder of a draft, once; old drafts and, at the end of their time, reports go. */
public final class Upkeep {
    private static final int BATCH = 500;

    private final Means means;
    private final Database database;
    private final Post post;

    Upkeep(Means means, Database database, Post post) {
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
        for (Drafts.Left left : means.drafts().leftSince(then)) {
            Optional<Staff.Colleague> writer = means.staff().find(left.member());
            if (writer.isPresent() && remind(left, writer.get(), then, now)) {
                reminded++;
            }
        }
        return reminded;
    }

    private boolean remind(Drafts.Left left, Staff.Colleague writer, Instant then, Instant now) {
        Texts.Phrases words = means.texts().in(writer.language());
        String title = means.forms()
                .get()
                .find(left.formId())
                .map(form -> form.title(writer.language().code()))
                .orElse(left.formId());
        Outgoing message = Outgoing.message(
                words.say("report.draftReminder", "form", title),
                List.of(List.of(new Button(
                        words.plain("report.goOn"),
                        ReportDialog.NAME + ":u:" + left.id().replaceFirst("^uuid:", "")))));
        return database.write(tx -> {
            boolean first = Drafts.remind(tx, left.id(), then, now);
            if (first) {
                post.send(tx, writer.address(), message);
            }
            return first;
        });
    }

    /** Lets go of drafts that nobody touched for as long as the settings say, and says how many. */
    public int expireDrafts(Instant now) {
        List<Drafts.Left> old = means.drafts().olderThan(now.minus(means.rules().draftsKept()));
        old.forEach(left -> database.change(tx -> {
            means.enclosures().discard(tx, left.id());
            Drafts.remove(tx, left.id());
        }));
        return old.size();
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
