package danvan.broadcast;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Folding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** For whom a broadcast is, chosen below its preview: a unit, roles, or a list of names. */
final class AudienceChoice {
    private final Broadcasts broadcasts;
    private final Organization organization;
    private final BroadcastView view;

    AudienceChoice(Broadcasts broadcasts, Organization organization, BroadcastView view) {
        this.broadcasts = broadcasts;
        this.organization = organization;
        this.view = view;
    }

    Reply chooseUnit(Turn turn, Broadcasts.Broadcast broadcast, String unit) {
        if (!organization.isWithin(unit, turn.person().unit())) {
            return BroadcastDecisions.old(turn);
        }
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(BroadcastView.button(
                turn.plain("office.here", "unit", organization.nameOf(unit)), BroadcastAct.FOR_UNIT, broadcast, unit)));
        for (UnitRef place : organization.below(unit)) {
            rows.add(List.of(BroadcastView.button(place.name() + " ›", BroadcastAct.UNITS, broadcast, place.code())));
        }
        rows.add(List.of(BroadcastView.button(turn.plain("office.back"), BroadcastAct.PREVIEW, broadcast, "")));
        return Reply.nothing().andRewrite(turn, turn.say("office.whichUnit"), rows);
    }

    Reply chooseRoles(Turn turn, Broadcasts.Broadcast broadcast, String toggled) {
        Set<Role> roles = EnumSet.copyOf(broadcast.audience().roles());
        for (Role role : Role.WORKING) {
            if (role.name().equals(toggled) && (!roles.remove(role) || roles.isEmpty())) {
                roles.add(role);
            }
        }
        Audience audience = new Audience(broadcast.audience().unit(), roles, List.of());
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.WORKING) {
            String label = (roles.contains(role) ? "☑ " : "☐ ") + turn.plain("people.role." + role);
            rows.add(List.of(BroadcastView.button(label, BroadcastAct.ROLES, broadcast, role.name())));
        }
        rows.add(List.of(BroadcastView.button(turn.plain("office.done"), BroadcastAct.PREVIEW, broadcast, "")));
        return Reply.nothing()
                .andRewrite(turn, turn.say("office.whichRoles"), rows)
                .andDo(tx -> Broadcasts.audience(tx, broadcast.code(), audience));
    }

    Reply changed(Turn turn, Broadcasts.Broadcast broadcast, Audience audience) {
        if (!organization.isWithin(audience.unit(), turn.person().unit())) {
            return BroadcastDecisions.old(turn);
        }
        Broadcasts.Broadcast changed = broadcast.with(audience);
        return Reply.nothing()
                .andRewrite(turn, view.preview(turn.texts(), changed), view.previewButtons(turn.texts(), changed))
                .andDo(tx -> Broadcasts.audience(tx, broadcast.code(), audience));
    }

    /** Names, one a line. */
    Reply listed(Turn turn, String code, String typed) {
        Optional<Broadcasts.Broadcast> found = broadcasts
                .find(code)
                .filter(one -> one.state() == Broadcasts.State.PREPARED
                        && one.author() == turn.person().id());
        if (found.isEmpty()) {
            return Reply.say(turn.say("office.already")).andClose();
        }
        List<Member> all = organization.reachableWithin(turn.person().unit(), EnumSet.allOf(Role.class));
        List<Long> members = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String name :
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            List<Long> named = all.stream()
                    .filter(reader -> Folding.folded(reader.name()).equals(Folding.folded(name)))
                    .map(Member::id)
                    .toList();
            named.stream().filter(one -> !members.contains(one)).forEach(members::add);
            if (named.isEmpty()) {
                missing.add(name);
            }
            if (named.size() > 1) {
                notes.add(
                        turn.say("office.namesakes", "name", name, "count", named.size(), "units", units(all, named)));
            }
        }
        if (members.isEmpty()) {
            return Reply.say(turn.say("office.noneFound"));
        }
        Audience audience = new Audience(turn.person().unit(), EnumSet.allOf(Role.class), members);
        Broadcasts.Broadcast changed = found.get().with(audience);
        Reply reply = Reply.say(view.preview(turn.texts(), changed), view.previewButtons(turn.texts(), changed))
                .andDo(tx -> Broadcasts.audience(tx, code, audience))
                .andClose();
        if (!missing.isEmpty()) {
            notes.add(turn.say("office.notFound", "names", String.join(", ", missing)));
        }
        return notes.isEmpty() ? reply : reply.afterSaying(String.join("\n", notes));
    }

    /** Where those are whom one name means. */
    private String units(List<Member> all, List<Long> named) {
        return all.stream()
                .filter(reader -> named.contains(reader.id()))
                .map(reader -> organization.nameOf(reader.unit()))
                .collect(Collectors.joining(", "));
    }
}
