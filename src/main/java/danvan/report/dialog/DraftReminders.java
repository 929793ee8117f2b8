package danvan.report.dialog;

import danvan.chat.Outgoing;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.report.MessageSender;
import danvan.report.ReportForms;
import danvan.report.ReportRules;
import danvan.report.store.DraftNotice;
import danvan.report.store.DraftTable;
import danvan.report.store.ReportStore;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What time does to a draft that nobody touches: a reminder, once; a word before it is deleted; and its end. May be called
 * as often as one likes, by several processes.
 */
public final class DraftReminders {
    /** How long before a draft is deleted its writer is told. */
    private static final Duration NOTICE = Duration.ofDays(1);
    /** How much longer a draft stays whose writer cannot be told. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;
    private final MessageSender sender;
    private final ReportRules rules;
    private final Texts texts;

    public DraftReminders(
            ReportForms forms,
            ReportStore store,
            Organization organization,
            MessageSender sender,
            ReportRules rules,
            Texts texts) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
        this.sender = sender;
        this.rules = rules;
        this.texts = texts;
    }

    /**
     * All of it.
     *
     * @param quiet whether nobody may be written to now
     * @return whether somebody was written to
     */
    public boolean run(Instant now, boolean quiet) {
        boolean told = !quiet && remind(now) + warn(now) > 0;
        expire(now);
        return told;
    }

    /**
     * Reminds of drafts that have lain long enough.
     *
     * @return how many were reminded
     */
    public int remind(Instant now) {
        return tell(DraftNotice.REMINDER, "report.draftReminder", now.minus(rules.remindAfter()), now);
    }

    /**
     * Tells the writers of drafts that are deleted in a day.
     *
     * @return how many were told
     */
    public int warn(Instant now) {
        return tell(
                DraftNotice.DELETION,
                "report.draftGoes",
                now.minus(rules.draftsKept()).plus(notice()),
                now);
    }

    private int tell(DraftNotice notice, String key, Instant since, Instant now) {
        int told = 0;
        for (DraftTable.Left left : store.drafts().withoutNotice(notice, since)) {
            Optional<Member> writer = organization.reachable(left.member());
            if (writer.isPresent()
                    && store.drafts()
                            .noticeOnce(
                                    notice,
                                    left.id(),
                                    since,
                                    now,
                                    tx -> sender.send(tx, writer.get().address(), message(left, writer.get(), key)))) {
                told++;
            }
        }
        return told;
    }

    private Outgoing message(DraftTable.Left left, Member writer, String key) {
        Texts.Phrases words = texts.in(writer.language());
        String title = forms.find(left.formId())
                .map(form -> form.title(writer.language().code()))
                .orElse(left.formId());
        return Outgoing.message(
                words.say(key, "form", title),
                List.of(List.of(DialogAction.resuming(words.plain("report.goOn"), left.id()))));
    }

    private Duration notice() {
        Duration half = rules.draftsKept().dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }

    /**
     * Deletes drafts that nobody touched for as long as the settings say, and says how many. Their writers were told;
     * where they could not be, the draft stays a week longer.
     */
    public int expire(Instant now) {
        Instant then = now.minus(rules.draftsKept());
        List<DraftTable.Left> old =
                store.drafts().overdue(then, now.minus(notice().dividedBy(2)), then.minus(PATIENCE));
        old.forEach(left -> store.deleteDraft(left.id()));
        return old.size();
    }
}
