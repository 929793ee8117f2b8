package danvan.task.chat;

import danvan.chat.Outgoing;
import danvan.organization.directory.Member;
import danvan.task.AudienceMembers;
import danvan.task.Missed;
import danvan.task.reminder.LateMember;
import danvan.task.reminder.Leads;
import danvan.task.reminder.ReminderBatch;
import danvan.task.reminder.UnitNames;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What leads and the office are told about the tasks of others. */
public final class OfficeCards {
    private static final int MOST_NAMES = 30;
    private static final int MOST_TASKS = 15;

    private final Texts texts;
    private final Cards cards;
    private final AudienceMembers members;

    public OfficeCards(Texts texts, Cards cards, AudienceMembers members) {
        this.texts = texts;
        this.cards = cards;
        this.members = members;
    }

    /** Who is late with what, for somebody above. */
    public Outgoing late(Language language, List<LateMember> late) {
        Texts.Phrases phrases = texts.in(language);
        Map<ReminderBatch, List<Member>> byTask = new LinkedHashMap<>();
        late.stream()
                .sorted(Comparator.comparing(LateMember::round, ReminderBatch.OLDEST_FIRST))
                .forEach(one -> byTask.computeIfAbsent(one.round(), any -> new ArrayList<>())
                        .add(one.member()));
        List<String> lines = new ArrayList<>();
        lines.add(phrases.say("task.escalation"));
        byTask.forEach((round, people) -> {
            lines.add("");
            lines.add(Markup.bold(round.task().title().in(language)));
            lines.add(phrases.say(
                    "task.escalationDue",
                    "date",
                    cards.date(phrases, round.occurrence().due()),
                    "count",
                    people.size()));
            lines.addAll(names(phrases, people));
        });
        lines.add("");
        lines.add(phrases.say("task.escalationHint"));
        return Outgoing.message(String.join("\n", lines));
    }

    /** People by unit, so many as a message bears. */
    List<String> names(Texts.Phrases phrases, List<Member> people) {
        UnitNames units = new UnitNames(
                new Leads(members), people.stream().map(Member::unit).toList());
        List<String> lines = new ArrayList<>();
        people.stream()
                .sorted(Comparator.comparing(Member::unit).thenComparing(Member::name))
                .limit(MOST_NAMES)
                .forEach(one -> lines.add("• " + Markup.escape(one.name() + " (" + units.of(one.unit()) + ")")
                        + (one.reachable() ? "" : " · " + phrases.say("task.unreachable"))));
        if (people.size() > MOST_NAMES) {
            lines.add(phrases.say("task.andMore", "count", people.size() - MOST_NAMES));
        }
        return lines;
    }

    /** What nobody was reminded of, because the bot stood still for too long. */
    public Outgoing missed(Language language, List<Missed> missed) {
        Texts.Phrases phrases = texts.in(language);
        Instant first =
                missed.stream().map(Missed::at).min(Comparator.naturalOrder()).orElseThrow();
        Instant last =
                missed.stream().map(Missed::at).max(Comparator.naturalOrder()).orElseThrow();
        Map<String, Missed> byTask = new LinkedHashMap<>();
        missed.stream()
                .sorted(Comparator.comparing(Missed::due).thenComparing(Missed::task))
                .forEach(one -> byTask.putIfAbsent(one.task() + one.due(), one));
        List<String> lines = new ArrayList<>();
        lines.add(phrases.say(
                "task.missed",
                "count",
                byTask.size(),
                "from",
                cards.time(phrases, first),
                "to",
                cards.time(phrases, last)));
        byTask.values().stream()
                .limit(MOST_TASKS)
                .forEach(one -> lines.add(phrases.say(
                        "task.missedLine", "title", one.title().in(language), "date", date(phrases, one.due()))));
        if (byTask.size() > MOST_TASKS) {
            lines.add(phrases.say("task.andMore", "count", byTask.size() - MOST_TASKS));
        }
        lines.add(phrases.say("task.missedHint"));
        return Outgoing.message(String.join("\n", lines));
    }

    private String date(Texts.Phrases phrases, LocalDate day) {
        return cards.date(phrases, day);
    }
}
