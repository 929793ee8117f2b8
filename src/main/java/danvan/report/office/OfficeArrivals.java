package danvan.report.office;

import danvan.chat.Person;
import danvan.desk.port.Arrivals;
import danvan.organization.directory.Organization;
import danvan.report.ReportForms;
import danvan.report.store.ReportListing;
import danvan.report.store.ReportStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has sent a form, for the desk's coverage. Safe for use by several threads. */
public final class OfficeArrivals implements Arrivals {
    private final ReportForms forms;
    private final ReportListing listing;
    private final Organization organization;

    public OfficeArrivals(ReportForms forms, ReportStore store, Organization organization) {
        this.forms = forms;
        this.listing = store.listing();
        this.organization = organization;
    }

    @Override
    public List<Arrival> since(Person person, String form, LocalDate day, Set<String> units, Set<String> periods) {
        Set<String> own = WantedReports.seesAll(person) ? units : organization.codesWithin(person.unit());
        return listing.arrivals(form, day.atStartOfDay(forms.zone()).toInstant(), periods).stream()
                .filter(arrival -> units.contains(arrival.unit()) && own.contains(arrival.unit()))
                .map(arrival -> new Arrival(
                        arrival.receipt().toString(),
                        arrival.unit(),
                        arrival.period(),
                        arrival.at(),
                        arrival.nil(),
                        arrival.returned()))
                .toList();
    }

    @Override
    public Optional<LocalDate> first(String form) {
        return listing.first(form).map(at -> LocalDate.ofInstant(at, forms.zone()));
    }

    @Override
    public List<Arrivals.Period> periods(String form, LocalDate day, int count) {
        Map<danvan.report.Period.Kind, Integer> kinds = new EnumMap<>(danvan.report.Period.Kind.class);
        listing.periods(form)
                .forEach((code, reports) -> danvan.report.Period.of(code)
                        .ifPresent(period -> kinds.merge(period.kind(), reports, Integer::sum)));
        danvan.report.Period.Kind usual = kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(danvan.report.Period.Kind.MONTH);
        List<Arrivals.Period> periods = new ArrayList<>();
        danvan.report.Period period = danvan.report.Period.around(day, usual);
        for (int i = 0; i < count; i++) {
            periods.add(new Arrivals.Period(period.code(), period.months().lastDay()));
            period = period.previous();
        }
        Collections.reverse(periods);
        return periods;
    }
}
