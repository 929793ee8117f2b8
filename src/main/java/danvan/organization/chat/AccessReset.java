package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Roster;
import java.util.List;

/** Asks what becomes of the ways in there are where a member who has lost phone or link gets another. */
final class AccessReset {
    private final Roster roster;

    AccessReset(Roster roster) {
        this.roster = roster;
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
                        List.of(Words.back(member))));
    }

    private String shutsToo(Turn turn, Person member) {
        long count = roster.invitations(member.id(), turn.now());
        return count == 0 ? "" : "\n" + turn.say("people.againOnlyEnds", "count", count);
    }
}
