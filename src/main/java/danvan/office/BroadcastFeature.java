package danvan.office;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /broadcast} and {@code /broadcasts}: the office tells many something, sees who has read it, takes it back. */
public final class BroadcastFeature implements Feature {
    static final String NAME = "broadcast";
    private static final String RECALL = "broadcast-recall";
    /** A message of Telegram's holds 4,096 characters; the heading needs some. */
    private static final int MOST_TEXT = 3_500;

    private static final int MOST_UNREAD = 50;
    private static final int MOST_LISTED = 8;
    /** What Telegram lets a bot send. */
    private static final int A_SECOND = 30;
    /** Telegram lets a bot delete for 48 hours. */
    private static final Duration DELETABLE = Duration.ofHours(47);

    /** The dialog: waiting for the text, or for a broadcast's list of names. */
    record Asking(String list) {}

    private final Broadcasts broadcasts;
    private final Jobs jobs;
    private final Town town;
    private final Supplier<String> ids;

    /** The feature; its jobs are made known to {@code jobs}. */
    public BroadcastFeature(Database database, Outbox outbox, Jobs jobs, Town town, Texts texts, Supplier<String> ids) {
        this.broadcasts = new Broadcasts(database);
        this.jobs = jobs;
        this.town = town;
        this.ids = ids;
        jobs.does(NAME, new BroadcastWork(database, outbox, town, texts));
        jobs.does(RECALL, new RecallWork(database, outbox, texts));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(NAME, List.of("thongbao", "duyuru"), "office.helpBroadcast", Role.OFFICE),
                new Command("broadcasts", List.of("cacthongbao", "duyurular"), "office.helpBroadcasts", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("office.cancelled")).andClose();
        }
        if (command.equals("broadcasts")) {
            return list(turn);
        }
        if (!rest.isEmpty()) {
            return prepared(turn, rest);
        }
        boolean busy = turn.dialog().isPresent() && turn.dialogOf(NAME).isEmpty();
        return busy
                ? Reply.say(turn.say("office.finishFirst"))
                : Reply.say(turn.say("office.askText")).andOpen(NAME, new Asking(""));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Optional.of(Reply.say(turn.say("office.onlyText")));
        }
        String list = dialog.state(Asking.class).list();
        return Optional.of(list.isEmpty() ? prepared(turn, words.text()) : listed(turn, list, words.text()));
    }

    private Reply prepared(Turn turn, String text) {
        if (text.length() > MOST_TEXT) {
            return Reply.say(turn.say("office.tooLong", "length", text.length(), "most", MOST_TEXT));
        }
        String code = ids.get().substring(0, 8);
        Audience audience = Audience.all(turn.person().unit());
        Broadcasts.Broadcast broadcast = new Broadcasts.Broadcast(
                code, turn.person().id(), text, audience, Broadcasts.State.PREPARED, Optional.empty());
        Reply reply = Reply.say(preview(turn, broadcast), previewButtons(turn, broadcast))
                .andDo(tx ->
                        Broadcasts.prepare(tx, code, turn.person(), turn.address(), turn.language(), text, turn.now()));
        return turn.dialogOf(NAME).isPresent() ? reply.andClose() : reply;
    }

    private Reply listed(Turn turn, String code, String typed) {
        Optional<Broadcasts.Broadcast> found =
                broadcasts.find(code).filter(one -> one.state() == Broadcasts.State.PREPARED);
        if (found.isEmpty()) {
            return Reply.say(turn.say("office.already")).andClose();
        }
        List<Town.Reader> all = town.readers(turn.person().unit(), EnumSet.allOf(Role.class));
        List<Long> members = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name :
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            List<Long> named = all.stream()
                    .filter(reader -> folded(reader.name()).equals(folded(name)))
                    .map(Town.Reader::id)
                    .toList();
            members.addAll(named);
            if (named.isEmpty()) {
                missing.add(name);
            }
        }
        if (members.isEmpty()) {
            return Reply.say(turn.say("office.noneFound"));
        }
        Audience audience = new Audience(turn.person().unit(), EnumSet.allOf(Role.class), members);
        Broadcasts.Broadcast changed = with(found.get(), audience);
        Reply reply = Reply.say(preview(turn, changed), previewButtons(turn, changed))
                .andDo(tx -> Broadcasts.audience(tx, code, audience))
                .andClose();
        return missing.isEmpty()
                ? reply
                : reply.afterSaying(turn.say("office.notFound", "names", String.join(", ", missing)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = Arrays.copyOf((action + "::").split(":", -1), 3);
        Optional<Broadcasts.Broadcast> found = broadcasts.find(parts[1]);
        if (found.isEmpty()) {
            return old(turn);
        }
        if (parts[0].equals("k")) {
            return read(turn, found.get());
        }
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return old(turn);
        }
        return found.get().state() == Broadcasts.State.PREPARED
                ? preparing(turn, found.get(), parts[0], parts[2])
                : running(turn, found.get(), parts[0]);
    }

    private static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    private Reply read(Turn turn, Broadcasts.Broadcast broadcast) {
        return Reply.nothing()
                .andRewrite(turn, Markup.escape(broadcast.text()) + "\n\n" + turn.say("office.readMark"), List.of())
                .andToast(turn.plain("office.thanks"))
                .andDo(tx -> Broadcasts.acknowledged(
                        tx, broadcast.code(), turn.person().id(), turn.now()));
    }

    private Reply preparing(Turn turn, Broadcasts.Broadcast broadcast, String verb, String argument) {
        return switch (verb) {
            case "u" ->
                chooseUnit(turn, broadcast, argument.isEmpty() ? turn.person().unit() : argument);
            case "U" ->
                changed(
                        turn,
                        broadcast,
                        new Audience(argument, broadcast.audience().roles(), List.of()));
            case "r" -> chooseRoles(turn, broadcast, argument);
            case "v" -> changed(turn, broadcast, broadcast.audience());
            case "l" -> Reply.say(turn.say("office.askList")).andOpen(NAME, new Asking(broadcast.code()));
            case "s" -> start(turn, broadcast);
            case "x" ->
                Reply.nothing()
                        .andRewrite(turn, turn.say("office.cancelled"), List.of())
                        .andDo(tx -> Broadcasts.move(
                                tx, broadcast.code(), Broadcasts.State.DROPPED, Broadcasts.State.PREPARED));
            default -> old(turn);
        };
    }

    private Reply chooseUnit(Turn turn, Broadcasts.Broadcast broadcast, String unit) {
        if (!town.isWithin(unit, turn.person().unit())) {
            return old(turn);
        }
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(button(turn.plain("office.here", "unit", town.nameOf(unit)), "U", broadcast, unit)));
        for (Town.Place place : town.below(unit)) {
            rows.add(List.of(button(place.name() + " ›", "u", broadcast, place.code())));
        }
        return Reply.nothing().andRewrite(turn, turn.say("office.whichUnit"), rows);
    }

    private Reply chooseRoles(Turn turn, Broadcasts.Broadcast broadcast, String toggled) {
        Set<Role> roles = EnumSet.copyOf(broadcast.audience().roles());
        for (Role role : Role.values()) {
            if (role.name().equals(toggled) && (!roles.remove(role) || roles.isEmpty())) {
                roles.add(role);
            }
        }
        Audience audience = new Audience(broadcast.audience().unit(), roles, List.of());
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            String label = (roles.contains(role) ? "☑ " : "☐ ") + turn.plain("people.role." + role);
            rows.add(List.of(button(label, "r", broadcast, role.name())));
        }
        rows.add(List.of(button(turn.plain("office.done"), "v", broadcast, "")));
        return Reply.nothing()
                .andRewrite(turn, turn.say("office.whichRoles"), rows)
                .andDo(tx -> Broadcasts.audience(tx, broadcast.code(), audience));
    }

    private Reply changed(Turn turn, Broadcasts.Broadcast broadcast, Audience audience) {
        if (!town.isWithin(audience.unit(), turn.person().unit())) {
            return old(turn);
        }
        Broadcasts.Broadcast changed = with(broadcast, audience);
        return Reply.nothing()
                .andRewrite(turn, preview(turn, changed), previewButtons(turn, changed))
                .andDo(tx -> Broadcasts.audience(tx, broadcast.code(), audience));
    }

    private Reply start(Turn turn, Broadcasts.Broadcast broadcast) {
        int count = broadcast.audience().readers(town).size();
        if (count == 0) {
            return Reply.nothing().andToast(turn.plain("office.nobody"));
        }
        BroadcastWork.Order order = new BroadcastWork.Order(
                broadcast.code(), turn.language().code(), turn.person().unit());
        return Reply.nothing()
                .andRewrite(turn, turn.say("office.starting", "count", count), List.of())
                .andDo(tx -> {
                    // A second tap, also one of another person's, finds it started.
                    if (Broadcasts.move(tx, broadcast.code(), Broadcasts.State.SENDING, Broadcasts.State.PREPARED)) {
                        Broadcasts.started(tx, broadcast.code(), turn.now());
                        jobs.order(tx, NAME, turn.address(), order);
                    }
                });
    }

    private Reply running(Turn turn, Broadcasts.Broadcast broadcast, String verb) {
        return switch (verb) {
            case "s", "x" -> Reply.nothing().andToast(turn.plain("office.already"));
            case "V" -> view(turn, broadcast);
            case "n" -> Reply.say(unread(turn, broadcast));
            case "c" -> taken(turn, broadcast, RecallWork.Way.STOP, "office.stopped", Broadcasts.State.CANCELLED);
            case "d" -> {
                boolean young = broadcast
                        .startedAt()
                        .filter(at -> turn.now().isBefore(at.plus(DELETABLE)))
                        .isPresent();
                yield taken(
                        turn,
                        broadcast,
                        young ? RecallWork.Way.DELETE : RecallWork.Way.EDIT,
                        "office.recalling",
                        Broadcasts.State.RECALLED);
            }
            case "e" -> taken(turn, broadcast, RecallWork.Way.EDIT, "office.recalling", Broadcasts.State.RECALLED);
            default -> old(turn);
        };
    }

    private Reply taken(
            Turn turn, Broadcasts.Broadcast broadcast, RecallWork.Way way, String said, Broadcasts.State to) {
        Broadcasts.State[] from = way == RecallWork.Way.STOP
                ? new Broadcasts.State[] {Broadcasts.State.SENDING}
                : new Broadcasts.State[] {Broadcasts.State.SENDING, Broadcasts.State.SENT, Broadcasts.State.CANCELLED};
        if (!Arrays.asList(from).contains(broadcast.state())) {
            return old(turn);
        }
        RecallWork.Order order =
                new RecallWork.Order(broadcast.code(), way, turn.language().code());
        return Reply.say(turn.say(said)).andDo(tx -> {
            if (Broadcasts.move(tx, broadcast.code(), to, from)) {
                jobs.order(tx, RECALL, turn.address(), order);
            }
        });
    }

    private Reply list(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Broadcasts.Broadcast broadcast : broadcasts.latest(MOST_LISTED)) {
            rows.add(List.of(button(broadcast.title(), "V", broadcast, "")));
        }
        return rows.isEmpty() ? Reply.say(turn.say("office.none")) : Reply.say(turn.say("office.list"), rows);
    }

    private Reply view(Turn turn, Broadcasts.Broadcast broadcast) {
        String text = standing(turn.texts(), broadcast, broadcasts.standing(broadcast.code()));
        return Reply.nothing().andRewrite(turn, text, choices(turn.texts(), broadcast));
    }

    private String unread(Turn turn, Broadcasts.Broadcast broadcast) {
        List<Broadcasts.Told> unread = broadcasts.unread(broadcast.code(), Integer.MAX_VALUE);
        if (unread.isEmpty()) {
            return turn.say("office.allRead");
        }
        String names = unread.stream()
                .limit(MOST_UNREAD)
                .map(told -> Markup.escape("– " + told.name() + ", " + town.nameOf(told.unit())))
                .collect(Collectors.joining("\n"));
        String more = unread.size() > MOST_UNREAD
                ? "\n" + turn.say("office.unreadMore", "count", unread.size() - MOST_UNREAD)
                : "";
        return turn.say("office.unread", "count", unread.size()) + "\n" + names + more;
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
                button(words.plain("office.refresh"), "V", broadcast, ""),
                button(words.plain("office.who"), "n", broadcast, "")));
        if (broadcast.state() == Broadcasts.State.SENDING) {
            rows.add(List.of(button(words.plain("office.stop"), "c", broadcast, "")));
        }
        if (broadcast.state() != Broadcasts.State.RECALLED) {
            rows.add(List.of(
                    button(words.plain("office.recallDelete"), "d", broadcast, ""),
                    button(words.plain("office.recallEdit"), "e", broadcast, "")));
        }
        return rows;
    }

    private String preview(Turn turn, Broadcasts.Broadcast broadcast) {
        Audience audience = broadcast.audience();
        int count = audience.readers(town).size();
        String roles = audience.roles().size() == Role.values().length
                ? ""
                : Arrays.stream(Role.values())
                        .filter(audience.roles()::contains)
                        .map(role -> turn.plain("people.role." + role))
                        .collect(Collectors.joining(", "));
        String to = audience.members().isEmpty()
                ? turn.plain("office.audience", "unit", town.nameOf(audience.unit()), "roles", roles)
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

    private List<List<Button>> previewButtons(Turn turn, Broadcasts.Broadcast broadcast) {
        int count = broadcast.audience().readers(town).size();
        return List.of(
                List.of(
                        button(turn.plain("office.chooseUnit"), "u", broadcast, ""),
                        button(turn.plain("office.chooseRoles"), "r", broadcast, "")),
                List.of(button(turn.plain("office.chooseList"), "l", broadcast, "")),
                List.of(
                        button(turn.plain("office.send", "count", count), "s", broadcast, ""),
                        button(turn.plain("office.drop"), "x", broadcast, "")));
    }

    private static Broadcasts.Broadcast with(Broadcasts.Broadcast broadcast, Audience audience) {
        return new Broadcasts.Broadcast(
                broadcast.code(),
                broadcast.author(),
                broadcast.text(),
                audience,
                broadcast.state(),
                broadcast.startedAt());
    }

    private static Button button(String label, String verb, Broadcasts.Broadcast broadcast, String argument) {
        return new Button(
                label, NAME + ":" + verb + ":" + broadcast.code() + (argument.isEmpty() ? "" : ":" + argument));
    }
}
