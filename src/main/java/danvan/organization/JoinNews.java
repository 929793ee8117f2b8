package danvan.organization;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the leads of a unit, and whoever has invited, that somebody new has come. */
public final class JoinNews {
    private final Members members;
    private final Units units;
    private final Texts texts;
    private final Language language;

    /**
     * The news.
     *
     * @param language spoken to who has chosen none
     */
    public JoinNews(Members members, Units units, Texts texts, Language language) {
        this.members = members;
        this.units = units;
        this.texts = texts;
        this.language = language;
    }

    /** What they are told; nothing of a member who comes in again. */
    List<Reply.Notice> of(Invitations.Invitation invitation, String name) {
        if (invitation.member().isPresent()) {
            return List.of();
        }
        Map<Long, Members.Reachable> told = new TreeMap<>();
        members.reachable(EnumSet.of(Role.LEAD), EnumSet.allOf(Unit.Level.class)).stream()
                .filter(lead -> lead.person().unit().equals(invitation.unit()))
                .forEach(lead -> told.put(lead.person().id(), lead));
        members.reachable(invitation.by())
                .ifPresent(inviter -> told.put(inviter.person().id(), inviter));
        List<Reply.Notice> notices = new ArrayList<>();
        for (Members.Reachable one : told.values()) {
            Texts.Phrases words = texts.in(one.person().language().orElse(language));
            notices.add(new Reply.Notice(
                    one.address(),
                    Outgoing.message(words.say(
                            "people.joinedNews",
                            "name",
                            name,
                            "role",
                            words.plain("people.role." + invitation.role()),
                            "unit",
                            units.find(invitation.unit()).map(Unit::name).orElse(invitation.unit())))));
        }
        return notices;
    }
}
