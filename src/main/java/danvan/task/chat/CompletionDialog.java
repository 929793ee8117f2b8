package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.conversation.Downloads;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import danvan.task.AudienceMembers;
import danvan.task.OccurrenceKey;
import danvan.task.ReminderHours;
import danvan.task.ReportForms;
import danvan.task.Task;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.TaskSwitches;
import danvan.task.reminder.Completion;
import danvan.task.reminder.CompletionStore;
import danvan.task.reminder.MemberProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Done, with the evidence that is wanted, and not applicable, with a reason. Either ends the reminders. */
public final class CompletionDialog {
    private static final int LONGEST_NOTE = 2_000;
    /** Evidence that counts no more may stand in a message that is under way. */
    private static final Duration SHOWN = Duration.ofDays(7);

    private final CompletionStore doings;
    private final ProgrammeStore register;
    private final TaskSwitches switches;
    private final AudienceMembers members;
    private final Cards cards;
    private final ReminderHours hours;
    private final ReportForms forms;
    private final Files files;
    private final Downloads downloads;

    public CompletionDialog(
            CompletionStore doings,
            ProgrammeStore register,
            TaskSwitches switches,
            AudienceMembers members,
            Cards cards,
            ReminderHours hours,
            ReportForms forms,
            Files files,
            Downloads downloads) {
        this.doings = doings;
        this.register = register;
        this.switches = switches;
        this.members = members;
        this.cards = cards;
        this.hours = hours;
        this.forms = forms;
        this.files = files;
        this.downloads = downloads;
    }

    /** Done is tapped: noted at once, or what shows it is asked for. */
    Reply done(Turn turn, Subject subject) {
        Task task = subject.task();
        if (task.evidence() == Task.Evidence.NONE) {
            return finished(turn, subject, Completion.done(turn.now()));
        }
        Optional<Button> report = task.form().flatMap(form -> forms.begin(form, turn.language()));
        if (report.isPresent()) {
            return Reply.say(
                    turn.say("task.wantedReport", "title", task.title().in(turn.language())),
                    List.of(List.of(report.get())));
        }
        return Reply.say(turn.say(
                        "task.wanted",
                        "title",
                        task.title().in(turn.language()),
                        "kind",
                        task.evidence().name()))
                .andOpen(Act.FEATURE, PendingQuestion.about(PendingQuestion.What.EVIDENCE, task, subject.occurrence()));
    }

    Reply askWhyNot(Turn turn, Subject subject) {
        return Reply.say(turn.say("task.whyNot", "title", subject.task().title().in(turn.language())))
                .andOpen(
                        Act.FEATURE,
                        PendingQuestion.about(
                                PendingQuestion.What.WHY_NOT_APPLICABLE, subject.task(), subject.occurrence()));
    }

    /** It was marked by mistake: it is open again, and reminders go on. The evidence is deleted later. */
    Reply reopened(Turn turn, Subject subject) {
        Optional<Completion> finished = subject.standing().finished(subject.task(), subject.occurrence());
        if (finished.isEmpty()) {
            return Reply.say(turn.say("task.openBefore"));
        }
        if (!Cards.mayReopen(subject.task(), finished.get())) {
            String at = cards.time(turn.texts(), finished.get().at());
            return Reply.say(turn.say("task.doneBefore", "time", at));
        }
        return CardReply.inPlace(
                        turn,
                        cards.reopened(turn.texts(), subject, turn.now()),
                        cards.allButtons(turn.texts(), subject.task(), subject.occurrence()))
                .andDo(tx -> {
                    if (!doings.reopen(tx, subject.key(), turn.person().id())) {
                        throw new Conflict(subject.key() + " was opened meanwhile");
                    }
                    finished.get().file().ifPresent(file -> files.keepFor(tx, file.ref(), SHOWN));
                });
    }

    /** The evidence, or the reason. */
    Reply heard(Turn turn, PendingQuestion asking, Subject subject) {
        boolean reason = asking.what() == PendingQuestion.What.WHY_NOT_APPLICABLE;
        Task.Evidence wanted = reason ? Task.Evidence.TEXT : subject.task().evidence();
        boolean wantsFile = wanted == Task.Evidence.PHOTO || wanted == Task.Evidence.FILE;
        if (wantsFile && turn.incoming() instanceof Incoming.File file && fits(wanted, file)) {
            return PrivacyCheck.refusal(turn, file).orElseGet(() -> file(turn, subject, file));
        }
        if (!wantsFile && turn.incoming() instanceof Incoming.Words words) {
            String text = words.text().strip();
            Optional<Reply> refused = PrivacyCheck.refusal(turn, text);
            if (refused.isPresent()) {
                return refused.get();
            }
            String note = text.substring(0, Math.min(LONGEST_NOTE, text.length()));
            return finished(
                            turn,
                            subject,
                            new Completion(
                                    reason ? Completion.How.NOT_APPLICABLE : Completion.How.DONE,
                                    Optional.of(note),
                                    Optional.empty(),
                                    turn.now()))
                    .andClose();
        }
        return Reply.say(turn.say("task.wantedAgain", "kind", wanted.name()));
    }

    /**
     * A report was submitted: what it shows is done, in the report's own transaction.
     *
     * @return the titles' tasks that are done by it
     */
    public List<Task> reported(Tx tx, Person person, String form, String period, Instant now) {
        MemberProgress standing = doings.standing(tx, person.id());
        TaskSwitches.State state = switches.state(tx);
        LocalDate day = hours.day(now);
        return register.in(tx).all().stream()
                .filter(task -> task.form().filter(form::equals).isPresent())
                .filter(state::on)
                .filter(task -> members.belongs(person, task.audience()))
                .filter(task -> standing.reportedOn(task, day, period)
                        .filter(occurrence -> doings.finish(
                                tx,
                                OccurrenceKey.of(task, occurrence),
                                person.id(),
                                new Completion(
                                        Completion.How.DONE, Optional.of(form + " " + period), Optional.empty(), now)))
                        .isPresent())
                .toList();
    }

    private Reply file(Turn turn, Subject subject, Incoming.File file) {
        try {
            StoredFile stored = downloads.fetch(turn.address(), file);
            Optional<String> caption = Optional.of(file.caption().strip()).filter(text -> !text.isEmpty());
            return finished(
                            turn,
                            subject,
                            new Completion(
                                    Completion.How.DONE,
                                    caption,
                                    Optional.of(new Completion.Evidence(stored.id(), file.name(), file.mediaType())),
                                    turn.now()))
                    .andDo(tx -> files.keep(tx, stored.id(), Optional.empty()))
                    .andClose();
        } catch (FileTooLarge e) {
            return Reply.say(turn.say("task.fileTooLarge", "megabytes", downloads.most() >> 20));
        } catch (IOException e) {
            return Reply.say(turn.say("task.fileNotHad"));
        }
    }

    private Reply finished(Turn turn, Subject subject, Completion finished) {
        String card = cards.done(turn.texts(), subject.task(), subject.occurrence(), finished);
        return CardReply.inPlace(
                        turn,
                        card,
                        cards.buttonsAfterwards(turn.texts(), subject.task(), subject.occurrence(), finished))
                .andToast(turn.plain("task.doneNow"))
                .andDo(tx -> {
                    if (!doings.finish(tx, subject.key(), turn.person().id(), finished)) {
                        throw new Conflict(subject.key() + " was done meanwhile");
                    }
                });
    }

    private static boolean fits(Task.Evidence wanted, Incoming.File file) {
        return wanted == Task.Evidence.FILE
                || file.medium() == Incoming.Medium.PICTURE
                || file.mediaType().startsWith("image/");
    }
}
