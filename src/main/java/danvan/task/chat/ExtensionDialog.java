package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Member;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.task.AudienceMembers;
import danvan.task.Task;
import danvan.task.WorkingCalendar;
import danvan.task.reminder.Extensions;
import danvan.task.reminder.Leads;
import danvan.text.Texts;
import danvan.text.TypedDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A member asks for a later deadline: until when, and why; the leads above are told, and {@link ExtensionApproval} answers. */
public final class ExtensionDialog {
    private static final List<Integer> OFFERED = List.of(3, 7, 14);
    private final Database database;
    private final AudienceMembers members;
    private final Texts texts;
    private final Cards cards;
    private final ExtensionDay days;
    private final Outbox outbox;

    public ExtensionDialog(
            Database database, AudienceMembers members, Texts texts, Cards cards, ExtensionDay days, Outbox outbox) {
        this.outbox = outbox;
        this.database = database;
        this.members = members;
        this.texts = texts;
        this.cards = cards;
        this.days = days;
    }

    /** Until when? */
    Reply ask(Turn turn, Subject subject) {
        Optional<Extensions.Request> waiting = database.read(
                tx -> Extensions.waiting(tx, subject.key(), turn.person().id()));
        if (waiting.isPresent()) {
            return Reply.say(turn.say(
                    "task.extensionWaits",
                    "date",
                    cards.date(turn.texts(), waiting.get().wanted())));
        }
        LocalDate from = days.from(turn, subject);
        List<Button> offered = new ArrayList<>();
        for (int days : OFFERED) {
            LocalDate day = WorkingCalendar.VIETNAM.onOrAfter(from.plusDays(days));
            offered.add(new Button(
                    cards.shortDate(turn.texts(), day),
                    TaskButtons.action(Act.UNTIL, subject.task(), subject.occurrence()) + ":"
                            + ChronoUnit.DAYS.between(subject.occurrence().due(), day)));
        }
        return Reply.say(
                        turn.say(
                                "task.extensionUntil",
                                "title",
                                subject.task().title().in(turn.language()),
                                "date",
                                cards.date(turn.texts(), subject.occurrence().due()),
                                "example",
                                days.example(turn, subject)),
                        List.of(offered))
                .andOpen(
                        Act.FEATURE,
                        PendingQuestion.about(
                                PendingQuestion.What.EXTENSION_DAY, subject.task(), subject.occurrence()));
    }

    /** A day was tapped, as so many days after the deadline. */
    Reply askedUntil(Turn turn, Subject subject, String days) {
        if (!days.matches("\\d{1,3}")) {
            return Reply.say(turn.say("task.gone"));
        }
        return why(
                turn,
                PendingQuestion.about(PendingQuestion.What.EXTENSION_DAY, subject.task(), subject.occurrence()),
                subject,
                subject.occurrence().due().plusDays(Integer.parseInt(days)));
    }

    /** The day or the reason was typed. */
    Reply heard(Turn turn, PendingQuestion asking, Subject subject) {
        String words =
                turn.incoming() instanceof Incoming.Words typed ? typed.text().strip() : "";
        Optional<TypedDay.Found> typed = days.typed(turn, subject, words);
        if (asking.what() == PendingQuestion.What.EXTENSION_REASON
                && typed.filter(day -> day.rest().isEmpty()).isEmpty()) {
            return words.isEmpty()
                    ? Reply.say(turn.say("task.wantedAgain", "kind", Task.Evidence.TEXT.name()))
                    : PrivacyCheck.refusal(turn, words)
                            .orElseGet(() ->
                                    asked(turn, subject, LocalDate.parse(asking.day()), ExtensionDay.shortened(words)));
        }
        // A day in the place of the reason is a better day.
        return typed.map(day -> why(turn, asking, subject, day.day()))
                .orElseGet(() -> days.notUnderstood(turn, subject, words));
    }

    private Reply why(Turn turn, PendingQuestion asking, Subject subject, LocalDate day) {
        return days.bad(turn, subject, day)
                .orElseGet(() -> Reply.say(turn.say("task.extensionWhy", "date", cards.date(turn.texts(), day)))
                        .andOpen(Act.FEATURE, asking.until(day.toString())));
    }

    private Reply asked(Turn turn, Subject subject, LocalDate until, String reason) {
        Optional<Reply> bad = days.bad(turn, subject, until);
        if (bad.isPresent()) {
            // It went by while the reason was being thought of.
            return bad.get()
                    .andOpen(
                            Act.FEATURE,
                            PendingQuestion.about(
                                    PendingQuestion.What.EXTENSION_DAY, subject.task(), subject.occurrence()));
        }
        List<Member> above =
                new Leads(members).of(turn.person().id(), turn.person().unit(), 1);
        if (above.isEmpty()) {
            return Reply.say(turn.say("task.extensionNobody")).andClose();
        }
        // The request's number is known only once it is kept: the leads' messages are made with it.
        return Reply.say(turn.say("task.extensionAsked", "names", names(above)))
                .andClose()
                .andDo(tx -> {
                    if (Extensions.waiting(tx, subject.key(), turn.person().id())
                            .isPresent()) {
                        throw new Conflict(subject.key() + " was asked for meanwhile");
                    }
                    long id = Extensions.ask(tx, subject.key(), turn.person().id(), until, reason, turn.now());
                    above.forEach(lead -> outbox.add(
                            tx, lead.address(), request(lead, turn, subject, until, reason, id), Priority.REMINDER));
                });
    }

    private Outgoing request(Member lead, Turn turn, Subject subject, LocalDate until, String reason, long id) {
        Texts.Phrases phrases = texts.in(lead.language());
        String text = phrases.say(
                "task.extensionNews",
                "name",
                turn.person().name(),
                "unit",
                new Leads(members).name(turn.person().unit()),
                "title",
                subject.task().title().in(lead.language()),
                "due",
                cards.date(phrases, subject.occurrence().due()),
                "until",
                cards.date(phrases, until),
                "reason",
                reason);
        return Outgoing.message(
                text,
                List.of(
                        List.of(TaskButtons.of(
                                phrases.plain("task.grant", "date", cards.shortDate(phrases, until)), Act.GRANT, id)),
                        List.of(
                                TaskButtons.of(phrases.plain("task.otherDay"), Act.OTHER_DAY, id),
                                TaskButtons.of(phrases.plain("task.refuse"), Act.REFUSE, id))));
    }

    private static String names(List<Member> people) {
        return String.join(", ", people.stream().map(Member::name).toList());
    }
}
