package danvan.task.chat;

import danvan.organization.directory.Member;
import danvan.organization.directory.UnitRef;
import danvan.task.AudienceMembers;
import danvan.task.Owner;
import danvan.text.Texts;
import java.util.Optional;

/** What those who answer for tasks are called. */
public final class OwnerNames {
    private final AudienceMembers members;

    public OwnerNames(AudienceMembers members) {
        this.members = members;
    }

    public Optional<String> name(Owner owner, Texts.Phrases phrases) {
        if (owner instanceof Owner.OfUnit unit) {
            return members.unit(unit.code()).map(UnitRef::name);
        }
        if (owner instanceof Owner.OfMember member) {
            return members.member(member.id()).map(Member::name);
        }
        return Optional.of(
                phrases.plain("task.role", "role", ((Owner.OfRole) owner).role().name()));
    }
}
