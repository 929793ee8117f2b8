package danvan.task;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A later deadline: a member asks for it, the lead above grants or refuses, the member hears. */
final class MoreTime {
    private static final List<Integer> OFFERED = List.of(3, 7, 14);
    private static final int MOST_DAYS = 180;
    private static final int LONGEST_REASON = 500;
    private static final Pattern DAY = Pattern.compile(
            "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}))?)(?:\\s+(.*))?");

    /** A day that was typed, and what stood behind it. */
    private record Typed(LocalDate day, String rest) {}

    private final Database database;
    private final Subjects subjects;
    private final Members members;
    private final Texts texts;
    private final Cards cards;
    private final ReminderHours hours;
    private final Reminders reminders;
    private final Outbox outbox;

    MoreTime(
            Database database,
            Subjects subjects,
            Members members,
            Texts texts,
            Cards cards,
            ReminderHours hours,
            Reminders reminders,
            Outbox outbox) {
        this.outbox = outbox;
        this.database = database;
        this.subjects = subjects;
        this.members = members;
        this.texts = texts;
        this.cards = cards;
        this.hours = hours;
        this.reminders = reminders;
    }

    /** Until when? */
    Reply ask(Turn turn, Subject subject) {
        Optional<Extensions.Request> waiting = database.read(
                tx -> Extensions.waiting(tx, subject.mark(), turn.person().id()));
        if (waiting.isPresent()) {
            return Reply.say(turn.say(
                    "task.extensionWaits",
                    "date",
                    cards.date(turn.texts(), waiting.get().wanted())));
        }
        LocalDate from = from(turn, subject);
        List<Button> offered = new ArrayList<>();
        for (int days : OFFERED) {
            LocalDate day = WorkingCalendar.VIETNAM.onOrAfter(from.plusDays(days));
            offered.add(new Button(
                    cards.shortDate(turn.texts(), day),
                    Cards.action(Act.UNTIL, subject.task(), subject.occurrence()) + ":"
                            + ChronoUnit.DAYS.between(subject.occurrence().due(), day)));
        }
        return Reply.say(
                        turn.say(
                                "task.extensionUntil",
                                "title",
                                subject.task().title().in(turn.language()),
                                "date",
                                cards.date(turn.texts(), subject.occurrence().due())),
                        List.of(offered))
                .andOpen(
                        TaskFeature.NAME,
                        Asking.about(Asking.What.EXTENSION_DAY, subject.task(), subject.occurrence()));
    }

    /** A day was tapped, as so many days after the deadline. */
    Reply askedUntil(Turn turn, Subject subject, String days) {
        if (!days.matches("\\d{1,3}")) {
            return Reply.say(turn.say("task.gone"));
        }
        return why(
                turn,
                Asking.about(Asking.What.EXTENSION_DAY, subject.task(), subject.occurrence()),
                subject,
                subject.occurrence().due().plusDays(Integer.parseInt(days)));
    }

    /** The day or the reason was typed. */
    Reply heard(Turn turn, Asking asking, Subject subject) {
        String words =
                turn.incoming() instanceof Incoming.Words typed ? typed.text().strip() : "";
        if (asking.what() == Asking.What.EXTENSION_REASON) {
            return words.isEmpty()
                    ? Reply.say(turn.say("task.wantedAgain", "kind", Task.Evidence.TEXT.name()))
                    : asked(turn, subject, LocalDate.parse(asking.day()), shortened(words));
        }
        return typed(words, subject.occurrence().due())
                .map(day -> why(turn, asking, subject, day.day()))
                .orElseGet(() -> Reply.say(turn.say("task.dayBad", "input", words)));
    }

    private Reply why(Turn turn, Asking asking, Subject subject, LocalDate day) {
        return bad(turn, subject, day)
                .orElseGet(() -> Reply.say(turn.say("task.extensionWhy", "date", cards.date(turn.texts(), day)))
                        .andOpen(TaskFeature.NAME, asking.until(day.toString())));
    }

    private Reply asked(Turn turn, Subject subject, LocalDate until, String reason) {
        List<Recipient> above =
                new Leads(members).of(turn.person().id(), turn.person().unit(), 1);
        if (above.isEmpty()) {
            return Reply.say(turn.say("task.extensionNobody")).andClose();
        }
        // The request's number is known only once it is kept: the leads' messages are made with it.
        return Reply.say(turn.say("task.extensionAsked", "names", names(above)))
                .andClose()
                .andDo(tx -> {
                    if (Extensions.waiting(tx, subject.mark(), turn.person().id())
                            .isPresent()) {
                        throw new Conflict(subject.mark() + " was asked for meanwhile");
                    }
                    long id = Extensions.ask(tx, subject.mark(), turn.person().id(), until, reason, turn.now());
                    above.forEach(lead -> outbox.add(
                            tx, lead.address(), request(lead, turn, subject, until, reason, id), Priority.REMINDER));
                });
    }

    private Outgoing request(Recipient lead, Turn turn, Subject subject, LocalDate until, String reason, long id) {
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
                        List.of(button(
                                phrases.plain("task.grant", "date", cards.shortDate(phrases, until)), Act.GRANT, id)),
                        List.of(
                                button(phrases.plain("task.otherDay"), Act.OTHER_DAY, id),
                                button(phrases.plain("task.refuse"), Act.REFUSE, id))));
    }

    /** A lead tapped a button below a request. */
    Reply decided(Turn turn, Act act, long id) {
        Optional<Extensions.Request> request = database.read(tx -> Extensions.find(tx, id));
        Optional<Reply> refusal = closed(turn, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (act) {
            case GRANT ->
                answered(turn, request.get(), Optional.of(request.get().wanted()), "");
            case OTHER_DAY ->
                Reply.say(turn.say("task.otherDayWhich"))
                        .andOpen(TaskFeature.NAME, Asking.about(Asking.What.OTHER_DAY, id));
            default ->
                Reply.say(turn.say("task.refuseWhy"))
                        .andOpen(TaskFeature.NAME, Asking.about(Asking.What.REFUSAL_REASON, id));
        };
    }

    /** A lead typed a day, perhaps with a word on it, or why not. */
    Reply heardFromLead(Turn turn, Asking asking) {
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
        if (asking.what() == Asking.What.REFUSAL_REASON) {
            return answered(turn, request.get(), Optional.empty(), shortened(words))
                    .andClose();
        }
        Optional<Subject> subject = subject(request.get());
        Optional<Typed> typed =
                subject.flatMap(any -> typed(words, any.occurrence().due()));
        if (typed.isEmpty()) {
            return Reply.say(turn.say("task.dayBad", "input", words));
        }
        return bad(turn, subject.orElseThrow(), typed.get().day())
                .orElseGet(() -> answered(
                                turn,
                                request.get(),
                                Optional.of(typed.get().day()),
                                shortened(typed.get().rest()))
                        .andClose());
    }

    /** Why a request cannot be answered by this person now. */
    private Optional<Reply> closed(Turn turn, Optional<Extensions.Request> request) {
        if (request.isEmpty() || subject(request.get()).isEmpty()) {
            return Optional.of(Reply.say(turn.say("task.gone")));
        }
        if (request.get().state() != Extensions.State.ASKED) {
            return Optional.of(Reply.say(turn.say(
                    "task.extensionOver", "state", request.get().state().name())));
        }
        Optional<Recipient> asker = members.member(request.get().member());
        boolean above = turn.person().role().atLeast(Role.OFFICE)
                || (turn.person().role() == Role.LEAD
                        && asker.filter(one -> new Leads(members)
                                        .within(one.unit(), turn.person().unit()))
                                .isPresent());
        return above && turn.person().id() != request.get().member()
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say("task.extensionNotYours")));
    }

    private Reply answered(Turn turn, Extensions.Request request, Optional<LocalDate> until, String reason) {
        Subject subject = subject(request).orElseThrow();
        Optional<Recipient> asker = members.member(request.member());
        Extensions.State state = until.isPresent() ? Extensions.State.GRANTED : Extensions.State.REFUSED;
        Reply reply = Finishing.rewritten(
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
                request.member(), request.mark().task(), request.mark().period());
    }

    private Optional<Reply> bad(Turn turn, Subject subject, LocalDate day) {
        LocalDate due = subject.occurrence().due();
        boolean good =
                day.isAfter(due) && !day.isBefore(hours.day(turn.now())) && !day.isAfter(due.plusDays(MOST_DAYS));
        return good
                ? Optional.empty()
                : Optional.of(Reply.say(turn.say(
                        "task.dayOutside",
                        "date",
                        cards.date(turn.texts(), day),
                        "due",
                        cards.date(turn.texts(), due),
                        "days",
                        MOST_DAYS)));
    }

    private LocalDate from(Turn turn, Subject subject) {
        LocalDate today = hours.day(turn.now());
        return subject.occurrence().due().isAfter(today) ? subject.occurrence().due() : today;
    }

    /** A day without a year is the first such day after the deadline. */
    private static Optional<Typed> typed(String words, LocalDate due) {
        Matcher day = DAY.matcher(words);
        if (!day.matches()) {
            return Optional.empty();
        }
        String rest = Optional.ofNullable(day.group(7)).orElse("");
        try {
            if (day.group(1) != null) {
                return Optional.of(new Typed(
                        LocalDate.of(number(day.group(1)), number(day.group(2)), number(day.group(3))), rest));
            }
            Optional<Integer> year = Optional.ofNullable(day.group(6)).map(Integer::valueOf);
            LocalDate first = LocalDate.of(year.orElse(due.getYear()), number(day.group(5)), number(day.group(4)));
            return Optional.of(new Typed(year.isEmpty() && !first.isAfter(due) ? first.plusYears(1) : first, rest));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String shortened(String words) {
        return words.substring(0, Math.min(LONGEST_REASON, words.length())).strip();
    }

    private static String names(List<Recipient> people) {
        return String.join(", ", people.stream().map(Recipient::name).toList());
    }

    private static Button button(String label, Act act, long id) {
        return new Button(label, TaskFeature.NAME + ":" + act.code() + ":" + id);
    }
}
