package danvan.library.query;

import danvan.library.DocumentKind;
import danvan.text.Folding;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How questions name the kinds of documents, in three languages; a kind is told by its code. */
final class KindNames {
    /** "van ban hop nhat": so many words. */
    static final int LONGEST = 4;

    private static final Map<String, Set<String>> ENGLISH = Map.ofEntries(
            Map.entry("resolution", Set.of("nq")),
            Map.entry("directive", Set.of("ct")),
            Map.entry("conclusion", Set.of("kl")),
            Map.entry("decision", Set.of("qd")),
            Map.entry("regulation", Set.of("qd", "qdi")),
            Map.entry("guidance", Set.of("hd")),
            Map.entry("guideline", Set.of("hd")),
            Map.entry("decree", Set.of("nd")),
            Map.entry("circular", Set.of("tt")),
            Map.entry("project", Set.of("da")),
            Map.entry("scheme", Set.of("da")),
            Map.entry("ordinance", Set.of("pl")),
            Map.entry("law", Set.of("luat")));

    /** Turkish: the kind follows the number, with endings. The longer beginning goes first. */
    private static final List<Map.Entry<String, Set<String>>> TURKISH = List.of(
            Map.entry("kararname", Set.of("nd")),
            Map.entry("karar", Set.of("nq", "qd")),
            Map.entry("yonerge", Set.of("ct")),
            Map.entry("sonuc", Set.of("kl")),
            Map.entry("tuzu", Set.of("qd", "qdi")),
            Map.entry("kilavuz", Set.of("hd")),
            Map.entry("genelge", Set.of("tt")),
            Map.entry("proje", Set.of("da")),
            Map.entry("yasa", Set.of("luat")));

    /** Decisions and regulations are asked for by the same letters; of other kinds that share theirs, the first is meant. */
    private static final String SHARED = "qd";

    private static final Map<String, Set<String>> NAMES = names();
    /** By the first word of a name, how many words the longest such name has. */
    private static final Map<String, Integer> LONGEST_FROM = NAMES.keySet().stream()
            .map(name -> name.split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words.length, Math::max));

    /** The letters of a number, before or after it. */
    private static final Map<String, Set<String>> CODES = codes();

    private KindNames() {}

    private static Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new HashMap<>(ENGLISH);
        for (DocumentKind kind : DocumentKind.ALL) {
            String name = Folding.folded(kind.name());
            if (!kind.code().isEmpty() && name.split(" ", -1).length <= LONGEST) {
                names.put(name, Set.of(kind.code()));
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new HashMap<>();
        for (DocumentKind kind : DocumentKind.ALL) {
            for (String symbol : kind.symbols()) {
                Set<String> meant = codes.getOrDefault(symbol, Set.of());
                if (!kind.code().isEmpty() && (meant.isEmpty() || symbol.equals(SHARED))) {
                    Set<String> all = new LinkedHashSet<>(meant);
                    all.add(kind.code());
                    codes.put(symbol, Set.copyOf(all));
                }
            }
        }
        return Map.copyOf(codes);
    }

    static boolean isEnglish(String folded) {
        return ENGLISH.containsKey(folded);
    }

    /** How many words a name that begins with this one may have; 0 where none does. */
    static int longestFrom(String firstWord) {
        return LONGEST_FROM.getOrDefault(firstWord, 0);
    }

    /** Whether the words name a kind. */
    static boolean isName(String folded) {
        return NAMES.containsKey(folded);
    }

    /** Whether the letters stand for a kind. */
    static boolean isCode(String folded) {
        return CODES.containsKey(folded);
    }

    /** What a name or the letters of a number may stand for. */
    static Set<String> kindsOf(String folded) {
        return NAMES.getOrDefault(folded, CODES.getOrDefault(folded, Set.of()));
    }

    static Set<String> turkish(String folded) {
        for (var kind : TURKISH) {
            if (folded.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        return Set.of();
    }
}
