package danvan.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings as written: dotted keys with their values and where each stands, the environment over the file. {@code
 * telegram.api-url} is overridden by {@code DANVAN_TELEGRAM_API_URL}.
 */
final class Settings {
    /** A value as written, and its place in words, such as {@code config.yml line 7}. */
    record Written(List<String> values, String place) {}

    private final Map<String, Written> written = new LinkedHashMap<>();

    /**
     * Settings.
     *
     * @param lists those of the keys whose value in the environment is a list, parted by commas
     */
    static Settings of(Optional<Path> file, Map<String, String> environment, List<String> keys, Set<String> lists) {
        Settings settings = new Settings();
        file.ifPresent(path -> settings.readFile(path, keys));
        for (String key : keys) {
            String name = environmentName(key);
            @Nullable String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                List<String> values = lists.contains(key)
                        ? Stream.of(value.split(",", -1)).map(String::strip).toList()
                        : List.of(value);
                settings.written.put(key, new Written(values, "environment " + name));
            }
        }
        return settings;
    }

    static String environmentName(String key) {
        return "DANVAN_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    Optional<Written> written(String key) {
        return Optional.ofNullable(written.get(key));
    }

    private void readFile(Path file, List<String> keys) {
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            read(parser, file, keys);
        } catch (JsonProcessingException e) {
            throw new ConfigException(
                    place(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                            + ": this is not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + ". Expected lines such as 'language: vi', nested by two spaces",
                    e);
        } catch (MalformedInputException e) {
            throw new ConfigException(file + ": this is not UTF-8 text; save it as UTF-8", e);
        } catch (AccessDeniedException e) {
            throw new ConfigException(
                    file + ": this account may not read it; give it the right to, or start the bot as the file's owner",
                    e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private void read(JsonParser parser, Path file, List<String> keys) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        @Nullable JsonToken token = parser.nextToken();
        if (token != null && token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
            throw new ConfigException(
                    place(file, parser.currentTokenLocation().getLineNr()) + ": expected 'key: value' lines");
        }
        String name = "";
        while ((token = parser.nextToken()) != null) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
                check(join(path, name), keys, place(file, line));
            } else if (token == JsonToken.START_OBJECT) {
                path.addLast(name);
            } else if (token == JsonToken.END_OBJECT) {
                path.pollLast();
            } else if (token == JsonToken.START_ARRAY) {
                String key = leaf(join(path, name), keys, place(file, line));
                put(key, list(parser, key, file), place(file, line));
            } else if (token != JsonToken.VALUE_NULL) {
                String key = leaf(join(path, name), keys, place(file, line));
                put(key, List.of(parser.getText()), place(file, line));
            }
        }
    }

    private static List<String> list(JsonParser parser, String key, Path file) throws IOException {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isScalarValue()) {
                throw new ConfigException(
                        place(file, parser.currentTokenLocation().getLineNr()) + ": " + key
                                + ": expected a list of plain values");
            }
            values.add(parser.getText());
        }
        return values;
    }

    private void put(String key, List<String> values, String place) {
        if (written.put(key, new Written(values, place)) != null) {
            throw new ConfigException(place + ": " + key + ": occurs twice; keep one of them");
        }
    }

    /** A key that takes a value, not one that has others below it. */
    private static String leaf(String key, List<String> keys, String place) {
        if (!keys.contains(key)) {
            String below = keys.stream()
                    .filter(known -> known.startsWith(key + "."))
                    .findFirst()
                    .orElse(key);
            throw new ConfigException(
                    place + ": " + key + ": expected settings below it, nested by two spaces, such as " + below);
        }
        return key;
    }

    private static void check(String key, List<String> keys, String place) {
        for (String known : keys) {
            if (known.equals(key) || known.startsWith(key + ".")) {
                return;
            }
        }
        throw new ConfigException(
                place + ": " + key + ": there is no such setting. The settings are: " + String.join(", ", keys));
    }

    private static String join(Deque<String> path, String name) {
        return path.isEmpty() ? name : String.join(".", path) + "." + name;
    }

    private static String place(Path file, int line) {
        return file + " line " + line;
    }
}
