package danvan.report;

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
record Gathered(String period, Map<String, Figure> figures) {
    static final Gathered NOTHING = new Gathered("", Map.of());

    /**
     * A figure.
     *
     * @param value as the form stores it; empty where there was no report to add up
     * @param receipts of the reports it comes from, the first one first
     */
    record Figure(String value, List<String> receipts) {
        Figure {
            receipts = List.copyOf(receipts);
        }
    }

    Gathered {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** As a column holds it. */
    Optional<String> written() {
        return figures.isEmpty() ? Optional.empty() : Optional.of(Json.write(this));
    }

    static Gathered read(Optional<String> column) {
        return column.map(json -> Json.read(json, Gathered.class)).orElse(NOTHING);
    }

    Optional<Figure> of(String ref) {
        return Optional.ofNullable(figures.get(ref));
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }
}
