package danvan.organization;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code units.yml}: a list of units, parents before their children. */
public final class UnitsFile {
    private UnitsFile() {}

    /**
     * The units of a file.
     *
     * @throws IOException where it cannot be read; the message is one line that names the place and the fix
     */
    public static List<Unit> read(Path file) throws IOException {
        @Nullable List<@Nullable Unit> read;
        try {
            read = JsonMapper.builder(new YAMLFactory())
                    .addModules(new Jdk8Module(), new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(Files.readString(file), new TypeReference<>() {});
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException(
                    file + ":" + line + ": not a unit: " + e.getOriginalMessage()
                            + ". Expected {code, name, level, parent, valid_from, valid_to, successor}",
                    e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": not UTF-8; save it as UTF-8", e);
        }
        if (read == null || read.contains(null)) {
            throw new IOException(file + ": an entry is empty; fill it in or remove it");
        }
        List<Unit> units = read.stream().map(Objects::requireNonNull).toList();
        Set<String> known = new HashSet<>();
        for (Unit unit : units) {
            if (unit.parent().isPresent() && !known.contains(unit.parent().get())) {
                throw new IOException(file + ": " + unit.code() + ": its parent "
                        + unit.parent().get() + " must stand above it");
            }
            if (!known.add(unit.code())) {
                throw new IOException(file + ": " + unit.code() + ": occurs twice; keep one");
            }
        }
        return units;
    }
}
