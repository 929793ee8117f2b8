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
    @Test
    void everyPatternIsLinear() throws Exception {
        assertThat(PatternTrial.faults(all())).isEmpty();
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
        PatternsOfSources sources = PatternsOfSources.read(Path.of("src/main/java"));
        Map<String, FoundPattern> all = new LinkedHashMap<>();
        sources.found().forEach(pattern -> all.putIfAbsent(pattern.key(), pattern));
        Set<String> words = new HashSet<>();
        sources.found().forEach(pattern -> words.add(pattern.pattern().pattern()));
        List<FoundPattern> held = new ArrayList<>(PatternsOfClasses.of(classes));
        held.stream()
                .filter(pattern -> !words.contains(pattern.pattern().pattern()))
                .forEach(pattern -> all.putIfAbsent(pattern.key(), pattern));
        System.out.println(sources.unread().size() + " unread:\n" + String.join("\n", sources.unread()));
        System.out.println(all.size() + " patterns, held " + held.size());
        return List.copyOf(all.values());
    }
}
