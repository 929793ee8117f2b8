package danvan.desk.members;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.organization.Alphabet;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.organization.chat.InvitationCard;
import danvan.organization.chat.Inviting;
import danvan.organization.chat.MemberDecisions;
import danvan.text.Folding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members, as far as somebody may see them, and what is done with them, by the very decisions of the chat. Safe for use
 * by several threads.
 */
public final class MemberOffice {
    private final Roster roster;
    private final Units units;
    private final MemberDecisions decisions;

    public MemberOffice(Roster roster, Units units, MemberDecisions decisions) {
        this.roster = roster;
        this.units = units;
        this.decisions = decisions;
    }

    /** What a list of members is ordered by. */
    public enum Sort {
        NAME,
        ROLE,
        UNIT,
        SINCE,
        SEEN
    }

    /** Whom a message reaches. */
    public enum Reached {
        YES,
        NO
    }

    /**
     * Which members.
     *
     * @param words of the name, with accents or without; empty for all
     * @param unit its code
     * @param below whether those of the units below it too
     * @param up from the least
     */
    public record Filter(
            String words,
            Optional<String> unit,
            boolean below,
            Optional<Role> role,
            Optional<Reached> reached,
            Sort sort,
            boolean up) {}

    /**
     * A member in a list.
     *
     * @param unit what the unit is called
     * @param seen when the member was last heard; empty for who has no way in
     * @param messenger whether a message arrives elsewhere than on the phone page
     * @param page whether one arrives on the phone page
     */
    public record Line(
            Person person, String unit, Instant since, Optional<Instant> seen, boolean messenger, boolean page) {
        public boolean reachable() {
            return messenger || page;
        }
    }

    /** Some of the members found. */
    public record Page(List<Line> lines, long total) {}

    /**
     * One member, and what may be done.
     *
     * @param roles that may be given instead
     * @param decides whether who asks decides about the member
     * @param givesAccess whether who asks may make another way in
     * @param invitations how many that the member made end with a lower role
     */
    public record Card(Line line, List<Role> roles, boolean decides, boolean givesAccess, long invitations) {}

    /** Something done with a member. */
    public enum Act {
        /** The value is the unit's code. */
        MOVE,
        /** The value is the role. */
        ROLE,
        LEAVE,
        /** A way in beside those there are. */
        ACCESS,
        /** A way in in the place of all others. */
        ONLY_ACCESS
    }

    /** A member as somebody had it before the eyes. */
    public record Seen(long member, String role, String unit) {}

    public Page page(Person by, Filter filter, int most, long from) {
        Map<String, String> names = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        Map<String, Boolean> seen = new HashMap<>();
        Optional<Set<String>> wanted = filter.unit().map(unit -> filter.below() ? within(unit) : Set.of(unit));
        String words = Folding.folded(filter.words());
        List<Roster.Entry> found = roster.all().stream()
                .filter(entry ->
                        filter.role().map(role -> entry.person().role() == role).orElse(true))
                .filter(entry -> wanted.map(
                                codes -> codes.contains(entry.person().unit()))
                        .orElse(true))
                .filter(entry -> filter.reached()
                        .map(reached -> entry.reachable() == (reached == Reached.YES))
                        .orElse(true))
                .filter(entry -> seen.computeIfAbsent(entry.person().unit(), unit -> decisions.sees(by, unit)))
                .filter(entry ->
                        words.isEmpty() || Folding.folded(entry.person().name()).contains(words))
                .toList();
        Comparator<Roster.Entry> order = order(filter.sort(), names);
        return new Page(
                found.stream()
                        .sorted(filter.up() ? order : order.reversed())
                        .skip(from)
                        .limit(most)
                        .map(entry -> line(entry, code -> names.getOrDefault(code, code)))
                        .toList(),
                found.size());
    }

    private Set<String> within(String unit) {
        return units.within(unit).stream().map(Unit::code).collect(Collectors.toSet());
    }

    /** Equal ones by name, and those of one name by number, so that no page shows somebody twice. */
    private static Comparator<Roster.Entry> order(Sort sort, Map<String, String> names) {
        Comparator<Roster.Entry> byName = Alphabet.<Roster.Entry>people(
                        entry -> entry.person().name())
                .thenComparing(entry -> entry.person().id());
        return switch (sort) {
            case NAME -> byName;
            case ROLE ->
                Comparator.comparing((Roster.Entry entry) -> entry.person().role())
                        .thenComparing(byName);
            case UNIT ->
                Alphabet.<Roster.Entry>words(entry -> names.getOrDefault(
                                entry.person().unit(), entry.person().unit()))
                        .thenComparing(byName);
            case SINCE -> Comparator.comparing(Roster.Entry::since).thenComparing(byName);
            case SEEN ->
                Comparator.comparing((Roster.Entry entry) -> entry.seen().orElse(Instant.EPOCH))
                        .thenComparing(byName);
        };
    }

    private static Line line(Roster.Entry entry, Function<String, String> unit) {
        return new Line(
                entry.person(),
                unit.apply(entry.person().unit()),
                entry.since(),
                entry.seen(),
                entry.messenger(),
                entry.page());
    }

    public Optional<Card> card(Person by, long member, Instant now) {
        return decisions.found(by, member).map(entry -> {
            boolean decides = decisions.decides(by, entry.person());
            return new Card(
                    line(entry, code -> units.find(code).map(Unit::name).orElse(code)),
                    decides ? decisions.roles(by, entry.person()) : List.of(),
                    decides,
                    decides && MemberDecisions.givesAccess(by),
                    decides ? roster.invitations(member, now) : 0);
        });
    }

    /** The roles for which somebody may invite. */
    public List<Role> invitable(Person by, Instant now) {
        return decisions.invitable(by, now);
    }

    /**
     * What came of it.
     *
     * @param card where somebody was invited, or got another way in
     */
    public record Done(Decided decided, Optional<InvitationCard> card) {}

    private static Answered<Done> plain(Answered<Decided> answered) {
        return new Answered<>(answered.reply(), new Done(answered.result(), Optional.empty()));
    }

    private static Answered<Done> offered(Inviting.Offer offer) {
        Answered<Decided> answered = Decided.of(offer.reply());
        return new Answered<>(answered.reply(), new Done(answered.result(), offer.card()));
    }

    public Answered<Done> act(Turn turn, Act act, Seen seen, String value) {
        Optional<Person> found = decisions.found(turn.person(), seen.member()).map(Roster.Entry::person);
        if (found.isEmpty()) {
            return plain(Decided.notFound());
        }
        Person member = found.get();
        if (!decisions.decides(turn.person(), member)) {
            return plain(Decided.not(Decided.Outcome.REFUSED, turn.plain("people.memberNotYours")));
        }
        if (!member.role().name().equals(seen.role()) || !member.unit().equals(seen.unit())) {
            return plain(Decided.not(Decided.Outcome.STALE, turn.plain("desk.members.changedMeanwhile")));
        }
        if (value.equals(
                act == Act.MOVE
                        ? member.unit()
                        : act == Act.ROLE ? member.role().name() : "-")) {
            return plain(Decided.not(Decided.Outcome.REFUSED, turn.plain("desk.members.same")));
        }
        return switch (act) {
            case MOVE -> plain(Decided.of(decisions.moved(turn, member, value)));
            case ROLE ->
                plain(role(value)
                        .map(role -> Decided.of(decisions.promoted(turn, member, role)))
                        .orElseGet(Decided::notFound));
            case LEAVE -> plain(Decided.of(decisions.left(turn, member)));
            case ACCESS, ONLY_ACCESS ->
                MemberDecisions.givesAccess(turn.person())
                        ? offered(decisions.again(turn, member, act == Act.ONLY_ACCESS))
                        : plain(Decided.notFound());
        };
    }

    /** Invites somebody; the code stands in what is said. */
    public Answered<Done> invite(Turn turn, Role role, String unit) {
        return offered(decisions.invited(turn, role, unit));
    }

    private static Optional<Role> role(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
