package danvan.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import danvan.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A message of "da " × 1,300 overflowed the stack of a pattern, and a run of blanks cost minutes: the turn was taken again
 * without end, until all turn threads were held. Every pattern is linear on runs of whatever it names.
 */
class LinearPatternsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static final String HELD =
            "made of other classes' constants and held in static fields, where they are found and tried";

    /** By the class that makes them, with the reason why they are linear all the same. */
    private static final Map<String, String> MADE_AT_RUN_TIME = Map.ofEntries(
            Map.entry("Letterhead", HELD),
            Map.entry("Parent", HELD),
            Map.entry("TruthFile", HELD),
            Map.entry("NamedDocuments", HELD),
            Map.entry("DayWords", "names of weekdays and months from its own lists, asked for the whole text"),
            Map.entry("TypedOrder", "chooses one of its patterns, which are found and tried"),
            Map.entry("GroupLine", "chooses one of its three patterns, which are found and tried"),
            Map.entry("TypedDay", "its forms stand in a static list, where they are found and tried"),
            Map.entry("Mark", "its forms stand in a static list, where they are found and tried"),
            Map.entry("FollowUp", "its kinds stand in a static list, where they are found and tried"),
            Map.entry("ScheduleReader", "a year and a few letters, asked for the whole text"),
            Map.entry("Enclosures", "a quoted path with a number behind it, asked for the whole text"),
            Map.entry("Attachments", "a quoted name at the end of a file's name, asked for the whole text"),
            Map.entry("DocumentQuestion", "its forms stand in an enum, where they are found and tried"),
            Map.entry("RepeatFiles", "a quoted path with a number behind it, asked for the whole text"));

    @Test
    void everyPatternIsLinear() throws Exception {
        assertThat(PatternTrial.faults(all())).isEmpty();
    }

    /** What is made when the bot runs cannot be tried here; each is looked at by a person. */
    @Test
    void patternsMadeWhenTheBotRunsAreKnown() throws Exception {
        assertThat(PatternsOfSources.read(SOURCES).unread().stream()
                        .map(call -> call.substring(0, call.indexOf(':')))
                        .distinct())
                .isSubsetOf(MADE_AT_RUN_TIME.keySet());
    }

    @Test
    void theTrialKnowsBadPatterns() {
        assertThat(PatternTrial.faults(List.of(
                        new FoundPattern("quadratic", Pattern.compile("\\s*,"), false),
                        new FoundPattern("deep", Pattern.compile("(?:(?:da|vâng) ?)*"), false),
                        new FoundPattern("exponential", Pattern.compile("(a|aa)+b"), true))))
                .hasSize(3);
        assertThat(PatternTrial.faults(List.of(
                        new FoundPattern("guarded", Pattern.compile("(?<!\\s)\\s*+,"), false),
                        new FoundPattern("possessive", Pattern.compile("(?:(?:da|vâng) ?)*+"), false))))
                .isEmpty();
    }

    private static List<FoundPattern> all() throws Exception {
        var classes = new ClassFileImporter()
                .importPath(Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        PatternsOfSources sources = PatternsOfSources.read(SOURCES);
        Map<String, FoundPattern> all = new LinkedHashMap<>();
        sources.found().forEach(pattern -> all.putIfAbsent(pattern.key(), pattern));
        Set<String> words = new HashSet<>();
        sources.found().forEach(pattern -> words.add(pattern.pattern().pattern()));
        List<FoundPattern> held = new ArrayList<>(PatternsOfClasses.of(classes));
        held.stream()
                .filter(pattern -> !words.contains(pattern.pattern().pattern()))
                .forEach(pattern -> all.putIfAbsent(pattern.key(), pattern));
        return List.copyOf(all.values());
    }
}
