package danvan.report.store;

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
public record SealedPaths(Optional<Set<String>> places) {
    public static final SealedPaths NOT_RECORDED = new SealedPaths(Optional.empty());

    public SealedPaths {
        places = places.map(Set::copyOf);
    }

    /** An instance whose personal answers are sealed, and where they are. */
    public record Sealed(String xml, SealedPaths seals) {}

    public static Sealed seal(AnswerCipher vault, Form form, String instanceXml) {
        Set<String> places = new LinkedHashSet<>(form.personalPaths());
        return new Sealed(form.changePersonal(instanceXml, vault::seal), new SealedPaths(Optional.of(places)));
    }

    /** As a column holds it; null there is older than the record. */
    public static SealedPaths read(Optional<String> column) {
        return new SealedPaths(column.map(json -> new LinkedHashSet<>(Arrays.asList(Json.read(json, String[].class)))));
    }

    public Optional<String> written() {
        return places.map(paths -> Json.write(paths.stream().sorted().toList()));
    }

    public boolean mayHold(String path, String text) {
        return places.map(paths -> paths.contains(path)).orElseGet(() -> AnswerCipher.hasForm(text));
    }

    public boolean isNowhere() {
        return places.isPresent() && places.get().isEmpty();
    }
}
