package danvan.task.chat;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Files;
import danvan.task.AudienceMembers;
import danvan.task.OccurrenceKey;
import danvan.task.ReminderHours;
import danvan.task.reminder.Leads;
import danvan.task.reminder.ProgressBoard;
import danvan.task.reminder.UnitNames;
import danvan.text.Markup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code /team}: a lead sees who has and who has not, by unit, and takes away a list of those who have not. */
public final class TeamFeature implements Feature {
    private static final int MOST_TASKS = 15;
    private static final int MOST_NAMES = 60;
    /** What one message bears; a longer list is a file. */
    private static final int MOST_PASTED = 3_500;

    private static final Duration KEPT = Duration.ofDays(7);

    private final ProgressBoard board;
    private final AudienceMembers members;
    private final Cards cards;
    private final ReminderHours hours;
    private final Enclosures enclosures;

    public TeamFeature(ProgressBoard board, AudienceMembers members, Cards cards, ReminderHours hours, Files files) {
        this.enclosures = new Enclosures(files);
        this.board = board;
        this.members = members;
        this.cards = cards;
        this.hours = hours;
    }

    @Override
    public String name() {
        return TeamAct.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("team", List.of("donvi", "ekip"), "task.helpTeam", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        LocalDate today = hours.day(turn.now());
        Map<OccurrenceKey, List<ProgressBoard.Line>> tasks = tasks(turn);
        if (tasks.isEmpty()) {
            return Reply.say(turn.say("task.teamEmpty"));
        }
        StringBuilder text = new StringBuilder(turn.say("task.teamTitle", "date", cards.date(turn.texts(), today)));
        List<Button> buttons = new ArrayList<>();
        for (List<ProgressBoard.Line> lines :
                tasks.values().stream().limit(MOST_TASKS).toList()) {
            ProgressBoard.Line first = lines.get(0);
            String number = Integer.toString(buttons.size() + 1);
            text.append("\n\n")
                    .append(turn.say(
                            "task.teamLine",
                            "number",
                            number,
                            "title",
                            first.task().title().in(turn.language()),
                            "date",
                            cards.shortDate(turn.texts(), first.occurrence().due(), hours.day(turn.now())),
                            "done",
                            ProgressBoard.count(lines, ProgressBoard.State.DONE) - none(lines),
                            "none",
                            none(lines),
                            "all",
                            lines.size(),
                            "late",
                            ProgressBoard.count(lines, ProgressBoard.State.LATE)));
            buttons.add(TeamAct.BY_UNIT.button(number, first));
        }
        if (tasks.size() > MOST_TASKS) {
            text.append("\n\n").append(turn.say("task.andMore", "count", tasks.size() - MOST_TASKS));
        }
        text.append("\n\n").append(turn.say("task.teamHint"));
        return Reply.say(text.toString(), TaskButtons.rows(buttons));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        if (!turn.person().role().atLeast(Role.LEAD)) {
            return Reply.nothing().andToast(turn.plain("task.leadOnly"));
        }
        String[] parts = action.split(":", -1);
        List<ProgressBoard.Line> lines = parts.length >= 3
                ? tasks(turn).getOrDefault(new OccurrenceKey(parts[1], parts[2]), List.of())
                : List.of();
        if (lines.isEmpty()) {
            return Reply.say(turn.say("task.teamGone"));
        }
        return switch (TeamAct.of(parts[0])) {
            case PASTE -> toPaste(turn, lines);
            case EVIDENCE -> EvidenceList.from(turn, cards, lines, parts.length > 3 ? parts[3] : "0");
            case BY_UNIT -> byUnit(turn, lines);
        };
    }

    private Reply byUnit(Turn turn, List<ProgressBoard.Line> lines) {
        ProgressBoard.Line first = lines.get(0);
        StringBuilder text = new StringBuilder(Markup.bold(first.task().title().in(turn.language())));
        text.append('\n')
                .append(turn.say(
                        "task.dueOnly",
                        "date",
                        cards.date(turn.texts(), first.occurrence().due())));
        int shown = 0;
        for (Map.Entry<String, List<ProgressBoard.Line>> unit :
                grouped(lines, names(lines)).entrySet()) {
            text.append("\n\n")
                    .append(Markup.bold(unit.getKey()))
                    .append(" · ")
                    .append(ProgressBoard.count(unit.getValue(), ProgressBoard.State.DONE))
                    .append('/')
                    .append(unit.getValue().size());
            for (ProgressBoard.Line line : unit.getValue()) {
                if (shown++ < MOST_NAMES) {
                    text.append('\n')
                            .append(mark(line))
                            .append(' ')
                            .append(Markup.escape(line.member().name()))
                            .append(line.member().reachable() ? "" : " · " + turn.say("task.unreachable"));
                }
            }
        }
        if (shown > MOST_NAMES) {
            text.append("\n\n").append(turn.say("task.andMore", "count", shown - MOST_NAMES));
        }
        boolean all = lines.stream().allMatch(line -> line.state() == ProgressBoard.State.DONE);
        List<List<Button>> buttons = new ArrayList<>();
        if (lines.stream().anyMatch(EvidenceList::any)) {
            buttons.add(List.of(TeamAct.EVIDENCE.button(turn.plain("task.teamEvidence"), first)));
        }
        if (!all) {
            buttons.add(List.of(TeamAct.PASTE.button(turn.plain("task.teamPaste"), first)));
        }
        return Reply.say(text.toString(), buttons);
    }

    /** Plain words in one block, which a phone copies at a tap. */
    private Reply toPaste(Turn turn, List<ProgressBoard.Line> lines) {
        ProgressBoard.Line first = lines.get(0);
        List<ProgressBoard.Line> open = lines.stream()
                .filter(line -> line.state() != ProgressBoard.State.DONE)
                .toList();
        StringBuilder text = new StringBuilder(turn.plain(
                "task.teamPasteTitle",
                "title",
                first.task().title().in(turn.language()),
                "date",
                cards.shortDate(turn.texts(), first.occurrence().due(), hours.day(turn.now())),
                "count",
                open.size()));
        int number = 0;
        for (Map.Entry<String, List<ProgressBoard.Line>> unit :
                grouped(open, names(lines)).entrySet()) {
            for (ProgressBoard.Line line : unit.getValue()) {
                text.append('\n')
                        .append(++number)
                        .append(". ")
                        .append(line.member().name())
                        .append(" – ")
                        .append(unit.getKey());
            }
        }
        return text.length() <= MOST_PASTED
                ? Reply.say("<code>" + Markup.escape(text.toString()) + "</code>")
                : asFile(turn, text.toString());
    }

    /** A list of thousands would be a hundred messages, which Telegram takes from nobody at once. */
    private Reply asFile(Turn turn, String list) {
        String title = list.lines().findFirst().orElse("");
        return enclosures.with(
                Reply.nothing(),
                list.getBytes(StandardCharsets.UTF_8),
                turn.plain("task.teamFile"),
                "text/plain",
                Markup.escape(title),
                List.of(),
                KEPT);
    }

    private Map<OccurrenceKey, List<ProgressBoard.Line>> tasks(Turn turn) {
        Leads units = new Leads(members);
        String own = turn.person().unit();
        boolean office = turn.person().role().atLeast(Role.OFFICE);
        return board.lines(hours.day(turn.now()), unit -> office || units.within(unit, own)).stream()
                .sorted(Comparator.comparing(line -> line.occurrence().due()))
                .collect(Collectors.groupingBy(
                        line -> OccurrenceKey.of(line.task(), line.occurrence()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private UnitNames names(List<ProgressBoard.Line> lines) {
        return new UnitNames(
                new Leads(members),
                lines.stream().map(line -> line.member().unit()).toList());
    }

    private static Map<String, List<ProgressBoard.Line>> grouped(List<ProgressBoard.Line> lines, UnitNames names) {
        return lines.stream()
                .sorted(Comparator.comparing(ProgressBoard.Line::state)
                        .thenComparing(line -> line.member().name()))
                .collect(Collectors.groupingBy(
                        line -> names.of(line.member().unit()), TreeMap::new, Collectors.toList()));
    }

    private static long none(List<ProgressBoard.Line> lines) {
        return lines.stream().filter(ProgressBoard.Line::notApplicable).count();
    }

    private static String mark(ProgressBoard.Line line) {
        return switch (line.state()) {
            case DONE -> Cards.mark(line.finished().orElseThrow().how());
            case LATE -> "⚠️";
            case OPEN -> "⬜";
        };
    }
}
