package danvan.library.query;

import danvan.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Syllables that Vietnamese is written in, whether a collection holds them or not: what is one of them is no slip. Where they
 * are from says the file itself.
 */
final class CommonSyllables {
    static final String FILE = "/library/syllables.txt";

    private static final Set<String> EXACT = new HashSet<>();
    private static final Set<String> FOLDED = new HashSet<>();

    static {
        for (String line : lines()) {
            for (String syllable : line.startsWith("#") ? List.<String>of() : List.of(line.split(" "))) {
                EXACT.add(ExactForm.of(syllable));
                FOLDED.add(Folding.folded(syllable));
            }
        }
    }

    private CommonSyllables() {}

    static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(CommonSyllables.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }

    /** Whether the word is one as it was typed; without marks, whether some have these letters. */
    static boolean contains(Word word) {
        return word.hasMarks() ? EXACT.contains(word.exact()) : FOLDED.contains(word.folded());
    }
}
