package danvan.organization.chat;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.organization.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be done with a member, by whom, and what comes of it: asked by the dialog in the chat and by the pages of the desk
 * alike. A reply without effects says why nothing was done. Safe for use by several threads.
 */
public final class MemberDecisions {
    private final Roster roster;
    private final Units units;
    private final Authority authority;
    private final Inviting inviting;
    private final MemberNotifications tidings;
    private final ZoneId zone;

    MemberDecisions(
            Roster roster,
            Units units,
            Authority authority,
            Inviting inviting,
            MemberNotifications tidings,
            ZoneId zone) {
        this.roster = roster;
        this.units = units;
        this.authority = authority;
        this.inviting = inviting;
        this.tidings = tidings;
        this.zone = zone;
    }

    /** A member whom somebody may see; empty for who is not there and for who is others'. */
    public Optional<Roster.Entry> found(Person by, long member) {
        return roster.find(member).filter(entry -> sees(by, entry.person().unit()));
    }

    /** Whether somebody may see the members of a unit: those who decide about them, and auditors. */
    public boolean sees(Person by, String unit) {
        return by.role() == Role.AUDITOR || authority.reaches(by, Role.CADRE, unit);
    }

    /** Whether somebody may decide about a member. */
    public boolean decides(Person by, Person member) {
        return authority.over(by, member);
    }

    /** Whether somebody may give a member they decide about another way in. */
    public static boolean givesAccess(Person by) {
        return by.role().atLeast(Role.OFFICE);
    }

    /** The other roles that somebody may give a member. */
    public List<Role> roles(Person by, Person member) {
        return Stream.of(Role.values())
                .filter(role -> role != member.role() && authority.reaches(by, role, member.unit()))
                .toList();
    }

    /** The roles for which somebody may invite. */
    public List<Role> invitable(Person by, Instant now) {
        String top = authority.top(by, now);
        return Stream.of(Role.values())
                .filter(role -> authority.reaches(by, role, top))
                .toList();
    }

    /** Invites somebody to a unit: the reply has the code. */
    public Inviting.Offer invited(Turn turn, Role role, String unit) {
        return inviting.invited(turn, role.name(), unit);
    }

    /**
     * Another way in for a member.
     *
     * @param shut whether the ways there are end
     */
    public Inviting.Offer again(Turn turn, Person member, boolean shut) {
        Inviting.Offer offer = inviting.invitedAgain(turn, member);
        Reply reply = shut
                // Whoever has the phone now is not told.
                ? offer.reply()
                        .andDo(tx -> Roster.shutOut(tx, member, turn.person().id(), turn.now()))
                : offer.reply()
                        .andTell(tidings.invitedAgain(member, turn.person().name()));
        return new Inviting.Offer(reply, offer.card());
    }

    /** The member belongs to another unit, where it exists today. */
    public Reply moved(Turn turn, Person member, String code) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        boolean allowed = units.find(code).filter(unit -> unit.existsOn(today)).isPresent()
                && authority.reaches(turn.person(), member.role(), code);
        return allowed
                ? changed(turn, member, new Person(member.id(), member.name(), member.role(), code, member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    public Reply promoted(Turn turn, Person member, Role role) {
        return authority.reaches(turn.person(), role, member.unit())
                ? changed(turn, member, new Person(member.id(), member.name(), role, member.unit(), member.language()))
                : Reply.nothing().andToast(turn.plain("people.memberNotYours"));
    }

    private Reply changed(Turn turn, Person before, Person after) {
        if (before.equals(after)) {
            return Words.old(turn);
        }
        String text = turn.say(
                "people.memberChanged",
                "name",
                after.name(),
                "role",
                Words.role(turn.texts(), after.role()),
                "unit",
                unit(after.unit()));
        boolean lowered = Roster.isLowered(before.role(), after.role());
        return done(turn, before, text + (lowered ? invitationsEnd(turn, before) : ""))
                .andDo(tx -> Roster.change(tx, before, after, turn.person().id(), turn.now()))
                .andTell(tidings.changed(
                        List.of(after), this::unit, turn.person().name()));
    }

    public Reply left(Turn turn, Person member) {
        return done(turn, member, turn.say("people.memberLeft", "name", member.name()) + invitationsEnd(turn, member))
                .andDo(tx -> Roster.leave(tx, member, turn.person().id(), turn.now()))
                .andTell(tidings.left(List.of(member), turn.person().name()));
    }

    /** What the office has to make again; nothing where there is nothing. */
    private String invitationsEnd(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.invitationsEnd", "count", count);
    }

    /** The answer to who decided; under it the way back to the member's unit. */
    private Reply done(Turn turn, Person member, String text) {
        return Words.shown(turn, text, List.of(List.of(Words.backToUnit(member, unit(member.unit())))));
    }

    private String unit(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }
}
