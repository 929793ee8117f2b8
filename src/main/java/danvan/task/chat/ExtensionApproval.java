package danvan.task.chat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.task.AudienceMembers;
import danvan.task.Task;
import danvan.task.reminder.Extensions;
import danvan.task.reminder.Leads;
import danvan.task.reminder.Reminders;
import danvan.text.Texts;
import danvan.text.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A lead grants a later deadline or refuses it, each request once; the member hears. */
public final class ExtensionApproval {
    private final Database database;
    private final SubjectLookup subjects;
    private final AudienceMembers members;
    private final Texts texts;
    private final Cards cards;
    private final ExtensionDay days;
    private final Reminders reminders;
    private final AuditNote audit;

    public ExtensionApproval(
            Database database,
            SubjectLookup subjects,
            AudienceMembers members,
            Texts texts,
            Cards cards,
            ExtensionDay days,
            Reminders reminders,
            AuditNote audit) {
        this.audit = audit;
        this.database = database;
        this.subjects = subjects;
        this.members = members;
        this.texts = texts;
        this.cards = cards;
        this.days = days;
        this.reminders = reminders;
    }

    /** A lead tapped a button below a request. */
    Reply decided(Turn turn, Act act, long id) {
        Optional<Extensions.Request> request = database.read(tx -> Extensions.find(tx, id));
        Optional<Reply> refusal = closed(turn, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (act) {
            case GRANT -> granted(turn, request.get());
            case OTHER_DAY ->
                Reply.say(which(turn, subject(request.get()).orElseThrow()))
                        .andOpen(Act.FEATURE, PendingQuestion.about(PendingQuestion.What.OTHER_DAY, id));
            default ->
                Reply.say(turn.say("task.refuseWhy"))
                        .andOpen(Act.FEATURE, PendingQuestion.about(PendingQuestion.What.REFUSAL_REASON, id));
        };
    }

    /** The day that was asked for, unless it went by before the lead came to answer: then another is asked for. */
    private Reply granted(Turn turn, Extensions.Request request) {
        LocalDate wanted = request.wanted();
        Subject subject = subject(request).orElseThrow();
        return days.bad(turn, subject, wanted)
                .map(bad -> bad.andSay(which(turn, subject))
                        .andOpen(Act.FEATURE, PendingQuestion.about(PendingQuestion.What.OTHER_DAY, request.id())))
                .orElseGet(() -> answered(turn, request, Optional.of(wanted), ""));
    }

    /**
     * The same at once, for a page that asks for the day and the reason together.
     *
     * @param until empty to refuse
     */
    public Reply answered(Turn turn, long id, Optional<LocalDate> until, String reason) {
        Optional<Extensions.Request> request = database.read(tx -> Extensions.find(tx, id));
        Optional<Reply> refusal = closed(turn, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Subject subject = subject(request.get()).orElseThrow();
        return PrivacyCheck.refusal(turn, reason)
                .or(() -> until.flatMap(day -> days.bad(turn, subject, day)))
                .orElseGet(() -> answered(turn, request.get(), until, ExtensionDay.shortened(reason.strip())));
    }

    /** Whether a request may be answered by somebody. */
    public boolean decides(Person person, Extensions.Request request) {
        return isOver(person, request) && subject(request).isPresent();
    }

    private String which(Turn turn, Subject subject) {
        return turn.say("task.otherDayWhich", "example", days.example(turn, subject));
    }

    /** A lead typed a day, perhaps with a word on it, or why not. */
    Reply heardFromLead(Turn turn, PendingQuestion asking) {
        Optional<Extensions.Request> request = database.read(tx -> Extensions.find(tx, asking.request()));
        Optional<Reply> refusal = closed(turn, request);
        if (refusal.isPresent()) {
            return refusal.get().andClose();
        }
        String words =
                turn.incoming() instanceof Incoming.Words typed ? typed.text().strip() : "";
        if (words.isEmpty()) {
            return Reply.say(turn.say("task.wantedAgain", "kind", Task.Evidence.TEXT.name()));
        }
        Optional<Reply> personal = PrivacyCheck.refusal(turn, words);
        if (personal.isPresent()) {
            return personal.get();
        }
        if (asking.what() == PendingQuestion.What.REFUSAL_REASON) {
            return answered(turn, request.get(), Optional.empty(), ExtensionDay.shortened(words))
                    .andClose();
        }
        Subject subject = subject(request.get()).orElseThrow();
        Optional<TypedDay.Found> typed = days.typed(turn, subject, words);
        if (typed.isEmpty()) {
            return days.notUnderstood(turn, subject, words);
        }
        return days.bad(turn, subject, typed.get().day())
                .orElseGet(() -> answered(
                                turn,
                                request.get(),
                                Optional.of(typed.get().day()),
                                ExtensionDay.shortened(typed.get().rest()))
                        .andClose());
    }

    /** Why a request cannot be answered by this person now. */
    private Optional<Reply> closed(Turn turn, Optional<Extensions.Request> request) {
        if (request.isEmpty()
                || !isOver(turn.person(), request.get())
                || subject(request.get()).isEmpty()) {
            // One answer for what is not there and for what is others': nobody learns by trying which there are.
            return Optional.of(Reply.say(turn.say("task.gone")));
        }
        return request.get().state().isOpen()
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say(
                        "task.extensionOver", "state", request.get().state().name())));
    }

    /** Whether somebody decides for who asked: the office, or a lead of the unit or of one above; nobody for oneself. */
    private boolean isOver(Person person, Extensions.Request request) {
        Optional<Member> asker = members.member(request.member());
        boolean above = person.role().atLeast(Role.OFFICE)
                || (person.role() == Role.LEAD
                        && asker.filter(one -> new Leads(members).within(one.unit(), person.unit()))
                                .isPresent());
        return above && person.id() != request.member();
    }

    private Reply answered(Turn turn, Extensions.Request request, Optional<LocalDate> until, String reason) {
        Subject subject = subject(request).orElseThrow();
        Optional<Member> asker = members.member(request.member());
        Extensions.State state = until.isPresent() ? Extensions.State.GRANTED : Extensions.State.REFUSED;
        Reply reply = CardReply.inPlace(
                        turn,
                        answer(
                                turn.texts(),
                                "task.extensionDecided",
                                turn.person().name(),
                                subject,
                                until,
                                reason),
                        List.of())
                .andDo(tx -> {
                    if (!Extensions.decide(
                            tx, request.id(), state, turn.person().id(), until, reason, turn.now())) {
                        throw new Conflict("request " + request.id() + " was answered meanwhile");
                    }
                    audit.note(
                            tx,
                            turn.now(),
                            turn.person().id(),
                            until.isPresent() ? "extension granted" : "extension refused",
                            request.key().task() + " " + request.key().period() + ", member " + request.member()
                                    + until.map(day -> ", " + day).orElse(""));
                    reminders.askAfter(tx);
                });
        return asker.map(one -> {
                    Texts.Phrases phrases = texts.in(one.language());
                    return reply.andTell(
                            one.address(),
                            Outgoing.message(answer(
                                    phrases,
                                    "task.extensionAnswer",
                                    turn.person().name(),
                                    subject,
                                    until,
                                    reason)));
                })
                .orElse(reply);
    }

    private String answer(
            Texts.Phrases phrases, String key, String name, Subject subject, Optional<LocalDate> until, String reason) {
        LocalDate due = until.orElse(subject.occurrence().due());
        return phrases.say(
                key,
                "granted",
                until.isPresent() ? "yes" : "no",
                "title",
                subject.task().title().in(phrases.language()),
                "date",
                cards.date(phrases, due),
                "name",
                name,
                "said",
                reason.isEmpty() ? "no" : "yes",
                "reason",
                reason);
    }

    private Optional<Subject> subject(Extensions.Request request) {
        return subjects.find(
                request.member(), request.key().task(), request.key().period());
    }
}
