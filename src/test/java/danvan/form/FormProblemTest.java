package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Language;
import danvan.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What authors are told, in their own language. */
class FormProblemTest {
    private static final Path CODE = Path.of("src/main/java/danvan/form");
    private static final Pattern KEY =
            Pattern.compile("FormProblem\\.of\\(\\s*\"([\\w.]+)\"|\"((?:type|look)\\.\\w+)\"");

    @Test
    void everyKeyInTheCodeHasItsTextInThreeLanguages() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(CODE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> keys.add(match.group(1) == null ? match.group(2) : match.group(1)));
            }
        }
        assertThat(keys).hasSizeGreaterThan(120).contains("unknownType", "type.drawn");
        for (var key : keys) {
            for (var language : Language.values()) {
                assertThat(Fault.said(FormProblem.of(key, "«1»", "«2»", "«3»"), language))
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    @Test
    void aFaultIsToldInVietnameseAndTurkishWithItsPlace() {
        var problems = new ArrayList<Problem>();
        FormLoader.read(
                "a.yml",
                "settings: {form_id: a}\nsurvey:\n- {type: txet, name: a, label: A}\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                problems::add);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(Fault.said(problem, Language.VI))
                    .startsWith("survey, dòng 3, cột «type»: «txet» không phải là kiểu câu hỏi (cần: text, integer");
            assertThat(Fault.said(problem, Language.TR))
                    .startsWith("survey, satır 3, sütun «type»: «txet» bilinen bir tür değil");
            assertThat(Fault.said(problem, Language.EN))
                    .startsWith("survey, row 3, column “type”: «txet» is not a known type");
        });
    }

    @Test
    void whatStandsInATextIsNeverReadAsAPlace() {
        assertThat(Fault.said(FormProblem.of("unknownType", "{b} $1 \\"), Language.EN))
                .isEqualTo("«{b} $1 \\» is not a known type");
    }
}
