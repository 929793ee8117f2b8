package danvan.library.query;

import danvan.library.Glossary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Puts the full form for each abbreviation and typed variant of the glossary, in texts and questions alike, so that
 * "UBND", "uy ban" and "Ủy ban nhân dân" are one to the index. The longest match wins, and a full form stands for
 * itself: "ủy ban nhân dân" is not written out again for the "ủy ban" in it.
 */
final class AbbreviationExpander {
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final int LONGEST = 8;
    private static final int NEIGHBOURS = 2;

    /** Expansions by exact words, joined by blanks. */
    private final Map<String, List<Expansion>> marked = new HashMap<>();
    /** The same with the marks off, for what is typed without. */
    private final Map<String, List<Expansion>> bare = new HashMap<>();

    /** By its first word, how many words the longest has. */
    private final Map<String, Integer> longest = new HashMap<>();

    /** @param beside folded words beside which it is read so */
    private record Expansion(List<Word> words, boolean needsNumber, Set<String> beside) {}

    AbbreviationExpander(Glossary glossary) {
        for (Glossary.Abbreviation abbreviation : glossary.abbreviations()) {
            List<Expansion> readings = new ArrayList<>();
            for (Glossary.FullForm form : abbreviation.readings()) {
                if (!isNumbered(form.full())) { // document numbers are read apart
                    List<Word> words = Word.of(form.full());
                    var reading = new Expansion(
                            words, form.needsNumber(), new HashSet<>(WordForms.folded(Word.of(form.when()))));
                    readings.add(reading);
                    add(words, List.of(reading));
                }
            }
            for (String shortForm : abbreviation.shortForms()) {
                if (!readings.isEmpty() && !isNumbered(shortForm) && !saysMore(shortForm, abbreviation)) {
                    add(Word.of(shortForm), readings);
                }
            }
        }
    }

    private static boolean isNumbered(String form) {
        return !ReferenceParser.in(form, Word.of(form)).isEmpty();
    }

    /** "bt chi bo" beside "bt" is an example of its use: written out whole it would lose the chi bộ. */
    private static boolean saysMore(String shortForm, Glossary.Abbreviation abbreviation) {
        List<String> words = WordForms.folded(Word.of(shortForm));
        Set<String> full = new HashSet<>(
                WordForms.folded(Word.of(abbreviation.readings().get(0).full())));
        boolean startsWithAnother = words.size() > 1
                && abbreviation.shortForms().stream()
                        .anyMatch(other -> WordForms.folded(Word.of(other)).equals(words.subList(0, 1)));
        return startsWithAnother && !full.containsAll(words.subList(1, words.size()));
    }

    private void add(List<Word> from, List<Expansion> to) {
        if (!from.isEmpty() && from.size() <= LONGEST) {
            longest.merge(from.get(0).folded(), from.size(), Math::max);
            marked.putIfAbsent(String.join(" ", WordForms.exact(from)), to);
            bare.putIfAbsent(String.join(" ", WordForms.folded(from)), to);
        }
    }

    /** @param isSyllable whether the collection has a word with these letters: then "tu" may be "từ" */
    List<Word> expanded(String text, List<Word> words, Predicate<String> isSyllable) {
        List<Word> out = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int length = Math.min(longest.getOrDefault(words.get(i).folded(), 0), words.size() - i);
            List<Word> full = List.of();
            while (length > 0 && full.isEmpty()) {
                full = match(text, words, i, i + length, isSyllable);
                length = full.isEmpty() ? length - 1 : length;
            }
            if (full.isEmpty()) {
                out.add(words.get(i++));
                continue;
            }
            int start = words.get(i).start();
            int end = words.get(i + length - 1).end();
            boolean opens = words.get(i).opens();
            for (Word word : full) {
                out.add(new Word(start, end, word.exact(), word.folded(), false, opens));
                opens = false;
            }
            i += length;
        }
        return out;
    }

    private List<Word> match(String text, List<Word> words, int from, int end, Predicate<String> isSyllable) {
        List<Word> run = words.subList(from, end);
        List<Expansion> readings = run.stream().anyMatch(Word::hasMarks)
                ? marked.get(String.join(" ", WordForms.exact(run)))
                : bare.get(String.join(" ", WordForms.folded(run)));
        if (readings == null || (run.size() == 1 && mayBeAWord(text, run.get(0), isSyllable))) {
            return List.of();
        }
        boolean numberFollows = end < words.size() && words.get(end).hasDigit();
        Set<String> near = new HashSet<>(WordForms.folded(
                words.subList(Math.max(0, from - NEIGHBOURS), Math.min(words.size(), end + NEIGHBOURS))));
        Expansion best = null;
        long bestScore = -1;
        for (Expansion reading : readings) {
            long beside = reading.beside.stream().filter(near::contains).count();
            long score = reading.needsNumber ? (numberFollows ? NEIGHBOURS * 4L : -1) : beside;
            // At equal score the later reading holds: the office writes the commonest case last.
            if (score >= bestScore && score >= 0) {
                best = reading;
                bestScore = score;
            }
        }
        return best == null ? List.of() : Objects.requireNonNull(best).words;
    }

    private static boolean mayBeAWord(String text, Word word, Predicate<String> isSyllable) {
        String typed = text.substring(word.start(), word.end());
        boolean capitals = typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
        return !capitals && VOWEL.matcher(word.folded()).find() && isSyllable.test(word.folded());
    }
}
