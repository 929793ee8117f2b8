package danvan.task.reminder;

import danvan.chat.Outgoing;
import danvan.organization.directory.Member;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.task.AudienceMembers;
import danvan.task.ReminderHours;
import danvan.task.WeekReports;
import danvan.task.WorkingCalendar;
import danvan.task.chat.Cards;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weekly digest: on the week's first working day every lead sees their own unit and its subordinate units, the office everything:
 * a chart of done, late and open by unit, and the names of who is late. Once a week and member, by its table; a week in
 * which the bot stood still, or nobody works, has none.
 */
public final class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final String LAST = "digest.last";
    /** So many names are legible on a phone. */
    private static final int MOST_BARS = 10;

    private static final int MOST_NAMES = 12;
    private static final long MOST_BYTES = 4 << 20;
    private static final Duration KEPT = Duration.ofDays(30);

    /** What a reader sees; two leads of one unit and language see the same. */
    private record View(String unit, Language language) {}

    private record Drawn(String file, String caption) {}

    private final Database database;
    private final Outbox outbox;
    private final AudienceMembers members;
    private final ProgressBoard board;
    private final Texts texts;
    private final Cards cards;
    private final ReminderHours hours;
    private final Files files;
    private final DigestChart chart;
    private final WeekReports reports;

    public Digests(
            Database database,
            Outbox outbox,
            AudienceMembers members,
            ProgressBoard board,
            Texts texts,
            Cards cards,
            ReminderHours hours,
            Files files,
            DigestChart chart,
            WeekReports reports) {
        this.database = database;
        this.outbox = outbox;
        this.members = members;
        this.board = board;
        this.texts = texts;
        this.cards = cards;
        this.hours = hours;
        this.files = files;
        this.chart = chart;
        this.reports = reports;
    }

    /** The week in which the bot is first started has no digest. */
    void begin(Tx tx, Instant now) {
        tx.update(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                LAST,
                monday(hours.day(now)).toString());
    }

    /** When the next one is due: in the past where that is now. */
    Instant next(Instant now) {
        LocalDate week = monday(hours.day(now));
        LocalDate last = last();
        for (LocalDate monday = last.plusWeeks(1); ; monday = monday.plusWeeks(1)) {
            LocalDate day = WorkingCalendar.VIETNAM.onOrAfter(monday);
            if (!monday.isBefore(week) && monday(day).equals(monday)) {
                return hours.on(day);
            }
        }
    }

    /** Sends this week's, where it is due and was not sent. */
    void send(Instant now) {
        if (next(now).isAfter(now)) {
            return;
        }
        LocalDate today = hours.day(now);
        LocalDate week = monday(today);
        List<ProgressBoard.Line> lines = board.lines(today, unit -> true);
        Leads units = new Leads(members);
        Map<View, Optional<Drawn>> drawn = new HashMap<>();
        Map<Long, Member> readers = new TreeMap<>();
        members.leads().forEach(lead -> readers.put(lead.id(), lead));
        List<Member> office = members.office();
        for (Member reader : readers.values()) {
            View view = new View(reader.unit(), reader.language());
            give(reader, week, now, drawn.computeIfAbsent(view, any -> draw(view, lines, units, today)));
        }
        for (Member reader : office) {
            View view = new View("", reader.language());
            give(reader, week, now, drawn.computeIfAbsent(view, any -> draw(view, lines, units, today)));
        }
        database.change(tx -> tx.update("UPDATE setting SET value = ? WHERE name = ?", week.toString(), LAST));
        outbox.dispatch();
    }

    private void give(Member reader, LocalDate week, Instant now, Optional<Drawn> drawn) {
        drawn.ifPresent(digest -> database.change(tx -> {
            int added = tx.update(
                    "INSERT INTO task_digest (week, member_id, sent_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    week.toString(),
                    reader.id(),
                    now);
            if (added == 1) {
                files.keepFor(tx, digest.file(), KEPT);
                outbox.add(
                        tx,
                        reader.address(),
                        new Outgoing.File(digest.file(), "tuan.png", "image/png", digest.caption(), List.of()),
                        Priority.REMINDER);
            }
        }));
    }

    /** Nothing where nothing is in hand. */
    private Optional<Drawn> draw(View view, List<ProgressBoard.Line> all, Leads units, LocalDate today) {
        boolean everything = view.unit().isEmpty();
        List<ProgressBoard.Line> lines = all.stream()
                .filter(line -> everything || units.within(line.member().unit(), view.unit()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Texts.Phrases phrases = texts.in(view.language());
        String title = phrases.plain("task.digestTitle", "date", cards.shortDate(phrases, today));
        List<DigestChart.Bar> bars = bars(view, lines, units);
        byte[] picture = chart.png(
                new DigestChart.Words(
                        view.language().locale(),
                        title,
                        phrases.plain("task.digestDone"),
                        phrases.plain("task.digestLate"),
                        phrases.plain("task.digestOpen"),
                        rest(phrases, bars)),
                bars.subList(0, Math.min(MOST_BARS, bars.size())));
        try {
            String file =
                    files.store(new ByteArrayInputStream(picture), MOST_BYTES).id();
            return Optional.of(new Drawn(file, caption(phrases, title, lines, units, week(view, today))));
        } catch (IOException e) {
            throw new UncheckedIOException("storing a digest's chart", e);
        } catch (FileTooLarge e) {
            LOG.error("the digest of {} is not sent: its chart has {} bytes", today, picture.length);
            return Optional.empty();
        }
    }

    /** The units, those with the most that is late first. */
    private static List<DigestChart.Bar> bars(View view, List<ProgressBoard.Line> lines, Leads units) {
        Map<String, List<ProgressBoard.Line>> byUnit = new TreeMap<>();
        lines.forEach(
                line -> byUnit.computeIfAbsent(part(line.member().unit(), view.unit(), units), any -> new ArrayList<>())
                        .add(line));
        UnitNames names = new UnitNames(units, byUnit.keySet());
        List<DigestChart.Bar> bars = new ArrayList<>();
        byUnit.forEach((unit, some) -> bars.add(bar(names.of(unit), some)));
        bars.sort(Comparator.comparing(DigestChart.Bar::late)
                .thenComparing(DigestChart.Bar::open)
                .reversed()
                .thenComparing(DigestChart.Bar::unit));
        return bars;
    }

    /** What the units without a bar come to. As a bar of its own it would make all others too small to be seen. */
    private static String rest(Texts.Phrases phrases, List<DigestChart.Bar> bars) {
        if (bars.size() <= MOST_BARS) {
            return "";
        }
        List<DigestChart.Bar> rest = bars.subList(MOST_BARS, bars.size());
        return phrases.plain(
                "task.digestRest",
                "count",
                rest.size(),
                "done",
                rest.stream().mapToLong(DigestChart.Bar::done).sum(),
                "late",
                rest.stream().mapToLong(DigestChart.Bar::late).sum(),
                "open",
                rest.stream().mapToLong(DigestChart.Bar::open).sum());
    }

    private static DigestChart.Bar bar(String unit, List<ProgressBoard.Line> lines) {
        return new DigestChart.Bar(
                unit,
                ProgressBoard.count(lines, ProgressBoard.State.DONE),
                ProgressBoard.count(lines, ProgressBoard.State.LATE),
                ProgressBoard.count(lines, ProgressBoard.State.OPEN));
    }

    /** The unit directly below the reader's that a member belongs to, or the reader's own; for the office, below the top. */
    private static String part(String unit, String reader, Leads units) {
        List<String> chain = units.upFrom(unit);
        int top = reader.isEmpty() ? chain.size() - 1 : chain.indexOf(reader);
        return chain.get(Math.max(0, top - 1));
    }

    /** Of the reports of the week before. */
    private WeekReports.Figures week(View view, LocalDate today) {
        LocalDate monday = monday(today);
        return reports.of(view.unit(), hours.startOf(monday.minusWeeks(1)), hours.startOf(monday));
    }

    private static String ofReports(Texts.Phrases phrases, WeekReports.Figures week) {
        return week.equals(WeekReports.Figures.NONE)
                ? ""
                : "\n"
                        + phrases.say(
                                "task.digestReports", "sent", week.sent(), "nil", week.nil(), "open", week.open());
    }

    private String caption(
            Texts.Phrases phrases,
            String title,
            List<ProgressBoard.Line> lines,
            Leads units,
            WeekReports.Figures week) {
        StringBuilder text = new StringBuilder(Markup.bold(title));
        text.append('\n')
                .append(phrases.say(
                        "task.digestSum",
                        "done",
                        ProgressBoard.count(lines, ProgressBoard.State.DONE),
                        "late",
                        ProgressBoard.count(lines, ProgressBoard.State.LATE),
                        "open",
                        ProgressBoard.count(lines, ProgressBoard.State.OPEN)))
                .append(ofReports(phrases, week));
        Map<Member, Long> late = new HashMap<>();
        lines.stream()
                .filter(line -> line.state() == ProgressBoard.State.LATE)
                .forEach(line -> late.merge(line.member(), 1L, Long::sum));
        UnitNames names = new UnitNames(
                units, lines.stream().map(line -> line.member().unit()).toList());
        late.entrySet().stream()
                .sorted(Map.Entry.<Member, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().name())
                        .thenComparing(one -> one.getKey().id()))
                .limit(MOST_NAMES)
                .forEach(one -> text.append("\n• ")
                        .append(Markup.escape(
                                shortened(one.getKey().name() + " ("
                                                + names.of(one.getKey().unit()) + ")") + ": " + one.getValue())));
        if (late.size() > MOST_NAMES) {
            text.append('\n').append(phrases.say("task.andMore", "count", late.size() - MOST_NAMES));
        }
        return text.append('\n').append(phrases.say("task.escalationHint")).toString();
    }

    /** A caption bears 1,024 letters. */
    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 49) + "…" : name;
    }

    private LocalDate last() {
        return database.read(tx -> tx.one(
                        "SELECT value FROM setting WHERE name = ?", row -> LocalDate.parse(row.text("value")), LAST))
                .orElse(LocalDate.EPOCH.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
