package danvan.form;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What XLSForm has and a chat cannot ask, each with the reason an author is told. */
final class UnsupportedTypes {
    private static final String NOT_IN_A_CHAT = "cannot be asked in a chat";
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("barcode", "cannot be scanned in a chat"),
            Map.entry("qrcode", "cannot be scanned in a chat"),
            Map.entry("rank", NOT_IN_A_CHAT),
            Map.entry("geotrace", "cannot be drawn in a chat"),
            Map.entry("geoshape", "cannot be drawn in a chat"),
            Map.entry("osm", "cannot be drawn in a chat"),
            Map.entry("background-audio", "cannot be recorded in a chat"),
            Map.entry("background-geopoint", "cannot be recorded in a chat"),
            Map.entry("start-geopoint", "cannot be recorded in a chat"),
            Map.entry("loop", "is written as a repeat today"),
            Map.entry("include", "needs an outside file"),
            Map.entry("cascading", "is written with a choice_filter today"),
            Map.entry("select_one_external", "needs an outside file"),
            Map.entry("table-list", "needs an outside file"));
    private static final Map<Pattern, String> APPEARANCES = Map.of(
            Pattern.compile("\\bsearch\\s*\\("), "search() needs an outside file",
            Pattern.compile("(^|\\s)ex:"), "another app cannot be called from a chat",
            Pattern.compile("\\b(signature|draw|annotate)\\b"), "a chat has nothing to draw on",
            Pattern.compile("\\bimage-map\\b"), "a picture in a chat has no areas to tap",
            Pattern.compile("\\bbearing\\b"), "a chat has no compass",
            Pattern.compile("\\bprinter:"), "a chat has no printer");

    private UnsupportedTypes() {}

    static Optional<String> reason(String written) {
        var words = written.toLowerCase(Locale.ROOT).split("\\s+", 3);
        var first = words[0].equals("begin") && words.length > 1 ? words[1] : words[0].replaceFirst("^begin_", "");
        return Optional.ofNullable(REASONS.get(first.replace("odk:", "")));
    }

    /** Why a question that looks like this cannot be asked. */
    static Optional<String> reasonOfAppearance(String appearance) {
        var lower = appearance.toLowerCase(Locale.ROOT);
        return APPEARANCES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(lower).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
