package danvan.report.office;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.desk.port.Work;
import danvan.organization.directory.Organization;
import danvan.report.ReportForms;
import danvan.report.store.ReportCriteria;
import danvan.report.store.ReportListing;
import danvan.report.store.ReportStatus;
import danvan.report.store.ReportStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of the reports waits for somebody. Each number leads to the list that it counts. */
public final class ReportWork implements Work {
    private static final int LONG_DAYS = 3;
    private static final Set<ReportStatus> UNDECIDED = Set.of(ReportStatus.RECEIVED, ReportStatus.IN_REVIEW);
    private static final String WAITING = "state=RECEIVED&state=IN_REVIEW";

    private final WantedReports wanted;
    private final ReportForms forms;
    private final ReportListing listing;

    public ReportWork(ReportForms forms, ReportStore store, Organization organization) {
        this.wanted = new WantedReports(forms, organization);
        this.forms = forms;
        this.listing = store.listing();
    }

    @Override
    public List<Item> of(Person person, Instant now) {
        ReportCriteria mine = wanted.visible(person);
        LocalDate before = LocalDate.ofInstant(now, forms.zone()).minusDays(LONG_DAYS);
        List<Item> items = new ArrayList<>();
        items.add(
                new Item("urgent", listing.count(mine.in(UNDECIDED).pressing()), "reports?urgent=on&" + WAITING, true));
        items.add(new Item(
                "waiting", listing.count(mine.in(UNDECIDED)), "reports?" + WAITING + "&sort=submitted&up=on", false));
        items.add(new Item(
                "long",
                listing.count(mine.in(UNDECIDED)
                        .before(before.plusDays(1).atStartOfDay(forms.zone()).toInstant())),
                "reports?" + WAITING + "&to=" + before + "&sort=submitted&up=on",
                true));
        items.add(new Item(
                "returned", listing.count(mine.in(Set.of(ReportStatus.RETURNED))), "reports?state=RETURNED", false));
        if (person.role().atLeast(Role.LEAD)) {
            items.add(new Item(
                    "mine",
                    listing.count(mine.in(UNDECIDED).of(person.id())),
                    "reports?" + WAITING + "&assignee=me",
                    false));
        }
        return items;
    }
}
