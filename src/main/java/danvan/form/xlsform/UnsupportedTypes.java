package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What XLSForm has and a chat cannot ask, each with the reason an author is told. */
final class UnsupportedTypes {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("geotrace", "type.drawn"),
            Map.entry("geoshape", "type.drawn"),
            Map.entry("osm", "type.drawn"),
            Map.entry("background-audio", "type.recorded"),
            Map.entry("background-geopoint", "type.recorded"),
            Map.entry("start-geopoint", "type.recorded"),
            Map.entry("loop", "type.loop"),
            Map.entry("include", "type.outside"),
            Map.entry("cascading", "type.cascading"),
            Map.entry("select_one_external", "type.outside"),
            Map.entry("table-list", "type.outside"));
    private static final Map<Pattern, String> APPEARANCES = Map.of(
            Pattern.compile("(?<![\\p{L}\\p{N}_])(signature|draw|annotate)(?![\\p{L}\\p{N}_])"), "look.draw",
            Pattern.compile("(?<![\\p{L}\\p{N}_])image-map(?![\\p{L}\\p{N}_])"), "look.map",
            Pattern.compile("(?<![\\p{L}\\p{N}_])bearing(?![\\p{L}\\p{N}_])"), "look.compass",
            Pattern.compile("(?<![\\p{L}\\p{N}_])printer:"), "look.printer");

    private UnsupportedTypes() {}

    static Optional<Problem> reason(String written) {
        var words = written.toLowerCase(Locale.ROOT).split("\\s+", 3);
        var first = words[0].equals("begin") && words.length > 1 ? words[1] : words[0].replaceFirst("^begin_", "");
        return Optional.ofNullable(REASONS.get(first.replace("odk:", ""))).map(key -> FormProblem.of(key, written));
    }

    /** Why a question that looks like this cannot be asked. */
    static Optional<Problem> reasonOfAppearance(String appearance) {
        var lower = appearance.toLowerCase(Locale.ROOT);
        return APPEARANCES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(lower).find())
                .map(entry -> FormProblem.of(entry.getValue()))
                .findFirst();
    }
}
