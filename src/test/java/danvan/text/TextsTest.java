package danvan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path FILES = Path.of("src/main/resources/texts");
    private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "code", "blockquote");

    private final Texts texts = new Texts();

    static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".vi.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileHasItsThreeLanguages() throws IOException {
        assertThat(rooms()).contains("ask", "conversation", "people", "report", "task");
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(rooms().stream()
                            .flatMap(room -> Stream.of("vi", "tr", "en").map(code -> room + "." + code + ".properties"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyLanguageSaysTheSameThings(String room) {
        Set<String> keys = texts.keys(room, Language.VI);
        assertThat(keys).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(texts.keys(room, language)).as(room + " " + language).isEqualTo(keys);
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyLanguageTakesTheSameArguments(String room) {
        for (String key : texts.keys(room, Language.VI)) {
            Set<String> arguments = arguments(Language.VI, room + "." + key);
            for (Language language : Language.values()) {
                assertThat(arguments(language, room + "." + key))
                        .as(room + "." + key + " " + language)
                        .isEqualTo(arguments);
            }
        }
    }

    /** An apostrophe before a brace would swallow an argument: it is in the pattern and never seen. */
    @ParameterizedTest
    @MethodSource("rooms")
    void everyArgumentThatIsATextIsSeen(String room) {
        for (Language language : Language.values()) {
            for (String key : texts.keys(room, language)) {
                String pattern = texts.pattern(language, room + "." + key);
                Matcher plain = Pattern.compile("\\{(\\w+)}").matcher(pattern);
                Map<String, Object> values = new HashMap<>();
                arguments(language, room + "." + key).forEach(name -> values.put(name, 3));
                Set<String> expected = new TreeSet<>();
                while (plain.find()) {
                    values.put(plain.group(1), "«" + plain.group(1) + "»");
                    expected.add("«" + plain.group(1) + "»");
                }
                if (pattern.contains(", plural") || pattern.contains(", select")) {
                    continue; // Not every branch is seen with one set of values.
                }
                assertThat(new MessageFormat(pattern, language.locale()).format(values))
                        .as(room + "." + key + " " + language)
                        .contains(expected.isEmpty() ? Set.of("") : expected)
                        .doesNotContain("{", "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextIsMarkupWhoseTagsAreClosed(String room) {
        for (Language language : Language.values()) {
            for (String key : texts.keys(room, language)) {
                String pattern = texts.pattern(language, room + "." + key);
                Matcher tag = Pattern.compile("<(/?)([^>]*)>").matcher(pattern);
                Deque<String> open = new ArrayDeque<>();
                while (tag.find()) {
                    assertThat(TAGS).as(room + "." + key + " " + language).contains(tag.group(2));
                    if (tag.group(1).isEmpty()) {
                        open.push(tag.group(2));
                    } else {
                        assertThat(open.poll())
                                .as(room + "." + key + " " + language)
                                .isEqualTo(tag.group(2));
                    }
                }
                assertThat(open).as(room + "." + key + " " + language).isEmpty();
                assertThat(pattern).as(room + "." + key + " " + language).isNotBlank();
            }
        }
    }

    @Test
    void valuesAreEscapedAndMarkedOnesAreNot() {
        assertThat(texts.say(Language.EN, "conversation.unknownCommand", "command", "/<b>&"))
                .contains("/&lt;b&gt;&amp;");
        assertThat(texts.say(Language.EN, "conversation.unknownCommand", "command", new Texts.Marked("<i>x</i>")))
                .contains("<i>x</i>");
        assertThat(texts.in(Language.EN).plain("conversation.unknownCommand", "command", "/<b>&"))
                .contains("/<b>&");
    }

    @Test
    void aValueWithBracesOrApostrophesIsShownAsItIs() {
        assertThat(texts.in(Language.TR).plain("conversation.unknownCommand", "command", "/{x} '{' it's"))
                .contains("/{x} '{' it's");
    }

    @Test
    void aKeyOrARoomThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.say(Language.TR, "people.nope"))
                .withMessage("no text people.nope in tr");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.say(Language.TR, "nobody.nope"))
                .withMessageContaining("texts/nobody.tr.properties");
    }

    private Set<String> arguments(Language language, String key) {
        return new TreeSet<>(new MessageFormat(texts.pattern(language, key), language.locale()).getArgumentNames());
    }
}
