package danvan.form.session;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** What JavaRosa says, in English and for those who build it, as an author is told it in their language. */
public final class EngineMessages {
    private static final int LONGEST = 300;
    /** What it says, from the most telling on, and the text for that; the groups are its values. */
    private static final Map<Pattern, String> MEANT = meant();

    private EngineMessages() {}

    private static Map<Pattern, String> meant() {
        Map<Pattern, String> meant = new LinkedHashMap<>();
        meant.put(Pattern.compile("Cycle detected.*loop: (.*)"), "engine.cycle");
        meant.put(Pattern.compile("cannot handle function '([^']*)'"), "engine.function");
        meant.put(
                Pattern.compile("problem with [\\w ]* for node \\[([^\\]]*)\\] at line: (.*), Bad node"),
                "engine.expression");
        meant.put(Pattern.compile("bound to non-existent node: \\[([^\\]]*)\\]"), "engine.node");
        meant.put(Pattern.compile("'([^']*)': text is not localizable"), "engine.text");
        meant.put(Pattern.compile("Select question '([^']*)' has no choices"), "engine.noChoices");
        meant.put(Pattern.compile("<item> without proper <value>.*?ref=([^\\]]*)\\]"), "engine.itemValue");
        meant.put(
                Pattern.compile("expression for (\\S+) XPath evaluation: type mismatch The value \"(.*)\" can't be"),
                "engine.mismatchAt");
        meant.put(Pattern.compile("type mismatch The value \"(.*)\" can't be"), "engine.mismatch");
        meant.put(Pattern.compile("Instance referenced by instance\\(([^)]*)\\)"), "engine.list");
        meant.put(Pattern.compile("Instance: (\\S+) Does not exist"), "engine.list");
        meant.put(Pattern.compile("duplicate ID: '([^']*)'"), "engine.twice");
        meant.put(Pattern.compile("unsupported events: (.*)"), "engine.event");
        meant.put(Pattern.compile("^Value (.*) of range attribute (\\w++) can't"), "engine.range");
        meant.put(Pattern.compile("odk-new-repeat must be nested"), "engine.newRepeat");
        meant.put(Pattern.compile("(?<!\\w)(\\w++) action must be in (\\S+) namespace"), "engine.namespace");
        return meant;
    }

    /** What went wrong in it; where that is not known, its own words, said to be that. */
    public static Problem of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof PatternSyntaxException pattern) {
            return FormProblem.of("engine.regex", pattern.getPattern());
        }
        String message = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip().replaceAll("\\s+", " ");
        for (Map.Entry<Pattern, String> known : MEANT.entrySet()) {
            Matcher found = known.getKey().matcher(message);
            if (found.find()) {
                return FormProblem.of(known.getValue(), (Object[]) IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(group -> shortened(found.group(group)))
                        .toArray(String[]::new));
            }
        }
        return FormProblem.of("engine.other", shortened(message));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
