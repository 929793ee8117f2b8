package danvan.report.period;

import danvan.organization.directory.Organization;
import danvan.report.store.TemplateTable;
import java.util.Optional;

/** Which template a unit has: its own, or that of the nearest unit above. */
record OfficeTemplates(TemplateTable templates, Organization organization) {
    Optional<TemplateTable.Template> of(String unit) {
        return organization.upwards(unit).stream()
                .flatMap(place -> templates.of(place.code()).stream())
                .findFirst();
    }
}
