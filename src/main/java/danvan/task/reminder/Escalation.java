package danvan.task.reminder;

import danvan.organization.directory.Member;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.task.AudienceMembers;
import danvan.task.BotClock;
import danvan.task.chat.OfficeCards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tells the leads, and at the next step the level above, who is late: each late member once a step, by the ledger, and
 * each lead in one message. One transaction, so that no lead hears half of it.
 */
final class Escalation {
    private final Database database;
    private final Outbox outbox;
    private final AudienceMembers members;
    private final OfficeCards cards;
    private final BotClock clock;
    private final Ledger ledger;

    Escalation(
            Database database,
            Outbox outbox,
            AudienceMembers members,
            OfficeCards cards,
            BotClock clock,
            Ledger ledger) {
        this.database = database;
        this.outbox = outbox;
        this.members = members;
        this.cards = cards;
        this.clock = clock;
        this.ledger = ledger;
    }

    /**
     * Tells of the rounds' members who are late.
     *
     * @param concerned whom a round is about
     */
    void tell(List<ReminderBatch> rounds, Function<ReminderBatch, List<Member>> concerned) {
        Leads leads = new Leads(members);
        List<LateMember> candidates = new ArrayList<>();
        rounds.forEach(
                round -> concerned.apply(round).forEach(member -> candidates.add(new LateMember(round, member))));
        // Asked before the transaction begins, because asking reads the database.
        Map<LateMember, List<Member>> above = new LinkedHashMap<>();
        candidates.forEach(late ->
                above.put(late, leads.of(late.member().id(), late.member().unit(), step(late.round()))));
        database.change(tx -> tell(tx, rounds, above));
        outbox.dispatch();
    }

    private void tell(Tx tx, List<ReminderBatch> rounds, Map<LateMember, List<Member>> above) {
        Instant now = clock.instant();
        List<ReminderBatch> open =
                rounds.stream().filter(round -> !ledger.closed(tx, round)).toList();
        Map<Long, Member> leads = new HashMap<>();
        Map<Long, List<LateMember>> told = new TreeMap<>();
        LedgerEntries entries = new LedgerEntries(ledger, tx, now);
        above.forEach((late, whom) -> {
            boolean enter = open.contains(late.round()) && !whom.isEmpty();
            if (enter && entries.enter(late.round(), late.member().id(), false)) {
                for (Member lead : whom) {
                    leads.put(lead.id(), lead);
                    told.computeIfAbsent(lead.id(), any -> new ArrayList<>()).add(late);
                }
            }
        });
        told.forEach((lead, late) -> {
            Member one = leads.get(lead);
            if (one != null) {
                outbox.add(tx, one.address(), cards.late(one.language(), late), Priority.REMINDER);
            }
        });
        open.forEach(round -> ledger.close(tx, round, Ledger.Outcome.SENT, now));
    }

    private static int step(ReminderBatch round) {
        if (round.timing() instanceof ReminderTiming.EscalationStep escalation) {
            return escalation.step();
        }
        throw new IllegalArgumentException("no escalation: " + round.key());
    }
}
