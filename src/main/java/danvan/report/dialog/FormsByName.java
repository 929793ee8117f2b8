package danvan.report.dialog;

import danvan.form.Form;
import danvan.report.ReportForms;
import danvan.text.Folding;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Forms named by words of their titles, with or without marks: {@code dân vận khéo}; and wishes to fill one in: {@code
 * tôi muốn đăng ký mô hình dân vận khéo}. The verbs stand in {@code texts/report.<language>.properties}.
 */
final class FormsByName {
    private static final int LONGEST = 120;
    /** One word alone is in many titles and in many questions. */
    private static final int FEWEST_WORDS = 2;

    private final ReportForms forms;
    private final List<List<String>> verbs;
    private final Set<String> polite;

    FormsByName(ReportForms forms, Texts texts) {
        this.forms = forms;
        this.verbs = phrases(texts, "report.fillingIn").map(FormsByName::words).toList();
        this.polite = Set.copyOf(phrases(texts, "conversation.polite").toList());
    }

    private static Stream<String> phrases(Texts texts, String key) {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(texts.pattern(language, key).split("\\|", -1)))
                .map(Folding::folded);
    }

    /** The forms in whose title, in one language, all these words are; none where nothing was said. */
    List<Form> named(String said) {
        List<String> words = words(said);
        return words.isEmpty() ? List.of() : withTitle(forms.all(), words);
    }

    /**
     * The forms that somebody wishes to fill in: a verb of it first (in Turkish last), then words of a title and none
     * else. Empty where the words say something else.
     */
    List<Form> wished(String said) {
        List<String> words = words(said);
        while (!words.isEmpty() && polite.contains(words.get(0))) {
            words = words.subList(1, words.size());
        }
        while (!words.isEmpty() && polite.contains(words.get(words.size() - 1))) {
            words = words.subList(0, words.size() - 1);
        }
        for (List<String> verb : verbs) {
            int rest = words.size() - verb.size();
            if (rest < FEWEST_WORDS || said.length() > LONGEST) {
                continue;
            }
            boolean isFirst = words.subList(0, verb.size()).equals(verb);
            if (isFirst || words.subList(rest, words.size()).equals(verb)) {
                List<String> title = isFirst ? words.subList(verb.size(), words.size()) : words.subList(0, rest);
                List<Form> found = withTitle(forms.all(), title);
                // «Đăng ký» is a verb and a word of a title: where it decides between two, it does.
                List<Form> closer = withTitle(found, words);
                if (!found.isEmpty()) {
                    return closer.isEmpty() ? found : closer;
                }
            }
        }
        return List.of();
    }

    private static List<Form> withTitle(Collection<Form> among, List<String> words) {
        return among.stream()
                .filter(form -> DialogAction.fits(form.id()))
                .filter(form -> Arrays.stream(Language.values())
                        .anyMatch(
                                language -> new LinkedHashSet<>(words(form.title(language.code()))).containsAll(words)))
                .toList();
    }

    private static List<String> words(String said) {
        StringBuilder bare = new StringBuilder();
        Folding.folded(said).codePoints().forEach(c -> bare.appendCodePoint(Character.isLetterOrDigit(c) ? c : ' '));
        return Arrays.stream(bare.toString().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
