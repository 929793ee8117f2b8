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
    private final BroadcastFiles files;
    private final SendTimes times;

    BroadcastView(Organization organization, BroadcastFiles files, SendTimes times) {
        this.organization = organization;
        this.files = files;
        this.times = times;
    }

    SendTimes times() {
        return times;
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

    String preview(Texts.Phrases words, Broadcasts.Broadcast broadcast) {
        return words.say(
                "office.preview",
                "text",
                new Texts.Marked(Markup.quote(Markup.escape(broadcast.text()))),
                "facts",
                new Texts.Marked(facts(words, broadcast)));
    }

    /** What is known of one that waits for its time. */
    String scheduled(Texts.Phrases words, Broadcasts.Broadcast broadcast) {
        return words.say(
                "office.scheduled",
                "at",
                broadcast.sendAt().map(at -> times.said(at, words.language())).orElse(""),
                "text",
                new Texts.Marked(Markup.quote(Markup.escape(broadcast.text()))),
                "facts",
                new Texts.Marked(facts(words, broadcast)));
    }

    /** For whom, with which files, when. */
    private String facts(Texts.Phrases words, Broadcasts.Broadcast broadcast) {
        int count =
                broadcast.audience().readers(organization, broadcast.author()).size();
        List<BroadcastFiles.Attached> attached = files.of(broadcast.code());
        String facts = words.say(
                "office.facts",
                "audience",
                audience(words, organization, broadcast.audience()),
                "count",
                count,
                "minutes",
                count * (1 + attached.size()) / A_SECOND / 60);
        String names =
                attached.stream().map(one -> Markup.escape("\n– " + one.name())).collect(Collectors.joining());
        return facts
                + (attached.isEmpty() ? "" : "\n" + words.say("office.withFiles", "count", attached.size()) + names)
                + broadcast
                        .sendAt()
                        .map(at -> "\n" + words.say("office.sendsAt", "at", times.said(at, words.language())))
                        .orElse("");
    }

    /** For whom, in words. */
    static String audience(Texts.Phrases words, Organization organization, Audience audience) {
        if (!audience.members().isEmpty()) {
            return words.plain(
                    "office.audienceList", "count", audience.members().size());
        }
        String roles = audience.roles().containsAll(Role.WORKING)
                ? ""
                : Role.WORKING.stream()
                        .filter(audience.roles()::contains)
                        .map(role -> words.plain("people.role." + role))
                        .collect(Collectors.joining(", "));
        return words.plain("office.audience", "unit", organization.nameOf(audience.unit()), "roles", roles)
                .replaceFirst("; $", "");
    }

    List<List<Button>> previewButtons(Texts.Phrases words, Broadcasts.Broadcast broadcast) {
        int count =
                broadcast.audience().readers(organization, broadcast.author()).size();
        boolean timed = broadcast.sendAt().isPresent();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                button(words.plain("office.chooseUnit"), BroadcastAct.UNITS, broadcast, ""),
                button(words.plain("office.chooseRoles"), BroadcastAct.ROLES, broadcast, "")));
        rows.add(List.of(
                button(words.plain("office.chooseList"), BroadcastAct.LIST, broadcast, ""),
                button(words.plain("office.chooseWords"), BroadcastAct.WORDS, broadcast, "")));
        rows.add(List.of(
                button(words.plain("office.chooseFiles"), BroadcastAct.FILES, broadcast, ""),
                button(
                        words.plain(timed ? "office.chooseOtherTime" : "office.chooseTime"),
                        BroadcastAct.TIME,
                        broadcast,
                        "")));
        if (timed) {
            rows.add(List.of(button(words.plain("office.chooseNow"), BroadcastAct.AT_ONCE, broadcast, "")));
        }
        rows.add(List.of(
                button(
                        words.plain(timed ? "office.schedule" : "office.send", "count", count),
                        BroadcastAct.SEND,
                        broadcast,
                        ""),
                button(words.plain("office.drop"), BroadcastAct.DISCARD, broadcast, "")));
        return rows;
    }

    /** What can be done with one that waits for its time; by another than its author only that it does not go. */
    List<List<Button>> scheduledButtons(Texts.Phrases words, Broadcasts.Broadcast broadcast, boolean own) {
        List<List<Button>> rows = new ArrayList<>();
        if (own) {
            rows.add(List.of(
                    button(words.plain("office.chooseOtherTime"), BroadcastAct.TIME, broadcast, ""),
                    button(words.plain("office.change"), BroadcastAct.CHANGE, broadcast, "")));
            rows.add(List.of(button(words.plain("office.sendAtOnce"), BroadcastAct.SEND, broadcast, "")));
        }
        rows.add(List.of(button(words.plain("office.dropScheduled"), BroadcastAct.DISCARD, broadcast, "")));
        return rows;
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
