package danvan.report;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may see a report, and who deals with it. */
public final class ReportAccess {
    private final Organization organization;
    private final ReportHistory history;

    public ReportAccess(Organization organization, ReportHistory history) {
        this.organization = organization;
        this.history = history;
    }

    /**
     * Whether somebody deals with a report: the office with all, a lead with those of their own unit and its subordinate units, and with
     * what was assigned; nobody with anything who is no lead any more.
     */
    public boolean mayReview(Person person, Report report) {
        return report.member() != person.id()
                && person.role().atLeast(Role.LEAD)
                && (report.assignee().filter(id -> id == person.id()).isPresent()
                        || person.role().atLeast(Role.OFFICE)
                        || (person.role() == Role.LEAD && organization.isWithin(report.unit(), person.unit())));
    }

    public boolean maySee(Person person, Report report) {
        return report.member() == person.id() || mayReview(person, report);
    }

    /** The side somebody who may see a report is on. */
    public ReportOperation.Party side(Person person, Report report) {
        return report.member() == person.id() ? ReportOperation.Party.REPORTER : ReportOperation.Party.HANDLER;
    }

    /** Those on duty for a unit: its leads and those of the units above, and the office. */
    public List<Member> onDuty(String unit) {
        return organization.reachableAbove(unit, EnumSet.of(Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR));
    }

    /** To whom a report can be given. */
    public List<Member> assignable(Report report) {
        return onDuty(report.unit()).stream()
                .filter(colleague -> colleague.id() != report.member())
                .toList();
    }

    /** Who is told what the reporter says: whoever has the report or has dealt with it, else those on duty. */
    public List<Member> of(Report report) {
        Set<Long> known = new TreeSet<>();
        report.assignee().ifPresent(known::add);
        if (known.isEmpty()) {
            history.of(report.id()).stream()
                    .map(ReportHistory.Event::member)
                    .filter(member -> member != report.member())
                    .forEach(known::add);
        }
        List<Member> found = known.stream()
                .map(organization::reachable)
                .flatMap(Optional::stream)
                .filter(member -> member.role().atLeast(Role.LEAD))
                .toList();
        return found.isEmpty() ? assignable(report) : found;
    }
}
