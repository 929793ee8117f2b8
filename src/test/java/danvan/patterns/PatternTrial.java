package danvan.patterns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds one pattern against long runs of what it names. The work is counted in letters looked at, not in time, so that a
 * busy machine changes nothing: a pattern whose work grows with the square of the text looks at millions.
 */
final class PatternTrial {
    /** Enough to tell work that grows with the square. */
    private static final int LENGTH = 1_000;
    /** As long as a message may be; a repeated group overflows the stack on it. */
    private static final int MESSAGE = 4_000;

    private static final int LONG = 20_000;
    /** Looks at each letter of the text that nobody would call much. */
    private static final int FEW = 40;

    private static final int MOST = 2_000;
    private static final long DEEP = -1;
    private static final int MOST_SIGNS = 5;
    private static final int NEAR = 3;
    /** What no class names: a run that stops before the end of the text is tried again from each of its letters. */
    private static final String STOP = "\u00b6";

    private static final List<String> ENDS = List.of("", "\n" + STOP);
    private static final int MOST_PAIRED = 16;
    private static final String ALWAYS = " \n\t1aAạđ.,-\u0301";
    /** Members of the classes that patterns name by a letter. */
    private static final String MEMBERS = "_9zẾỡ/:;(|\u00A0";

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}+");

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)(?:[*+]|\\{\\d*,)(?!\\+)");

    private final FoundPattern found;
    private final boolean repeatsGroup;

    PatternTrial(FoundPattern found) {
        this.found = found;
        this.repeatsGroup = REPEATED_GROUP.matcher(found.pattern().pattern()).find();
    }

    /** What went wrong, or empty. */
    Optional<String> fault() {
        AtomicReference<Optional<String>> fault = new AtomicReference<>(Optional.empty());
        // A thread with the stack that all threads of the bot have.
        Thread thread = new Thread(() -> fault.set(firstFault()), "pattern");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Objects.requireNonNull(fault.get());
    }

    private Optional<String> firstFault() {
        List<Way> ways = found.wholeOnly() ? List.of(Way.MATCHES) : List.of(Way.values());
        for (Run run : runs()) {
            for (Way way : ways) {
                Optional<String> fault = fault(way, run);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> fault(Way way, Run run) {
        long looks = looks(way, run, run.length());
        if (looks == DEEP || (repeatsGroup && looks(way, run, MESSAGE) == DEEP)) {
            return Optional.of(way + " overflows the stack on " + run);
        }
        // Four times the text is four times the work, or sixteen times where it is quadratic.
        boolean much = looks > (long) FEW * run.length() && looks > 7 * looks(way, run, run.length() / 4);
        return much ? Optional.of(way + " is not linear on " + run) : Optional.empty();
    }

    private long looks(Way way, Run run, int length) {
        Counted counted = new Counted(run.text(length), (long) MOST * length);
        try {
            boolean unused = way.tried.test(found.pattern().matcher(counted));
        } catch (StackOverflowError deep) {
            return DEEP;
        } catch (TooMuchWork much) {
            return Long.MAX_VALUE;
        }
        return counted.looks;
    }

    /** Each letter and word over and over, alone and behind the words that may lead to it. */
    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (String unit : units()) {
            for (String end : ENDS) {
                runs.add(new Run("", unit, end, LENGTH));
            }
        }
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            for (String again : List.of(" ", "1", ".", "\n", words.get(i) + " ")) {
                runs.add(new Run(words.get(i), again, STOP, LENGTH));
                for (int j = i + 1; j < Math.min(words.size(), i + NEAR); j++) {
                    runs.add(new Run(words.get(i) + " " + words.get(j), again, STOP, LENGTH));
                }
            }
        }
        letters().forEach(letter -> runs.add(new Run("", letter, "", LONG)));
        return runs;
    }

    private List<String> words() {
        return WORD.matcher(plain()).results().map(MatchResult::group).toList();
    }

    /** Letters alone and in pairs, and the words that the pattern names, with the signs it names before or behind. */
    private Set<String> units() {
        Set<String> letters = letters();
        List<String> paired = letters.stream().limit(MOST_PAIRED).toList();
        Set<String> units = new LinkedHashSet<>(letters);
        for (String first : paired) {
            for (String second : paired) {
                units.add(first + second);
            }
        }
        List<String> signs = letters.stream()
                .filter(letter -> !Character.isLetterOrDigit(letter.codePointAt(0)))
                .limit(MOST_SIGNS)
                .toList();
        for (String word : words()) {
            units.add(word);
            for (String sign : signs) {
                units.add(word + sign);
                units.add(sign + word + sign);
            }
        }
        return units;
    }

    private Set<String> letters() {
        Set<String> letters = new LinkedHashSet<>();
        ALWAYS.codePoints().mapToObj(Character::toString).forEach(letters::add);
        String plain = plain();
        // What is no letter is what patterns repeat: signs first, then letters.
        plain.codePoints()
                .filter(point -> !Character.isLetter(point))
                .mapToObj(Character::toString)
                .forEach(letters::add);
        MEMBERS.codePoints().mapToObj(Character::toString).forEach(letters::add);
        plain.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .forEach(letters::add);
        return letters;
    }

    /** The pattern without the letters that only name a class. */
    private String plain() {
        return found.pattern()
                .pattern()
                .replaceAll("\\\\[pP]\\{[^}]*+}", "ạ")
                .replaceAll("\\\\[sSdDwWbBRhvXzZAGQE]", "");
    }

    /** A text that goes on and on. */
    private record Run(String start, String unit, String end, int length) {
        String text(int letters) {
            return start + unit.repeat(letters / unit.length()) + end;
        }

        @Override
        public String toString() {
            return "«%s» and %d letters of «%s»"
                    .formatted(start, length, unit)
                    .replace("\n", "\\n")
                    .replace("\t", "\\t");
        }
    }

    private enum Way {
        FIND(matcher -> {
            while (matcher.find()) {
                // Every place, as replacing does.
            }
            return true;
        }),
        MATCHES(Matcher::matches),
        LOOKING_AT(Matcher::lookingAt);

        @SuppressWarnings("ImmutableEnumChecker") // A method reference holds nothing.
        private final Predicate<Matcher> tried;

        Way(Predicate<Matcher> tried) {
            this.tried = tried;
        }
    }

    private static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuchWork() {
            super("too much work", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private final long most;
        private long looks;

        Counted(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > most) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static List<String> faults(List<FoundPattern> patterns) {
        return patterns.parallelStream()
                .flatMap(pattern ->
                        new PatternTrial(pattern).fault().map(fault -> pattern + "\n      " + fault).stream())
                .toList();
    }
}
