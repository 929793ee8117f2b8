package danvan.report;

import danvan.form.Form;
import danvan.storage.Json;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an instance holds sealed answers, recorded as they are sealed. What stands in a leaf never tells: anybody can type
 * what looks like a sealed text.
 *
 * @param places paths without the numbers of repetitions; empty for an instance that is older than the record, of which
 *     only the form of a text and the key tell
 */
public record Seals(Optional<Set<String>> places) {
    static final Seals NOT_RECORDED = new Seals(Optional.empty());

    public Seals {
        places = places.map(Set::copyOf);
    }

    /** An instance whose personal answers are sealed, and where they are. */
    record Sealed(String xml, Seals seals) {}

    static Sealed seal(Vault vault, Form form, String instanceXml) {
        Set<String> places = new LinkedHashSet<>(form.personalPaths());
        return new Sealed(form.changePersonal(instanceXml, vault::seal), new Seals(Optional.of(places)));
    }

    /** As a column holds it; null there is older than the record. */
    public static Seals read(Optional<String> column) {
        return new Seals(column.map(json -> new LinkedHashSet<>(Arrays.asList(Json.read(json, String[].class)))));
    }

    Optional<String> written() {
        return places.map(paths -> Json.write(paths.stream().sorted().toList()));
    }

    boolean mayHold(String path, String text) {
        return places.map(paths -> paths.contains(path)).orElseGet(() -> Vault.hasForm(text));
    }

    boolean isNowhere() {
        return places.isPresent() && places.get().isEmpty();
    }
}
