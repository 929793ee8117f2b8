package danvan.chat;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.PersonalData.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well the guard tells people's numbers and secrecy marks from what looks like them. The odd sentences were used to make the
 * rules, the even ones only to measure: whoever changes a rule looks at the odd ones alone.
 */
class PersonalDataSetTest {
    private static final Path SENTENCES = Path.of("src/test/resources/danvan/chat/personal-data.txt");

    private record Sentence(String language, Set<Kind> kinds, String words) {}

    private record Figures(int right, int missed, int wrong, List<String> faults) {
        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }
    }

    @Test
    void thereAreEnoughOfEachKindAndLanguage() throws IOException {
        List<Sentence> all = read();
        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(all.stream().map(Sentence::words).distinct()).hasSameSizeAs(all);
        for (Kind kind : Kind.values()) {
            assertThat(all.stream().filter(one -> one.kinds().contains(kind)).count())
                    .as(kind.name())
                    .isGreaterThanOrEqualTo(20);
        }
        assertThat(all.stream().filter(one -> one.kinds().isEmpty()).count()).isGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"odd", "even"})
    void precisionAndRecallAreHigh(String half) throws IOException {
        List<Sentence> all = read();
        List<Sentence> chosen = new ArrayList<>();
        for (int i = half.equals("odd") ? 0 : 1; i < all.size(); i += 2) {
            chosen.add(all.get(i));
        }
        Figures figures = measured(chosen);
        System.out.printf(
                Locale.ROOT,
                "guard for personal numbers, %s half: %d sentences, precision %.3f, recall %.3f%n",
                half,
                chosen.size(),
                figures.precision(),
                figures.recall());
        // The faults of the half that only measures are not shown: who reads them would tune for them.
        String shown = half.equals("odd")
                ? String.join("\n", figures.faults())
                : figures.faults().size() + " faults";
        assertThat(figures.precision()).as(shown).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.recall()).as(shown).isGreaterThanOrEqualTo(0.98);
    }

    private static Figures measured(List<Sentence> sentences) {
        int right = 0;
        int missed = 0;
        int wrong = 0;
        List<String> faults = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Set<Kind> found = PersonalData.in(sentence.words());
            for (Kind kind : Kind.values()) {
                boolean is = sentence.kinds().contains(kind);
                boolean was = found.contains(kind);
                right += is && was ? 1 : 0;
                missed += is && !was ? 1 : 0;
                wrong += !is && was ? 1 : 0;
                if (is != was) {
                    faults.add((is ? "missed " : "wrong ") + kind + ": " + sentence.words());
                }
            }
        }
        return new Figures(right, missed, wrong, faults);
    }

    private static List<Sentence> read() throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 3))
                .map(part -> new Sentence(part[0], kinds(part[1]), part[2]))
                .toList();
    }

    private static Set<Kind> kinds(String text) {
        return text.equals("-")
                ? EnumSet.noneOf(Kind.class)
                : Arrays.stream(text.split(",", -1)).map(Kind::valueOf).collect(Collectors.toSet());
    }
}
