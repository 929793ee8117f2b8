package danvan.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says, in three languages. Each room keeps its own file {@code texts/<room>.<language>.properties}
 * (UTF-8), with ICU message patterns; a key is named with its room in front: {@code ask.notFound} is the key {@code
 * notFound} of {@code texts/ask.vi.properties}.
 *
 * <p>Patterns are {@linkplain Markup markup}; values filled in are plain text and are escaped, except those handed over
 * as {@link Marked}. Safe for use by several threads.
 */
public final class Texts {
    private final ClassLoader loader;
    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

    public Texts() {
        this.loader = Texts.class.getClassLoader();
    }

    /** A value that is markup already. */
    public record Marked(String markup) {}

    /** The texts of one language. */
    public Phrases in(Language language) {
        return new Phrases(this, language);
    }

    /**
     * A text.
     *
     * @param key room, dot, key
     * @param namesAndValues name, value, name, value … for the pattern's arguments
     * @throws IllegalArgumentException where the key or the file does not exist: a defect, held by a test
     */
    public String say(Language language, String key, Object... namesAndValues) {
        String pattern = pattern(language, key);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], escaped(namesAndValues[i + 1]));
        }
        return new MessageFormat(pattern, language.locale()).format(values);
    }

    /** The keys of a room in a language, without the room's name. */
    public Set<String> keys(String room, Language language) {
        return new TreeSet<>(bundle(room, language).keySet());
    }

    /** The pattern behind a key, as written. */
    public String pattern(Language language, String key) {
        int dot = key.indexOf('.');
        @Nullable String pattern = bundle(key.substring(0, dot), language).get(key.substring(dot + 1));
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.code());
        }
        return pattern;
    }

    private static Object escaped(Object value) {
        if (value instanceof Marked marked) {
            return marked.markup();
        }
        return value instanceof String plain ? Markup.escape(plain) : value;
    }

    private Map<String, String> bundle(String room, Language language) {
        return bundles.computeIfAbsent("texts/" + room + "." + language.code() + ".properties", this::load);
    }

    private Map<String, String> load(String file) {
        Properties properties = new Properties();
        try (@Nullable InputStream in = loader.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no texts in " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return Map.copyOf(texts);
    }

    /** The texts bound to one language. */
    public static final class Phrases {
        private final Texts texts;
        private final Language language;

        private Phrases(Texts texts, Language language) {
            this.texts = texts;
            this.language = language;
        }

        public Language language() {
            return language;
        }

        /** Whether there is a text of this key. */
        public boolean has(String key) {
            return texts.keys(key.substring(0, key.indexOf('.')), language)
                    .contains(key.substring(key.indexOf('.') + 1));
        }

        /** As {@link Texts#say}. */
        public String say(String key, Object... namesAndValues) {
            return texts.say(language, key, namesAndValues);
        }

        /** As {@link #say}, as plain text: for buttons and toasts. */
        public String plain(String key, Object... namesAndValues) {
            return Markup.strip(say(key, namesAndValues));
        }
    }
}
