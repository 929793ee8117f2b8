package danvan.broadcast;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.BroadcastOffice;
import danvan.desk.port.Decided;
import danvan.desk.port.Decided.Outcome;
import danvan.organization.directory.Organization;
import danvan.storage.StoredFile;
import danvan.text.Texts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The broadcasts for the desk. Safe for use by several threads. */
final class OfficeBroadcasts implements BroadcastOffice {
    private final Broadcasts broadcasts;
    private final BroadcastDecisions decisions;
    private final Organization organization;
    private final Receipts receipts;
    private final BroadcastFiles files;
    private final SetTimes times;
    private final OfficePreparation preparation;

    OfficeBroadcasts(
            Broadcasts broadcasts,
            BroadcastDecisions decisions,
            Organization organization,
            Receipts receipts,
            SetTimes times,
            BroadcastFiles files,
            OfficePreparation preparation) {
        this.files = files;
        this.times = times;
        this.preparation = preparation;
        this.receipts = receipts;
        this.broadcasts = broadcasts;
        this.decisions = decisions;
        this.organization = organization;
    }

    @Override
    public List<Line> list(Person by, int most, long skip) {
        return broadcasts.latest(most, skip).stream().map(this::line).toList();
    }

    @Override
    public long sent() {
        return broadcasts.sent();
    }

    @Override
    public List<Line> scheduled() {
        return times.all().stream().map(this::line).toList();
    }

    @Override
    public List<Line> prepared(Person by) {
        return broadcasts.prepared(by.id()).stream().map(this::line).toList();
    }

    private Line line(Broadcasts.Broadcast broadcast) {
        Broadcasts.Standing standing = isAhead(broadcast)
                ? new Broadcasts.Standing(
                        broadcast
                                .audience()
                                .readers(organization, broadcast.author())
                                .size(),
                        0,
                        0,
                        0,
                        0,
                        0)
                : broadcasts.standing(broadcast.code());
        return new Line(
                broadcast.code(),
                broadcast.title(),
                organization.called(broadcast.author()),
                broadcast.from().map(organization::nameOf).orElse(""),
                broadcast.startedAt(),
                broadcast.sendAt(),
                State.valueOf(broadcast.state().name()),
                standing.all(),
                standing.waiting(),
                standing.delivered(),
                standing.unreachable(),
                standing.cancelled(),
                standing.read());
    }

    private static boolean isAhead(Broadcasts.Broadcast broadcast) {
        return broadcast.state() == Broadcasts.State.PREPARED || broadcast.state() == Broadcasts.State.SCHEDULED;
    }

    /** One that somebody may see: what is not sent yet is its author's. */
    private Optional<Broadcasts.Broadcast> found(Person by, String code) {
        return broadcasts
                .find(code)
                .filter(one -> one.state() != Broadcasts.State.DROPPED)
                .filter(one -> one.state() != Broadcasts.State.PREPARED || one.author() == by.id());
    }

    @Override
    public Optional<Sheet> sheet(Person by, Texts.Phrases words, String code, Instant now) {
        return found(by, code)
                .map(one -> new Sheet(
                        line(one),
                        one.text(),
                        new Addressed(
                                one.audience().unit(),
                                one.audience().roles(),
                                one.audience().members().size()),
                        BroadcastView.audience(words, organization, one.audience()),
                        BroadcastDecisions.isDeletable(one, now),
                        one.author() == by.id(),
                        files.of(one.code()).stream()
                                .map(file -> new Attached(
                                        file.number(),
                                        file.file(),
                                        file.name(),
                                        file.mediaType(),
                                        file.bytes(),
                                        file.caption()))
                                .toList()));
    }

    @Override
    public Readers readers(String code, Set<Receipt> only, int most, long skip) {
        Optional<Broadcasts.Broadcast> prepared = broadcasts.find(code).filter(OfficeBroadcasts::isAhead);
        if (prepared.isPresent()) {
            List<Reader> all = prepared
                    .get()
                    .audience()
                    .readers(organization, prepared.get().author())
                    .stream()
                    .map(member -> new Reader(
                            member.id(),
                            member.name(),
                            organization.nameOf(member.unit()),
                            Optional.empty(),
                            Optional.empty()))
                    .toList();
            return new Readers(all.stream().skip(skip).limit(most).toList(), all.size());
        }
        Set<Receipt> wanted = only.isEmpty() ? EnumSet.allOf(Receipt.class) : only;
        return new Readers(
                receipts.of(code, wanted, most, skip).stream()
                        .map(one -> new Reader(
                                one.member(),
                                one.name(),
                                organization.nameOf(one.unit()),
                                Optional.of(one.receipt()),
                                one.readAt()))
                        .toList(),
                receipts.count(code, wanted));
    }

    @Override
    public int longest() {
        return BroadcastFeature.MOST_TEXT;
    }

    @Override
    public Answered<Prepared> prepare(Turn turn, String text, String unit, Set<Role> roles, Optional<String> unreadOf) {
        Optional<Broadcasts.Broadcast> before = unreadOf.flatMap(code -> found(turn.person(), code));
        if (!turn.person().role().atLeast(Role.OFFICE)
                || (unreadOf.isPresent() && before.isEmpty())
                || (unreadOf.isEmpty()
                        && !organization.isWithin(unit, turn.person().unit()))) {
            return not(Outcome.NOT_FOUND, "");
        }
        if (text.isBlank() || text.length() > BroadcastFeature.MOST_TEXT) {
            return not(
                    Outcome.REFUSED,
                    text.isBlank()
                            ? turn.plain("desk.broadcasts.noText")
                            : turn.plain(
                                    "office.tooLong", "length", text.length(), "most", BroadcastFeature.MOST_TEXT));
        }
        Optional<Reply> personal = PrivacyCheck.officeRefusal(turn, text);
        if (personal.isPresent()) {
            return not(Outcome.REFUSED, PageTurns.words(personal.get()));
        }
        Audience audience = before.map(one -> new Audience(
                        one.audience().unit(),
                        EnumSet.allOf(Role.class),
                        broadcasts.unread(one.code(), Integer.MAX_VALUE).stream()
                                .map(Broadcasts.Told::member)
                                .toList()))
                .orElseGet(() -> roles.isEmpty() ? Audience.all(unit) : new Audience(unit, roles, List.of()));
        if (before.isPresent() && audience.members().isEmpty()) {
            return not(Outcome.REFUSED, turn.plain("office.allRead"));
        }
        Broadcasts.Broadcast broadcast = decisions.drafted(turn, text, audience);
        return new Answered<>(
                Reply.nothing().andDo(tx -> decisions.prepare(tx, turn, broadcast)),
                new Prepared(broadcast.code(), new Decided(Outcome.DONE, "")));
    }

    private static Answered<Prepared> not(Outcome outcome, String said) {
        return new Answered<>(Reply.nothing(), new Prepared("", new Decided(outcome, said)));
    }

    @Override
    public Answered<Decided> act(Turn turn, Act act, String code, long seen) {
        Optional<Broadcasts.Broadcast> found =
                turn.person().role().atLeast(Role.OFFICE) ? found(turn.person(), code) : Optional.empty();
        if (found.isEmpty()) {
            return Decided.notFound();
        }
        Broadcasts.Broadcast broadcast = found.get();
        if (!mayNow(act, broadcast, turn.person())) {
            return Decided.not(Outcome.STALE, turn.plain("office.already"));
        }
        long count =
                broadcast.audience().readers(organization, broadcast.author()).size();
        if (act == Act.SEND && count != seen) {
            return OfficePreparation.otherCount(turn, seen, count);
        }
        return switch (act) {
            case SEND -> done(decisions.sent(turn, broadcast), turn.plain("office.starting", "count", count));
            case DISCARD -> done(decisions.dropped(turn, broadcast), turn.plain("office.cancelled"));
            case TAKE_BACK -> done(decisions.takenBack(turn, broadcast), turn.plain("office.takenBack"));
            case STOP -> taken(turn, decisions.stopped(turn, broadcast), "office.stopped");
            case DELETE -> taken(turn, decisions.recalled(turn, broadcast, true), "office.recalling");
            case EDIT -> taken(turn, decisions.recalled(turn, broadcast, false), "office.recalling");
        };
    }

    /** As docs/states.md has it; that one which waits for its time does not go, the whole office may decide. */
    private static boolean mayNow(Act act, Broadcasts.Broadcast broadcast, Person by) {
        boolean own = broadcast.author() == by.id();
        return switch (broadcast.state()) {
            case PREPARED -> act == Act.SEND || act == Act.DISCARD;
            case SCHEDULED -> act == Act.DISCARD || (own && (act == Act.SEND || act == Act.TAKE_BACK));
            case SENDING, SENT, CANCELLED, RECALLED, DROPPED -> act == Act.STOP || act == Act.DELETE || act == Act.EDIT;
        };
    }

    @Override
    public String kinds() {
        return AttachedKind.endings();
    }

    @Override
    public Answered<Decided> attach(Turn turn, String code, StoredFile stored, String name) {
        return preparation.attach(turn, code, stored, name);
    }

    @Override
    public Answered<Decided> detach(Turn turn, String code, long number) {
        return preparation.detach(turn, code, number);
    }

    @Override
    public Answered<Decided> schedule(Turn turn, String code, String at, long seen) {
        return preparation.schedule(turn, code, at, seen);
    }

    private static Answered<Decided> taken(Turn turn, Optional<Reply> reply, String said) {
        return reply.map(one -> done(one, turn.plain(said)))
                .orElseGet(() -> Decided.not(Outcome.STALE, turn.plain("office.already")));
    }

    /** In the chat a message is written over, which a page has not. */
    private static Answered<Decided> done(Reply reply, String said) {
        return reply.effects().isEmpty() ? Decided.of(reply) : new Answered<>(reply, new Decided(Outcome.DONE, said));
    }
}
