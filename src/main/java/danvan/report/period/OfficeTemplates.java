package danvan.report.period;

import danvan.report.export.UnitTree;
import danvan.report.store.TemplateTable;
import java.util.Optional;

/** Which template a unit has: its own, or that of the nearest unit above. */
record OfficeTemplates(TemplateTable templates, UnitTree units) {
    Optional<TemplateTable.Template> of(String unit) {
        return units.upwards(unit).stream()
                .flatMap(place -> templates.of(place.code()).stream())
                .findFirst();
    }
}
