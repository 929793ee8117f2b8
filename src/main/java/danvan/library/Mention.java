package danvan.library;

import danvan.library.query.Word;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document named in another one, as in "thay thế Quyết định số 77/QĐ-UBND". Every commune counts from 1 each year: such a
 * number means the document of the same issuer. What the centre issues bears a number that nobody else's does.
 */
public final class Mention {
    private static final Pattern CENTRAL =
            Pattern.compile("(?i)[-/](?:TW|CP|TTg|CTN|BDVTW|BTCTW|VPTW)\\z|[/-](?:UBTV)?QH\\d*+\\z|/TT(?:LT)?-");
    /** What the names of bodies are made of; the rest says where. */
    private static final Set<String> BODIES =
            Arrays.stream("""
                    uy ban nhan dan hoi dong thuong truc ban vu chap hanh chi dao bi thu tinh huyen xa phuong thi tran thanh pho
                    quan dang bo cong san viet nam mat tran to quoc so phong van cua va
                    """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final double ALIKE = 0.7;

    private Mention() {}

    /**
     * Whether a document is the one that is named.
     *
     * @param name an id or a number, perhaps with a date behind it in brackets
     * @param issuer of the document that names it
     */
    public static boolean isOf(Document document, String name, String issuer) {
        int bracket = name.indexOf('(');
        String bare = (bracket < 0 ? name : name.substring(0, bracket)).strip();
        if (bare.equals(document.id())) {
            return true;
        }
        return document.number().filter(bare::equalsIgnoreCase).isPresent()
                && (CENTRAL.matcher(bare).find() || areOne(issuer, document.issuer()));
    }

    private static boolean areOne(String one, String other) {
        Set<String> place = place(one);
        Set<String> otherPlace = place(other);
        if (place.isEmpty() || otherPlace.isEmpty()) {
            return true;
        }
        Set<String> shared = new LinkedHashSet<>(place);
        shared.retainAll(otherPlace);
        return shared.size() >= ALIKE * Math.min(place.size(), otherPlace.size());
    }

    private static Set<String> place(String issuer) {
        return Word.of(issuer).stream()
                .map(Word::folded)
                .filter(word -> !BODIES.contains(word))
                .collect(Collectors.toSet());
    }
}
