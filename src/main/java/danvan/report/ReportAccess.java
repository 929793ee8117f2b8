package danvan.report;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.report.store.Report;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportOperation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may see a report, and who deals with it. */
public final class ReportAccess {
    private final Staff staff;
    private final ReportHistory history;

    public ReportAccess(Staff staff, ReportHistory history) {
        this.staff = staff;
        this.history = history;
    }

    /**
     * Whether somebody deals with a report: the office with all, a lead with those of the own unit and those below, and with
     * what was assigned; nobody with anything who is no lead any more.
     */
    public boolean mayReview(Person person, Report report) {
        return report.member() != person.id()
                && person.role().atLeast(Role.LEAD)
                && (report.assignee().filter(id -> id == person.id()).isPresent()
                        || person.role().atLeast(Role.OFFICE)
                        || (person.role() == Role.LEAD
                                && staff.within(person.unit()).contains(report.unit())));
    }

    public boolean maySee(Person person, Report report) {
        return report.member() == person.id() || mayReview(person, report);
    }

    /** The side somebody who may see a report is on. */
    public ReportOperation.Party side(Person person, Report report) {
        return report.member() == person.id() ? ReportOperation.Party.REPORTER : ReportOperation.Party.HANDLER;
    }

    /** To whom a report can be given. */
    public List<Staff.Colleague> assignable(Report report) {
        return staff.onDuty(report.unit()).stream()
                .filter(colleague -> colleague.id() != report.member())
                .toList();
    }

    /** Who is told what the reporter says: whoever has the report or has dealt with it, else those on duty. */
    public List<Staff.Colleague> of(Report report) {
        Set<Long> known = new TreeSet<>();
        report.assignee().ifPresent(known::add);
        if (known.isEmpty()) {
            history.of(report.id()).stream()
                    .map(ReportHistory.Event::member)
                    .filter(member -> member != report.member())
                    .forEach(known::add);
        }
        List<Staff.Colleague> found =
                known.stream().map(staff::handler).flatMap(Optional::stream).toList();
        return found.isEmpty() ? assignable(report) : found;
    }
}
