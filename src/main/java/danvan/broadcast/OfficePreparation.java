package danvan.broadcast;

import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Effect;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.desk.port.Decided.Outcome;
import danvan.organization.directory.Organization;
import danvan.storage.StoredFile;
import danvan.text.Markup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What its author does at the desk with a broadcast that is not sent yet: files, and the time. */
final class OfficePreparation {
    private final Broadcasts broadcasts;
    private final BroadcastDecisions decisions;
    private final Organization organization;
    private final Attaching attaching;
    private final BroadcastFiles files;
    private final BroadcastView view;

    OfficePreparation(
            Broadcasts broadcasts,
            BroadcastDecisions decisions,
            Organization organization,
            Attaching attaching,
            BroadcastFiles files,
            BroadcastView view) {
        this.broadcasts = broadcasts;
        this.decisions = decisions;
        this.organization = organization;
        this.attaching = attaching;
        this.files = files;
        this.view = view;
    }

    /** What was looked at has other readers now. */
    static Answered<Decided> otherCount(Turn turn, long seen, long count) {
        return Decided.not(Outcome.STALE, turn.plain("desk.broadcasts.otherCount", "before", seen, "now", count));
    }

    /** One that who decides has prepared; empty where it is another's, or on its way. */
    private Optional<Broadcasts.Broadcast> own(Turn turn, String code) {
        return broadcasts
                .find(code)
                .filter(one -> one.state() == Broadcasts.State.PREPARED
                        && one.author() == turn.person().id()
                        && turn.person().role().atLeast(Role.OFFICE));
    }

    Answered<Decided> attach(Turn turn, String code, StoredFile stored, String name) {
        if (own(turn, code).isEmpty()) {
            return Decided.not(Outcome.STALE, turn.plain("office.already"));
        }
        Optional<Reply> personal = PrivacyCheck.officeRefusal(turn, named(name));
        if (personal.isPresent()) {
            return Decided.not(Outcome.REFUSED, PageTurns.words(personal.get()));
        }
        Attaching.Taken taken = attaching.stored(turn, code, stored, name, "");
        return taken.done()
                ? new Answered<>(taken.reply(), new Decided(Outcome.DONE, ""))
                : Decided.not(Outcome.REFUSED, PageTurns.words(taken.reply()));
    }

    private static Incoming.File named(String name) {
        return new Incoming.File(Incoming.Medium.DOCUMENT, "", name, "", 0, "", "");
    }

    Answered<Decided> detach(Turn turn, String code, long number) {
        return own(turn, code).isEmpty()
                ? Decided.not(Outcome.STALE, turn.plain("office.already"))
                : new Answered<>(
                        Reply.nothing().andDo(tx -> files.remove(tx, code, number)), new Decided(Outcome.DONE, ""));
    }

    Answered<Decided> schedule(Turn turn, String code, String at, long seen) {
        Optional<Broadcasts.Broadcast> found = own(turn, code);
        if (found.isEmpty()) {
            return Decided.not(Outcome.STALE, turn.plain("office.already"));
        }
        Optional<Instant> meant = view.times().written(at);
        Optional<String> refused = meant.isEmpty()
                ? Optional.of(turn.say("desk.broadcasts.noTime"))
                : decisions.timeRefusal(turn, meant.get());
        if (refused.isPresent()) {
            return Decided.not(Outcome.REFUSED, Markup.strip(refused.get()));
        }
        long count = found.get()
                .audience()
                .readers(organization, found.get().author())
                .size();
        if (count != seen) {
            return otherCount(turn, seen, count);
        }
        Optional<Instant> then = meant.map(view.times().endOfQuiet());
        Broadcasts.Broadcast timed = found.get().at(then);
        Reply reply = decisions.scheduled(turn, timed);
        String said = turn.plain(
                then.equals(meant) ? "desk.broadcasts.scheduled" : "desk.broadcasts.scheduledQuiet",
                "at",
                then.map(time -> view.times().said(time, turn.language())).orElse(""));
        // The time first: what is scheduled has one.
        return reply.effects().isEmpty()
                ? Decided.of(reply)
                : new Answered<>(
                        new Reply(
                                List.of(),
                                reply.notices(),
                                Stream.concat(
                                                Stream.<Effect>of(tx -> decisions.setTime(tx, turn, found.get(), then)),
                                                reply.effects().stream())
                                        .toList(),
                                reply.dialog(),
                                "",
                                Optional.empty()),
                        new Decided(Outcome.DONE, said));
    }
}
