package danvan.task.office;

import danvan.desk.port.ProgrammeOffice.Doer;
import danvan.desk.port.ProgrammeOffice.Due;
import danvan.desk.port.ProgrammeOffice.State;
import danvan.organization.directory.Member;
import danvan.storage.Database;
import danvan.task.Occurrence;
import danvan.task.OccurrenceKey;
import danvan.task.Task;
import danvan.task.chat.Cards;
import danvan.task.reminder.Completion;
import danvan.task.reminder.Extensions;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How those whom somebody sees stand with a deadline: each of them, or only the numbers. */
record Standings(Database database, Reading reading) {

    /** Only the numbers: a month has as many lines of people as it has deadlines for thousands. */
    Due counted(Task task, Occurrence occurrence, Texts.Phrases phrases, boolean on, SeenMembers seen, Instant now) {
        OccurrenceKey key = OccurrenceKey.of(task, occurrence);
        Set<Long> finished = new HashSet<>();
        Map<Long, LocalDate> granted = new HashMap<>();
        if (on) {
            database.read(tx -> {
                finished.addAll(reading.doings().finished(tx, key).keySet());
                granted.putAll(Extensions.granted(tx, key));
                return true;
            });
        }
        LocalDate today = reading.hours().day(now);
        long all = 0;
        long done = 0;
        long late = 0;
        long later = 0;
        for (Member member : on ? seen.in(task.audience()) : List.<Member>of()) {
            boolean ready = finished.contains(member.id());
            if (ready || !seen.since(member, reading.hours()).isAfter(occurrence.due())) {
                LocalDate until = granted.getOrDefault(member.id(), occurrence.due());
                boolean more = until.isAfter(occurrence.due());
                all++;
                done += ready ? 1 : 0;
                late += !ready && (more ? until : occurrence.due()).isBefore(today) ? 1 : 0;
                later += more ? 1 : 0;
            }
        }
        return new Due(
                task.key(),
                occurrence.period(),
                task.title().in(phrases.language()),
                occurrence.due(),
                on,
                all,
                done,
                late,
                later);
    }

    static Due due(Task task, Occurrence occurrence, Texts.Phrases phrases, boolean on, List<Doer> doers) {
        return new Due(
                task.key(),
                occurrence.period(),
                task.title().in(phrases.language()),
                occurrence.due(),
                on,
                doers.size(),
                doers.stream()
                        .filter(one -> one.state() == State.DONE || one.state() == State.NOT_APPLICABLE)
                        .count(),
                doers.stream().filter(one -> one.state() == State.LATE).count(),
                doers.stream().filter(one -> one.until().isPresent()).count());
    }

    List<Doer> of(Task task, Occurrence occurrence, SeenMembers seen, Instant now) {
        OccurrenceKey key = OccurrenceKey.of(task, occurrence);
        Map<Long, Completion> finished = new HashMap<>();
        Map<Long, LocalDate> granted = new HashMap<>();
        database.read(tx -> {
            finished.putAll(reading.doings().finished(tx, key));
            granted.putAll(Extensions.granted(tx, key));
            return true;
        });
        LocalDate today = reading.hours().day(now);
        return seen.in(task.audience()).stream()
                .filter(member -> finished.containsKey(member.id())
                        || reading.hours().concerned(member.since(), occurrence.due()))
                .map(member -> doer(
                        member,
                        seen.unit(member.unit()),
                        occurrence,
                        Optional.ofNullable(finished.get(member.id())),
                        Optional.ofNullable(granted.get(member.id())).filter(day -> day.isAfter(occurrence.due())),
                        today))
                .toList();
    }

    private static Doer doer(
            Member member,
            String unit,
            Occurrence occurrence,
            Optional<Completion> finished,
            Optional<LocalDate> until,
            LocalDate today) {
        State state = finished.map(one -> one.how() == Completion.How.DONE ? State.DONE : State.NOT_APPLICABLE)
                .orElse(until.orElse(occurrence.due()).isBefore(today) ? State.LATE : State.OPEN);
        return new Doer(
                member.id(),
                member.name(),
                unit,
                state,
                until,
                finished.map(Completion::at),
                finished.flatMap(Completion::note));
    }

    /** A report that was the evidence is named by its period. */
    static Doer noted(Doer doer, Task task, Texts.Phrases phrases) {
        Optional<String> note = doer.at()
                .flatMap(at -> Cards.note(
                        phrases,
                        task,
                        new Completion(
                                doer.state() == State.DONE ? Completion.How.DONE : Completion.How.NOT_APPLICABLE,
                                doer.note(),
                                Optional.empty(),
                                at)));
        return new Doer(doer.member(), doer.name(), doer.unit(), doer.state(), doer.until(), doer.at(), note);
    }
}
