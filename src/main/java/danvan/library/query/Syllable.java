package danvan.library.query;

import danvan.text.Folding;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Vietnamese syllable by the rules of its spelling, the tone left aside.
 *
 * @param vowels with their own marks: "ươ"
 */
record Syllable(String onset, String vowels, String coda) {
    private static final Pattern PARTS =
            Pattern.compile("(qu|gi(?=[aăâeêioôơuưy])|[bcdđghklmnpqrstvx]{0,3})([aăâeêioôơuưy]+)(ch|ng|nh|[cmnpt])?");
    private static final Set<String> ONSETS =
            words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
    /** Which stand with a coda, without one, or both. */
    private static final Set<String> OPEN = words(
            "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi ua uê ui uơ uy ưa ưi ưu oai oay oao oeo uây uôi uya"
                    + " uyu ươi ươu iêu yêu");

    private static final Set<String> CLOSED =
            words("a ă â e ê i o ô ơ u ư y oa oă oe oo uâ uê uy iê yê uô ươ uyê ua uă ue");
    private static final Set<String> BARE_OPEN =
            OPEN.stream().map(Folding::letters).collect(Collectors.toSet());
    private static final Set<String> BARE_CLOSED =
            CLOSED.stream().map(Folding::letters).collect(Collectors.toSet());

    static Optional<Syllable> of(String letters) {
        return parts(letters).filter(syllable -> (syllable.coda.isEmpty() ? OPEN : CLOSED).contains(syllable.vowels));
    }

    /** Whether these letters without marks can be one. */
    static boolean isBare(String letters) {
        return parts(letters)
                .filter(syllable -> (syllable.coda.isEmpty() ? BARE_OPEN : BARE_CLOSED).contains(syllable.vowels))
                .isPresent();
    }

    private static Optional<Syllable> parts(String letters) {
        Matcher parts = PARTS.matcher(letters);
        if (!parts.matches() || !(parts.group(1).isEmpty() || ONSETS.contains(parts.group(1)))) {
            return Optional.empty();
        }
        String onset = parts.group(1);
        String vowels = parts.group(2);
        boolean front = "eêiy".indexOf(vowels.charAt(0)) >= 0;
        boolean spelt = switch (onset) {
            case "k", "gh", "ngh" -> front;
            case "c", "g", "ng" -> !front || (onset.equals("g") && vowels.startsWith("i"));
            default -> true;
        };
        return spelt
                ? Optional.of(new Syllable(onset, vowels, parts.group(3) == null ? "" : parts.group(3)))
                : Optional.empty();
    }

    /** Behind c, ch, p and t only the sharp and the heavy tone are spoken. */
    boolean takes(char tone) {
        return !Set.of("c", "ch", "p", "t").contains(coda) || tone == '\u0301' || tone == '\u0323';
    }

    /** With its tone above the vowel that bears it. */
    String with(char tone) {
        int at = vowels.length() - 1;
        boolean marked = vowels.chars().anyMatch(vowel -> "ăâêôơư".indexOf(vowel) >= 0);
        if (marked) {
            while ("ăâêôơư".indexOf(vowels.charAt(at)) < 0) {
                at--;
            }
        } else if (coda.isEmpty() && vowels.length() > 1) {
            at--;
        }
        String spoken = vowels.substring(0, at + 1) + tone + vowels.substring(at + 1);
        return Normalizer.normalize(onset + spoken + coda, Normalizer.Form.NFC);
    }

    String letters() {
        return onset + vowels + coda;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
