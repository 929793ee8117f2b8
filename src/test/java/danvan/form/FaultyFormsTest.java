package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What authors get wrong, and what they are told. */
class FaultyFormsTest {
    private static final String SETTINGS = "settings: {form_id: x, form_title: X}\nsurvey:\n";
    private static final String GOOD = "- {type: text, name: good, label: Good}\n";

    @TempDir
    private Path folder;

    private final List<Fault> problems = new ArrayList<>();

    private Forms load() {
        return Forms.load(folder, problem -> problems.add(Fault.of(problem)));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    /** The rows below stand from line 4 on, behind one good row. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("- {type: txet, name: a, label: A}", 4, "type", "«txet» is not a known type"),
                fault("- {type: rank fruit, name: a, label: A}", 4, "type", "list «fruit», which is not"),
                fault("- {name: a, label: A}", 4, "type", "is empty"),
                fault("- {type: text, label: A}", 4, "name", "is empty"),
                fault("- {type: text, name: a b, label: A}", 4, "name", "«a b» is not a valid name"),
                fault("- {type: text, name: 1a, label: A}", 4, "name", "is not a valid name"),
                fault("- {type: text, name: good, label: A}", 4, "name", "already the name of row 3"),
                fault("- {type: text, name: a}", 4, "label", "is empty"),
                fault("- {type: select_one fruit, name: a, label: A}", 4, "type", "the list «fruit»"),
                fault("- {type: calculate, name: a}", 4, "calculation", "is empty"),
                fault("- {type: text, name: a, label: A, relevent: 'x'}", 4, "relevent", "not a column of XLSForm"),
                fault(
                        "- {type: text, name: a, label: A, relevant: '${goood} = 1'}",
                        4,
                        "relevant",
                        "does not refer to any row"),
                fault("- {type: text, name: a, label: A, relevant: '${good} ='}", 4, "relevant", "not a complete"),
                fault("- {type: text, name: a, label: A, relevant: '(${good} = 1'}", 4, "relevant", "not a complete"),
                fault("- {type: text, name: a, label: A, constraint: \". = 'x\"}", 4, "constraint", "quotation mark"),
                fault("- {type: text, name: a, label: A, constraint: 'lenght(.) < 3'}", 4, "constraint", "lenght()"),
                fault("- {type: text, name: a, label: A, required: '${nobody}'}", 4, "required", "${nobody}"),
                fault("- {type: text, name: a, label: 'A ${nobody}'}", 4, "label", "${nobody}"),
                fault("- {type: text, name: a, label: A, hint: '${nobody}'}", 4, "hint", "${nobody}"),
                fault("- {type: text, name: a, label: A, default: '${nobody}'}", 4, "default", "${nobody}"),
                fault("- {type: text, name: a, label: [A]}", 4, "label", "a list or a map"),
                fault("- text", 4, "", "is not a row"),
                fault("- {type: begin group, name: a}", 4, "type", "no matching end row"),
                fault("- {type: end group}", 4, "type", "ends a group that was not begun"),
                fault(
                        "- {type: begin repeat, name: a}\n- {type: text, name: b, label: B}\n- {type: end group}",
                        6,
                        "type",
                        "which row 4 began as another kind"),
                fault(
                        "- type: text\n  name: a\n  label: A\n  constraint: ${nobody} > 1",
                        7,
                        "constraint",
                        "${nobody}"));
    }

    private static Arguments fault(String rows, int row, String column, String found) {
        return Arguments.of(rows, row, column, found);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areNamedWithRowAndColumn(String rows, int row, String column, String found) throws IOException {
        write("faulty.yml", SETTINGS + GOOD + rows + "\n");
        write("sound.yml", "settings: {form_id: sound, form_title: Sound}\nsurvey:\n" + GOOD);

        assertThat(load().all()).extracting(Form::id).containsExactly("sound");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("faulty.yml");
            assertThat(problem.sheet()).isEqualTo("survey");
            assertThat(problem.row()).isEqualTo(row);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.found()).contains(found);
            assertThat(problem.expected()).isNotBlank();
        });
    }

    @Test
    void areAllToldAtOnce() throws IOException {
        write("faulty.yml", """
                settings: {form_titel: X, default_language: English}
                survey:
                - {type: text, name: a, 'label::Tiếng Việt (vi)': '${x}', relevant: '${y} > 0'}
                - {type: nothing, name: b}
                - {type: select_multiple f, name: c, label: C}
                choices:
                - {list_name: f, name: one}
                - {list_name: f, name: one}
                - {list_name: f, name: o ne}
                - {name: one}
                """);
        load();

        // Rows first; expressions are looked at once the rows are sound.
        assertThat(problems.stream().map(p -> p.sheet() + " " + p.row() + " " + p.column()))
                .containsExactlyInAnyOrder(
                        "settings 1 form_titel",
                        "settings 1 default_language",
                        "survey 4 type",
                        "choices 8 name",
                        "choices 9 name",
                        "choices 10 list_name");
    }

    @Test
    void areReadableAsOneLine() throws IOException {
        write("f1.yml", SETTINGS + "- {type: text, name: a, label: A, relevant: '${x} > 0'}\n");
        List<Problem> found = new ArrayList<>();
        Forms.load(folder, found::add);

        assertThat(found)
                .singleElement()
                .hasToString("f1.yml, survey, row 3, column “relevant”: ${x} does not refer to any row"
                        + " (expected: the name of one row in the survey sheet)");
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a.yml", "", "has no sheets"),
                Arguments.of("a.yml", "- x", "has no sheets"),
                Arguments.of("a.yml", "survey: [", "is not readable YAML"),
                Arguments.of("a.yml", "settings: {form_id: x, form_id: y}", "Duplicate"),
                Arguments.of("a.yml", "surway: []", "is not a sheet"),
                Arguments.of("a.yml", SETTINGS, "is not a sheet"),
                Arguments.of("a.yml", "settings: {form_title: X}\nsurvey: []", "has no rows"),
                Arguments.of("a.xml", "", "is not well-formed XML"),
                Arguments.of("a.xml", "<data/>", "is not a form that can be run"),
                Arguments.of(
                        "a.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                        "is not well-formed XML"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void unreadableFilesAreTold(String file, String text, String found) throws IOException {
        write(file, text);

        assertThat(load().all()).isEmpty();
        assertThat(problems).first().satisfies(p -> assertThat(p.found()).contains(found));
    }

    @Test
    void aFileInAnotherEncodingIsTold() throws IOException {
        Files.write(folder.resolve("a.yml"), (SETTINGS + "- {label: Huyện é}").getBytes(StandardCharsets.ISO_8859_1));
        load();

        assertThat(problems).first().satisfies(p -> assertThat(p.found()).contains("UTF-8"));
    }

    @Test
    void aCycleIsTold() throws IOException {
        write("a.yml", SETTINGS + GOOD + """
                        - {type: calculate, name: a, calculation: '${b} + 1'}
                        - {type: calculate, name: b, calculation: '${a} + 1'}
                        """);
        load();

        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.found()).containsIgnoringCase("circle"));
    }

    @Test
    void anXFormThatLacksAFileOfItsCalculationIsTold() throws IOException {
        write("a.xml", """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
                <h:title>T</h:title><model><instance><data id="t"><a/><b/></data></instance>
                <instance id="p" src="jr://file/p.xml"/>
                <bind nodeset="/data/a" type="string" calculate="instance('p')/root/item[name = /data/b]/name"/></model></h:head>
                <h:body><input ref="/data/b"><label>B</label></input><input ref="/data/a"><label>A</label></input></h:body>
                </h:html>
                """);
        load();

        assertThat(problems).extracting(p -> p.found()).anyMatch(f -> f.contains("needs the file p.xml"));
    }

    @Test
    void theNewestVersionServesNewDraftsAndOldOnesStay() throws IOException {
        for (var version : List.of("9", "10", "2")) {
            write(
                    version + ".yml",
                    "settings: {form_id: x, form_title: X, version: '" + version + "'}\nsurvey:\n" + GOOD);
        }
        write("twin.yml", "settings: {form_id: x, form_title: X, version: '9'}\nsurvey:\n" + GOOD);
        var forms = load();

        assertThat(forms.find("x").orElseThrow().version()).isEqualTo("10");
        assertThat(forms.find("x", "2")).isPresent();
        assertThat(forms.find("x", "3")).isEmpty();
        assertThat(problems).singleElement().satisfies(p -> assertThat(p.file()).isEqualTo("twin.yml"));
    }
}
