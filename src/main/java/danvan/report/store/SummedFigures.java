package danvan.report.store;

import danvan.storage.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a report that were added up from other reports, kept with it as JSON.
 *
 * @param period what they are for; empty where nothing was added up
 * @param figures by the path of their question
 */
public record SummedFigures(String period, Map<String, Figure> figures) {
    public static final SummedFigures NOTHING = new SummedFigures("", Map.of());

    /**
     * A figure.
     *
     * @param value as the form stores it; empty where there was no report to add up
     * @param receipts of the reports it comes from, the first one first
     */
    public record Figure(String value, List<String> receipts) {
        public Figure {
            receipts = List.copyOf(receipts);
        }
    }

    public SummedFigures {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** As a column holds it. */
    public Optional<String> written() {
        return figures.isEmpty() ? Optional.empty() : Optional.of(Json.write(this));
    }

    public static SummedFigures read(Optional<String> column) {
        return column.map(json -> Json.read(json, SummedFigures.class)).orElse(NOTHING);
    }

    public Optional<Figure> of(String ref) {
        return Optional.ofNullable(figures.get(ref));
    }

    public boolean isEmpty() {
        return figures.isEmpty();
    }
}
