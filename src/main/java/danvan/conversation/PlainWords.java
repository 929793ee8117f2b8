package danvan.conversation;

import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a message means that is neither a command nor a question: a greeting, thanks, a bare number, signs
 * without words, a wish for the office, or a command in everyday words ("tôi muốn gửi báo cáo", "baocao"). Only a whole message is understood so, never a part of one, and in
 * each language whatever the member's is. The phrases stand in {@code texts/conversation.<language>.properties}.
 */
final class PlainWords {
    /** The commands of the fixed menu, in its order. */
    static final List<String> MENU = List.of("ask", "report", "tasks");

    private static final int MOST_LETTERS = 80;
    private static final int MOST_DIGITS = 3;
    /** Signs sent instead of thanks: a thumb, folded hands, hearts, a hand shaken. */
    private static final Set<Integer> KIND_SIGNS =
            Set.of(0x1F44D, 0x1F64F, 0x2764, 0x1F495, 0x1F496, 0x1F44C, 0x1F44F, 0x1F91D, 0x1F60A);

    private static final String PHRASES = "phrases.";

    /** What was meant. */
    enum Kind {
        HELLO,
        THANKS,
        OFFICE,
        /** Neither letters nor digits. */
        NO_WORDS,
        NUMBER,
        COMMAND
    }

    /**
     * A meaning.
     *
     * @param command of a COMMAND, the command's name; else empty
     */
    record Meaning(Kind kind, String command) {}

    private final Map<String, Meaning> phrases = new HashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> polite = new LinkedHashSet<>();

    PlainWords(Texts texts) {
        for (Language language : Language.values()) {
            for (String name : MENU) {
                labels.put(texts.pattern(language, "conversation.menu." + name), name);
            }
            polite.addAll(list(texts, language, "conversation.polite"));
            for (String key : texts.keys("conversation", language)) {
                if (key.startsWith(PHRASES)) {
                    Meaning meaning = meaning(key.substring(PHRASES.length()));
                    list(texts, language, "conversation." + key).forEach(phrase -> phrases.put(phrase, meaning));
                }
            }
        }
    }

    private static Meaning meaning(String of) {
        return switch (of) {
            case "hello" -> new Meaning(Kind.HELLO, "");
            case "thanks" -> new Meaning(Kind.THANKS, "");
            case "office" -> new Meaning(Kind.OFFICE, "");
            default -> new Meaning(Kind.COMMAND, of);
        };
    }

    private static List<String> list(Texts texts, Language language, String key) {
        return Arrays.stream(texts.pattern(language, key).split("\\|", -1))
                .map(Folding::folded)
                .toList();
    }

    /** The command of the menu's button with this label, which says it even while a dialog is open. */
    Optional<String> button(String said) {
        return Optional.ofNullable(labels.get(said));
    }

    Optional<Meaning> of(String said) {
        if (said.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        List<String> words = words(said);
        if (words.isEmpty()) {
            boolean kind = said.codePoints().anyMatch(KIND_SIGNS::contains);
            return Optional.of(new Meaning(kind ? Kind.THANKS : Kind.NO_WORDS, ""));
        }
        if (words.size() == 1 && words.get(0).length() <= MOST_DIGITS && digits(words.get(0))) {
            return Optional.of(new Meaning(Kind.NUMBER, ""));
        }
        // "Em chào anh ạ" is a greeting without its polite words; "việc của tôi" is a phrase with them.
        for (int from = 0; from < words.size() && isPolite(words.subList(0, from)); from++) {
            for (int to = words.size(); to > from && isPolite(words.subList(to, words.size())); to--) {
                Optional<Meaning> meaning = phrase(words.subList(from, to));
                if (meaning.isPresent()) {
                    return meaning;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPolite(List<String> words) {
        return polite.containsAll(words);
    }

    private Optional<Meaning> phrase(List<String> words) {
        return Optional.ofNullable(phrases.get(String.join(" ", words)));
    }

    /** Letters and digits of any script; what stands between them divides words. */
    private static List<String> words(String said) {
        StringBuilder bare = new StringBuilder();
        Folding.folded(said).codePoints().forEach(c -> bare.appendCodePoint(Character.isLetterOrDigit(c) ? c : ' '));
        return Arrays.stream(bare.toString().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean digits(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
