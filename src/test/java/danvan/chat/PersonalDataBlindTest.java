package danvan.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The guard over sentences that were written and committed before its rules were read. What it reached on them then stands in
 * docs/benchmarks.md; the kinds that failed were mended since, so from then on this holds what was reached.
 */
class PersonalDataBlindTest {
    private static final Path SENTENCES = Path.of("src/test/resources/danvan/chat/personal-data-blind.tsv");

    private record Sentence(String language, boolean refused, String kind, String words) {}

    @Test
    void whatIsPersonalIsRefusedAndWhatLooksLikeItIsTaken() throws IOException {
        int right = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Sentence sentence : read()) {
            boolean refused = !(sentence.kind().equals("file-name")
                            ? PersonalData.inName(sentence.words())
                            : PersonalData.in(sentence.words()))
                    .isEmpty();
            if (refused && sentence.refused()) {
                right++;
            } else if (refused) {
                wrong.add("wrong: " + sentence);
            } else if (sentence.refused()) {
                missed.add("missed: " + sentence);
            }
        }
        double precision = (double) right / (right + wrong.size());
        double recall = (double) right / (right + missed.size());
        String shown = String.format(Locale.ROOT, "precision %.3f, recall %.3f", precision, recall) + "\n"
                + String.join("\n", missed) + "\n" + String.join("\n", wrong);
        System.out.println("guard, sentences written blind: " + shown);
        assertThat(precision).as(shown).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).as(shown).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void bothSidesAndAllLanguagesAreThere() throws IOException {
        List<Sentence> all = read();
        for (String language : List.of("vi", "vi-plain", "tr", "en")) {
            for (boolean refused : new boolean[] {true, false}) {
                assertThat(all.stream()
                                .filter(one -> one.language().equals(language) && one.refused() == refused)
                                .count())
                        .as("%s, refused: %s", language, refused)
                        .isGreaterThanOrEqualTo(20);
            }
        }
    }

    private static List<Sentence> read() throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 4))
                .map(part -> new Sentence(part[0], part[1].equals("refuse"), part[2], part[3]))
                .toList();
    }
}
