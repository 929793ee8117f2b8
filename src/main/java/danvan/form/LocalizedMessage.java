package danvan.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages to form authors, in whichever language the author reads: a text of {@code texts/form.*.properties} and the
 * values that stand in it, the first at <code>{a}</code>, the second at <code>{b}</code>, the third at
 * <code>{c}</code>.
 *
 * @param values words as they are, or again something said
 */
public record LocalizedMessage(String key, List<Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-c])}");
    private static final Map<String, Properties> TEXTS = new ConcurrentHashMap<>();

    public LocalizedMessage {
        values = List.copyOf(values);
    }

    public static LocalizedMessage of(String key, Object... values) {
        return new LocalizedMessage(key, List.of(values));
    }

    /** In Vietnamese or Turkish, else in English. */
    public String in(String language) {
        var primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return rendered(primary.equals("vi") || primary.equals("tr") ? primary : "en");
    }

    private String rendered(String language) {
        @Nullable String text = texts(language).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text form." + key + " in " + language);
        }
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1).charAt(0) - 'a', language)));
    }

    private String value(int number, String language) {
        var value = values.get(number);
        return value instanceof LocalizedMessage said ? said.rendered(language) : value.toString();
    }

    private static Properties texts(String language) {
        return TEXTS.computeIfAbsent(language, LocalizedMessage::load);
    }

    private static Properties load(String language) {
        var file = "texts/form." + language + ".properties";
        var read = new Properties();
        try (var in =
                Objects.requireNonNull(LocalizedMessage.class.getClassLoader().getResourceAsStream(file), file)) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
        return read;
    }
}
