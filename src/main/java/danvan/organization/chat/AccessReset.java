package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Roster;
import java.util.List;

/** The office gives a member who has lost phone or link another way in. */
final class AccessReset {
    private final Roster roster;
    private final Inviting inviting;
    private final MemberNotifications tidings;

    AccessReset(Roster roster, Inviting inviting, MemberNotifications tidings) {
        this.roster = roster;
        this.inviting = inviting;
        this.tidings = tidings;
    }

    /** What about those there are? */
    Reply ask(Turn turn, Person member) {
        return Words.shown(
                turn,
                turn.say("people.againWhich", "name", member.name()) + shutsToo(turn, member),
                List.of(
                        List.of(new Button(
                                turn.plain("people.againMore"), MemberAct.ANOTHER_ACCESS.action(member, ""))),
                        List.of(new Button(turn.plain("people.againOnly"), MemberAct.ONLY_ACCESS.action(member, ""))),
                        List.of(MemberDesk.back(member))));
    }

    private String shutsToo(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.againOnlyEnds", "count", count);
    }

    /** @param shut whether the ways there are end */
    Reply again(Turn turn, Person member, boolean shut) {
        Reply reply = inviting.invitedAgain(turn, member);
        return shut
                // Whoever has the phone now is not told.
                ? reply.andDo(tx -> Roster.shutOut(tx, member, turn.person().id(), turn.now()))
                : reply.andTell(tidings.invitedAgain(member, turn.person().name()));
    }
}
