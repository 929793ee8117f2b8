package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTextsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) {
        Texts texts = new Texts();
        Set<String> keys = texts.keys("task", Language.VI);
        assertThat(texts.keys("task", language)).isEqualTo(keys);
        for (String key : keys) {
            assertThat(arguments(texts.pattern(language, "task." + key)))
                    .as(key)
                    .isEqualTo(arguments(texts.pattern(Language.VI, "task." + key)));
            assertThat(texts.say(language, "task." + key, "days", 3, "kind", "TEXT", "group", "WEEK", "status", "NEWS"))
                    .as(key)
                    .isNotBlank();
        }
    }

    private static Set<String> arguments(String pattern) {
        return new MessageFormat(pattern).getArgumentNames();
    }
}
