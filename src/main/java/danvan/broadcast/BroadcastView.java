package danvan.broadcast;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Turn;
import danvan.organization.directory.Organization;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a broadcast looks to the office: before it is sent, on its way, and who has not read it. */
final class BroadcastView {
    private static final int MOST_UNREAD = 50;
    /** What Telegram lets a bot send. */
    private static final int A_SECOND = 30;

    private final Organization organization;

    BroadcastView(Organization organization) {
        this.organization = organization;
    }

    /** How a broadcast stands, in words. */
    static String standing(Texts.Phrases words, Broadcasts.Broadcast broadcast, Broadcasts.Standing standing) {
        return words.say(
                "office.progress",
                "title",
                broadcast.title(),
                "all",
                standing.all(),
                "delivered",
                standing.delivered(),
                "waiting",
                standing.waiting(),
                "unreachable",
                standing.unreachable(),
                "cancelled",
                standing.cancelled(),
                "read",
                standing.read(),
                "state",
                broadcast.state().name());
    }

    /** What can be done with a broadcast that was started. */
    static List<List<Button>> choices(Texts.Phrases words, Broadcasts.Broadcast broadcast) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                button(words.plain("office.refresh"), BroadcastAct.STANDING, broadcast, ""),
                button(words.plain("office.who"), BroadcastAct.UNREAD, broadcast, "")));
        if (broadcast.state() == Broadcasts.State.SENDING) {
            rows.add(List.of(button(words.plain("office.stop"), BroadcastAct.STOP, broadcast, "")));
        }
        if (broadcast.state() != Broadcasts.State.RECALLED) {
            rows.add(List.of(
                    button(words.plain("office.recallDelete"), BroadcastAct.ASK_DELETE, broadcast, ""),
                    button(words.plain("office.recallEdit"), BroadcastAct.ASK_EDIT, broadcast, "")));
        }
        return rows;
    }

    String preview(Turn turn, Broadcasts.Broadcast broadcast) {
        Audience audience = broadcast.audience();
        int count = audience.readers(organization, broadcast.author()).size();
        String roles = audience.roles().size() == Role.WORKING.size()
                ? ""
                : Role.WORKING.stream()
                        .filter(audience.roles()::contains)
                        .map(role -> turn.plain("people.role." + role))
                        .collect(Collectors.joining(", "));
        String to = audience.members().isEmpty()
                ? turn.plain("office.audience", "unit", organization.nameOf(audience.unit()), "roles", roles)
                        .replaceFirst("; $", "")
                : turn.plain("office.audienceList", "count", audience.members().size());
        return turn.say(
                "office.preview",
                "text",
                new Texts.Marked(Markup.quote(Markup.escape(broadcast.text()))),
                "audience",
                to,
                "count",
                count,
                "minutes",
                count / A_SECOND / 60);
    }

    List<List<Button>> previewButtons(Turn turn, Broadcasts.Broadcast broadcast) {
        int count =
                broadcast.audience().readers(organization, broadcast.author()).size();
        return List.of(
                List.of(
                        button(turn.plain("office.chooseUnit"), BroadcastAct.UNITS, broadcast, ""),
                        button(turn.plain("office.chooseRoles"), BroadcastAct.ROLES, broadcast, "")),
                List.of(button(turn.plain("office.chooseList"), BroadcastAct.LIST, broadcast, "")),
                List.of(
                        button(turn.plain("office.send", "count", count), BroadcastAct.SEND, broadcast, ""),
                        button(turn.plain("office.drop"), BroadcastAct.DISCARD, broadcast, "")));
    }

    String unread(Turn turn, List<Broadcasts.Told> unread) {
        if (unread.isEmpty()) {
            return turn.say("office.allRead");
        }
        String names = unread.stream()
                .limit(MOST_UNREAD)
                .map(told -> Markup.escape("– " + told.name() + ", " + organization.nameOf(told.unit())))
                .collect(Collectors.joining("\n"));
        String more = unread.size() > MOST_UNREAD
                ? "\n" + turn.say("office.unreadMore", "count", unread.size() - MOST_UNREAD)
                : "";
        return turn.say("office.unread", "count", unread.size()) + "\n" + names + more;
    }

    static Button button(String label, BroadcastAct act, Broadcasts.Broadcast broadcast, String argument) {
        return BroadcastAct.ACTIONS.button(label, act, broadcast.code(), argument);
    }
}
