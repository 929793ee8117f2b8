package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the features of this room say alike. */
final class Words {
    private Words() {}

    static String role(Texts.Phrases texts, Role role) {
        return texts.plain("people.role." + role);
    }

    /** The role of a name in a button or a command. */
    static Optional<Role> role(String word) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** In the place of the message whose button was tapped, else as a message of its own. */
    static Reply shown(Turn turn, String text, List<List<Button>> rows) {
        Reply rewritten = Reply.nothing().andRewrite(turn, text, rows);
        return rewritten.messages().isEmpty() ? Reply.say(text, rows) : rewritten;
    }

    /** To a button whose time is over. */
    static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    static Button back(Person member) {
        return new Button("‹ " + member.name(), MemberAct.CARD.action(member));
    }

    static Button backToUnit(Person member, String unit) {
        return new Button("‹ " + unit, MemberAct.ACTIONS.action(MemberAct.UNIT, member.unit(), 0));
    }
}
