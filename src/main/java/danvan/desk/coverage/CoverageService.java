package danvan.desk.coverage;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.Arrivals;
import danvan.desk.port.Obligations;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts coverage together for who looks: leads see their unit and those below. Safe for use by several threads. */
public final class CoverageService {
    /** Reports for a period come so long before its end at most. */
    private static final int EARLIEST_DAYS = 370;

    private final Arrivals arrivals;
    private final Obligations obligations;
    private final Organization organization;
    private final Supplier<BiPredicate<String, LocalDate>> existed;
    private final ZoneId zone;

    /**
     * Coverage.
     *
     * @param existed whether the unit of a code existed on a day, as it is known now
     */
    public CoverageService(
            Arrivals arrivals,
            Obligations obligations,
            Organization organization,
            Supplier<BiPredicate<String, LocalDate>> existed,
            ZoneId zone) {
        this.arrivals = arrivals;
        this.obligations = obligations;
        this.organization = organization;
        this.existed = existed;
        this.zone = zone;
    }

    /** What is asked for. */
    public record Asked(String form, Optional<String> unit, int periods, CoverageTable.Order order) {}

    /** Somebody who should have sent a report. */
    public record Owing(Member member, String unit) {}

    public CoverageTable table(Person person, Language language, Instant now, Asked asked) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<CoverageTable.Period> periods = periods(asked, language, today);
        List<UnitRef> units = units(person, asked.unit());
        Set<String> codes = units.stream().map(UnitRef::code).collect(Collectors.toSet());
        LocalDate first = periods.isEmpty() ? today : periods.get(0).last();
        return CoverageTable.of(
                periods,
                units,
                arrivals.since(
                        person, asked.form(), first.minusDays(EARLIEST_DAYS), codes, CoverageTable.named(periods)),
                existed.get(),
                today,
                zone,
                asked.order());
    }

    static boolean seesAll(Person person) {
        return person.role() == Role.AUDITOR || person.role().atLeast(Role.OFFICE);
    }

    /** The units that a person may see, by name. */
    private List<UnitRef> units(Person person, Optional<String> unit) {
        boolean all = seesAll(person);
        List<UnitRef> up = organization.upwards(person.unit());
        String top = all && !up.isEmpty() ? up.get(up.size() - 1).code() : person.unit();
        Set<String> visible = organization.codesWithin(top);
        return organization.within(unit.orElse(top)).stream()
                .filter(one -> visible.contains(one.code()))
                .sorted(Comparator.comparing(UnitRef::name).thenComparing(UnitRef::code))
                .toList();
    }

    private List<CoverageTable.Period> periods(Asked asked, Language language, LocalDate today) {
        List<Obligations.Duty> duties = obligations.of(asked.form(), language);
        List<CoverageTable.Period> all = new ArrayList<>();
        for (Obligations.Duty duty : duties) {
            for (Obligations.Due due : duty.dues()) {
                all.add(new CoverageTable.Period(
                        due.period(),
                        duty.title(),
                        Optional.of(due.day()),
                        due.day(),
                        duty.leadDays(),
                        !due.day().isBefore(duty.known()),
                        owes(duty)));
            }
        }
        if (all.isEmpty()) {
            return withoutDeadline(asked, today);
        }
        all.sort(Comparator.comparing(CoverageTable.Period::last).thenComparing(CoverageTable.Period::code));
        // The last that were due, and the one that is to come.
        int past = (int) all.stream().filter(one -> one.last().isBefore(today)).count();
        int to = Math.min(all.size(), past + 1);
        return all.subList(Math.max(0, to - asked.periods()), to);
    }

    /** Of a form that no task asks for: what it is usually sent for, by the units of the level that sends it. */
    private List<CoverageTable.Period> withoutDeadline(Asked asked, LocalDate today) {
        Optional<LocalDate> first = arrivals.first(asked.form());
        Predicate<UnitRef> commune = unit -> unit.level().equals("commune");
        return arrivals.periods(asked.form(), today, asked.periods()).stream()
                .map(period -> new CoverageTable.Period(
                        period.code(),
                        "",
                        Optional.empty(),
                        period.last(),
                        0,
                        first.filter(day -> !period.last().isBefore(day)).isPresent(),
                        commune))
                .toList();
    }

    private Predicate<UnitRef> owes(Obligations.Duty duty) {
        Set<String> named = new HashSet<>(duty.units());
        duty.under().forEach(unit -> named.addAll(organization.codesWithin(unit)));
        return unit -> duty.level().map(unit.level()::equalsIgnoreCase).orElse(true)
                && (named.isEmpty() || named.contains(unit.code()));
    }

    /** The units that have not sent a period's report, of those that a person may see. */
    public List<UnitRef> missing(Person person, Language language, Instant now, Asked asked, String period) {
        CoverageTable table = table(person, language, now, asked);
        List<UnitRef> units = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).period().code().equals(period)) {
                int at = i;
                table.rows().stream()
                        .filter(row -> row.cells().get(at).state() == CoverageTable.State.MISSING)
                        .map(CoverageTable.Row::unit)
                        .forEach(units::add);
            }
        }
        return units;
    }

    /** Whose work a form is in some units, whether a message reaches them or not, by unit and name. */
    public List<Owing> owing(String form, Language language, List<UnitRef> units) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        obligations.of(form, language).forEach(duty -> roles.addAll(duty.roles()));
        if (roles.isEmpty()) {
            roles.addAll(Set.of(Role.CADRE, Role.LEAD));
        }
        List<Member> members = organization.members(roles, Optional.empty());
        List<Owing> owing = new ArrayList<>();
        for (UnitRef unit : units) {
            members.stream()
                    .filter(member -> member.unit().equals(unit.code()))
                    .sorted(Comparator.comparing(Member::name))
                    .forEach(member -> owing.add(new Owing(member, unit.name())));
        }
        return owing;
    }

    public Set<String> forms() {
        return obligations.forms();
    }
}
