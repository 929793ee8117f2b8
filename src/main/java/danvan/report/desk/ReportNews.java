package danvan.report.desk;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.DeskAction;
import danvan.report.MessageSender;
import danvan.report.NewsRules;
import danvan.report.store.NewsTable;
import danvan.report.store.NewsTable.Due;
import danvan.report.store.NewsTable.Step;
import danvan.report.store.ReportStore;
import danvan.text.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells leads of the reports of their unit: of new ones at the hours that are set, in one message; of those that lie open
 * after the days that are set, and later the level above. May be called as often as one likes, by several processes.
 */
public final class ReportNews {
    private static final int MOST_LINES = 12;
    private static final int MOST_BUTTONS = 4;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);
    private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICE, Role.ADMINISTRATOR);

    private final NewsTable table;
    private final Organization organization;
    private final MessageSender sender;
    private final NewsRules rules;
    private final Texts texts;

    public ReportNews(
            ReportStore store, Organization organization, MessageSender sender, NewsRules rules, Texts texts) {
        this.table = store.news();
        this.organization = organization;
        this.sender = sender;
        this.rules = rules;
        this.texts = texts;
    }

    /**
     * Tells what is due.
     *
     * @param quiet whether nobody may be written to now
     * @return whether somebody was written to
     */
    public boolean run(Instant now, boolean quiet) {
        List<Due> due = quiet ? List.of() : table.due(now);
        if (due.isEmpty()) {
            return false;
        }
        // Asked before the transaction begins, because asking reads the database.
        Map<Due, List<Member>> whom = new HashMap<>();
        due.stream().filter(Due::stands).forEach(one -> whom.put(one, whom(one)));
        boolean[] told = {false};
        table.tell(due, (tx, own) -> {
            Map<Long, List<Due>> byMember = new TreeMap<>();
            Map<Long, Member> members = new HashMap<>();
            for (Due one : own) {
                for (Member member : whom.getOrDefault(one, List.of())) {
                    members.put(member.id(), member);
                    byMember.computeIfAbsent(member.id(), any -> new ArrayList<>())
                            .add(one);
                }
            }
            members.forEach((id, member) ->
                    sender.send(tx, member.address(), message(member, byMember.getOrDefault(id, List.of()))));
            told[0] = !members.isEmpty();
        });
        return told[0];
    }

    /** Whoever has it, where that is known; else the nearest leads, for the second time those above them. */
    private List<Member> whom(Due one) {
        if (one.step() == Step.OPEN && one.assignee().isPresent()) {
            List<Member> has = one.assignee().flatMap(organization::reachable).stream()
                    .filter(member -> member.role().atLeast(Role.LEAD))
                    .toList();
            if (!has.isEmpty()) {
                return has;
            }
        }
        int skip = one.step() == Step.ABOVE ? 1 : 0;
        List<Member> leads = organization.reachable(EnumSet.of(Role.LEAD), Optional.empty());
        for (UnitRef unit : organization.upwards(one.unit())) {
            List<Member> here = leads.stream()
                    .filter(lead -> lead.unit().equals(unit.code()) && lead.id() != one.member())
                    .toList();
            if (!here.isEmpty() && skip-- == 0) {
                return here;
            }
        }
        return organization.reachable(OFFICE, Optional.empty()).stream()
                .filter(member -> member.id() != one.member())
                .toList();
    }

    private Outgoing message(Member reader, List<Due> due) {
        Texts.Phrases words = texts.in(reader.language());
        StringBuilder text = new StringBuilder();
        List<List<Button>> buttons = new ArrayList<>();
        for (Step step : Step.values()) {
            List<Due> some = due.stream().filter(one -> one.step() == step).toList();
            if (some.isEmpty()) {
                continue;
            }
            text.append(text.length() == 0 ? "" : "\n\n")
                    .append(words.say("report.news." + step, "count", some.size()));
            some.stream().limit(MOST_LINES).forEach(one -> text.append('\n').append(line(words, one)));
            if (some.size() > MOST_LINES) {
                text.append('\n').append(words.say("report.news.more", "count", some.size() - MOST_LINES));
            }
            some.stream()
                    .filter(one -> buttons.size() < MOST_BUTTONS)
                    .forEach(one -> buttons.add(
                            List.of(DeskAction.OPEN.button(one.receipt().toString(), one.receipt(), 0))));
        }
        return Outgoing.message(
                text.append('\n').append(words.say("report.news.hint")).toString(), buttons);
    }

    private String line(Texts.Phrases words, Due one) {
        return words.say(
                one.nil() ? "report.news.nilLine" : one.urgent() ? "report.news.urgentLine" : "report.news.line",
                "receipt",
                one.receipt().toString(),
                "form",
                one.title(),
                "unit",
                organization.nameOf(one.unit()),
                "name",
                organization.called(one.member()),
                "when",
                WHEN.format(one.submittedAt().atZone(rules.zone())));
    }
}
