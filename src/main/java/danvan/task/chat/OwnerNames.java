package danvan.task.chat;

import danvan.task.Members;
import danvan.task.OrgUnit;
import danvan.task.Owner;
import danvan.task.Recipient;
import danvan.text.Texts;
import java.util.Optional;

/** What those who answer for tasks are called. */
public final class OwnerNames {
    private final Members members;

    public OwnerNames(Members members) {
        this.members = members;
    }

    Optional<String> name(Owner owner, Texts.Phrases phrases) {
        if (owner instanceof Owner.OfUnit unit) {
            return members.unit(unit.code()).map(OrgUnit::name);
        }
        if (owner instanceof Owner.OfMember member) {
            return members.member(member.id()).map(Recipient::name);
        }
        return Optional.of(
                phrases.plain("task.role", "role", ((Owner.OfRole) owner).role().name()));
    }
}
