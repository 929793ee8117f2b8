package danvan.form.xform;

import danvan.form.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that lie next to an XForm and are named in it, such as a list of places. */
public final class Attachments {
    private static final Pattern NAMED = Pattern.compile("jr://[a-z-]+/([^\"'/\\\\<>]+)");

    private final Optional<Path> folder;
    /** Those that came with the form in one file, by their names. */
    private final Map<String, byte[]> held;

    private Attachments(Optional<Path> folder, Map<String, byte[]> held) {
        this.folder = folder;
        this.held = held;
    }

    /** For a form that came alone. */
    public static Attachments none() {
        return new Attachments(Optional.empty(), Map.of());
    }

    public static Attachments besides(Path form) {
        var folder = form.getParent();
        return new Attachments(Optional.of(folder == null ? Path.of("") : folder), Map.of());
    }

    /** For a form that came with them; only the texts among them are of use. */
    public static Attachments of(Map<String, byte[]> files) {
        return new Attachments(Optional.empty(), new HashMap<>(files));
    }

    /** The names a form mentions: files of these names are no forms themselves. */
    public static Set<String> namedIn(String xform) {
        return NAMED.matcher(xform).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    /** The text behind an address such as {@code jr://file/places.xml}; never a file of another folder. */
    Optional<String> text(String address) throws IOException {
        var matcher = NAMED.matcher(address);
        var inside = matcher.matches() ? held.get(matcher.group(1)) : null;
        if (inside != null) {
            return Optional.of(TextDecoder.text(inside));
        }
        var file = matcher.matches() ? file(matcher.group(1)) : Optional.<Path>empty();
        return file.isPresent() ? Optional.of(TextDecoder.text(Files.readAllBytes(file.get()))) : Optional.empty();
    }

    /** The file of this name, if it is there; never one of another folder. */
    public Optional<Path> file(String name) {
        var plain = Media.fileName(name);
        return folder.map(place -> place.resolve(plain))
                .filter(Files::isRegularFile)
                .or(() -> folder.flatMap(place -> prefixed(place, plain)));
    }

    /** Downloads often get something before their name; if one file alone ends so, it is meant. */
    private static Optional<Path> prefixed(Path folder, String name) {
        if (name.isEmpty() || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            var ending = Pattern.compile(".*[^\\p{L}\\p{N}]" + Pattern.quote(name), Pattern.DOTALL);
            var found = files.filter(Files::isRegularFile)
                    .filter(file ->
                            ending.matcher(String.valueOf(file.getFileName())).matches())
                    .limit(2)
                    .toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
