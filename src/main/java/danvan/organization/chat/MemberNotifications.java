package danvan.organization.chat;

import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.organization.Members;
import danvan.organization.Unit;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Notifications to members, in their own language, about decisions on them. Safe for use by several threads. */
public final class MemberNotifications {
    private final Members members;
    private final Texts texts;
    private final Language otherwise;

    /** @param otherwise the language of members who chose none */
    MemberNotifications(Members members, Texts texts, Language otherwise) {
        this.members = members;
        this.texts = texts;
        this.otherwise = otherwise;
    }

    /**
     * That they belong elsewhere, or have another role.
     *
     * @param after as they are now
     * @param unit what a unit is called, by its code
     * @param by the name of who decided
     */
    public List<Reply.Notice> changed(List<Person> after, Function<String, String> unit, String by) {
        return told(
                after,
                (phrases, member) -> phrases.say(
                        "people.youChanged",
                        "role",
                        Words.role(phrases, member.role()),
                        "unit",
                        unit.apply(member.unit()),
                        "by",
                        by));
    }

    /** That they have left. */
    public List<Reply.Notice> left(List<Person> leaving, String by) {
        return told(leaving, (phrases, member) -> phrases.say("people.youLeft", "by", by));
    }

    /** That somebody made them another way in. */
    List<Reply.Notice> invitedAgain(Person member, String by) {
        return told(List.of(member), (phrases, any) -> phrases.say("people.youAgain", "by", by));
    }

    private List<Reply.Notice> told(List<Person> whom, BiFunction<Texts.Phrases, Person, String> said) {
        Function<Person, Optional<Members.Reachable>> known =
                whom.size() > 1 ? everybody() : member -> members.reachable(member.id());
        List<Reply.Notice> notices = new ArrayList<>();
        for (Person member : whom) {
            Texts.Phrases phrases = texts.in(member.language().orElse(otherwise));
            known.apply(member)
                    .ifPresent(one -> notices.add(
                            new Reply.Notice(one.address(), Outgoing.message(said.apply(phrases, member)))));
        }
        return notices;
    }

    /** Asked once, and not for each of thousands. */
    private Function<Person, Optional<Members.Reachable>> everybody() {
        Map<Long, Members.Reachable> known = new HashMap<>();
        members.reachable(EnumSet.allOf(Role.class), EnumSet.allOf(Unit.Level.class))
                .forEach(member -> known.put(member.person().id(), member));
        return member -> Optional.ofNullable(known.get(member.id()));
    }
}
