package danvan.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cheap screens in the sun: whatever is written can be told from what it is written on (WCAG 2.2, 1.4.3). */
class PageColoursTest {
    private static final double READABLE = 4.5;
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3});");

    private final Map<String, String> light = new HashMap<>();
    private final Map<String, String> dark = new HashMap<>();

    @BeforeEach
    void reads() {
        String[] schemes = Asset.text("page.css").split("prefers-color-scheme: dark", 2);
        colours(schemes[0], light);
        dark.putAll(light);
        colours(schemes[1], dark);
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "ink, mine",
        "ink, quote",
        "ink, line",
        "muted, paper",
        "muted, card",
        "muted, mine",
        "red, paper",
        "red, card",
        "red, mine",
        "red, quote",
        "red, key",
        "on-fill, fill"
    })
    void wordsCanBeReadByDayAndByNight(String words, String ground) {
        assertThat(contrast(light, words, ground)).as("light").isGreaterThanOrEqualTo(READABLE);
        assertThat(contrast(dark, words, ground)).as("dark").isGreaterThanOrEqualTo(READABLE);
    }

    private static void colours(String css, Map<String, String> into) {
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            into.put(matcher.group(1), matcher.group(2));
        }
    }

    private static double contrast(Map<String, String> scheme, String a, String b) {
        assertThat(scheme).containsKeys(a, b);
        double first = luminance(scheme.getOrDefault(a, "none"));
        double second = luminance(scheme.getOrDefault(b, "none"));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        String full = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
        int rgb = Integer.parseInt(full, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
