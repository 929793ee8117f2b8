package danvan.task;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.task.programme.Programmes;
import danvan.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammesTest {
    /** A sound task; the lines below are put in the place of its own. Line 4 is its first. */
    private static final String SOUND = """
            year: 2024
            name: {vi: "Chương trình"}
            tasks:
              - id: A
                title: {vi: "Việc"}
                text: {vi: "Làm việc"}
                source: {document: d, passage: p}
                status: official
                due: 2024-03-25
                audience: {level: commune, roles: [cadre]}
                lead_days: [7, 0]
                evidence: none
            """;

    @TempDir
    Path folder;

    @Test
    void theStarterProgrammesAreSound() {
        assertThat(Programmes.in(Path.of("knowledge-base/programmes")).problems())
                .isEmpty();
    }

    @Test
    void aProgrammeIsReadWhole() {
        Programmes programmes = Programmes.in(Path.of("src/test/resources/task/programmes"));
        assertThat(programmes.problems()).isEmpty();
        assertThat(programmes.size()).isEqualTo(6);
        Task plan = programmes.task("2024/PLAN").orElseThrow();
        assertThat(plan.status()).isEqualTo(Task.Status.NEWS);
        assertThat(plan.source()).contains(new Source("hoi-nghi", "t1"));
        assertThat(plan.leadDays()).containsExactly(7, 1, 0);
        assertThat(plan.evidence()).isEqualTo(Task.Evidence.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            due: 2024-03-25   | due: 2024-02-30              | line 9 (A): due: there is no date '2024-02-30'
            due: 2024-03-25   | due: 2025-03-25              | line 9 (A): due: 2025-03-25 is outside the programme's year 2024
            due: 2024-03-25   | due: soon                    | line 9 (A): due: there is no date 'soon'
            due: 2024-03-25   | every: {weekly: SOMEDAY}     | line 9 (A): every.weekly: expected one of monday, tuesday
            due: 2024-03-25   | every: {monthly: 31}         | line 9 (A): every.monthly: 2024-02 has no day 31; for the end of the month enter last
            due: 2024-03-25   | every: {monthly: 0}          | line 9 (A): every.monthly: expected a number from 1 to 31
            due: 2024-03-25   | every: {quarterly: 31}       | line 9 (A): every.quarterly: 2024-06 has no day 31
            due: 2024-03-25   | every: {yearly: "02-30"}     | line 9 (A): every.yearly: there is no day '02-30', so the task is never due
            due: 2024-03-25   | every: {yearly: "13-01"}     | line 9 (A): every.yearly: there is no day '13-01'
            due: 2024-03-25   | every: {hourly: 1}           | line 9 (A): hourly: unknown key
            due: 2024-03-25   | every: {}                    | line 9 (A): every: expected one of weekly, monthly, quarterly, half_yearly, yearly
            due: 2024-03-25   | evidence: none               | line 12
            due: 2024-03-25   | every: often                 | line 9 (A): expected 'key: value' lines, not 'often'
            due: 2024-03-25   | when: now                    | line 9 (A): when: unknown key. The keys are: audience
            id: A             | id: "Việc 1"                 | line 4 (Việc 1): id: expected at most 30 letters
            id: A             | name: A                      | line 4: id: is missing
            status: official  | status: maybe                | line 8 (A): status: expected one of official, news, proposed, not 'maybe'
            source: {document: d, passage: p} | source: {document: d} | line 7 (A): passage: is missing
            source: {document: d, passage: p} | label: {vi: x}        | line 4 (A): source: is missing
            title: {vi: "Việc"} | title: {en: "Task"}        | line 5 (A): title: the Vietnamese text (vi) is missing
            title: {vi: "Việc"} | title: Việc                | line 5 (A): expected 'key: value' lines, not 'Việc'
            title: {vi: "Việc"} | title: {vi: "Việc", fr: x} | line 5 (A): fr: unknown key
            roles: [cadre]    | roles: [king]                | line 10 (A): audience.roles: expected one of cadre, lead, office, administrator, not 'king'
            roles: [cadre]    | roles: []                    | line 10 (A): audience: roles is empty
            level: commune    | level: [commune]             | line 10 (A): audience.level: expected a level such as commune, not a list
            roles: [cadre]    | roles: cadre                 | line 10 (A): roles: expected a list, not 'cadre'
            lead_days: [7, 0] | lead_days: [7, 7]            | line 11 (A): lead_days: 7 occurs twice
            lead_days: [7, 0] | lead_days: [-1]              | line 11 (A): lead_days: expected a number from 0 to 365
            evidence: none    | period: 2024-Q5              | line 12 (A): period: expected one of 2024, 2024-03, 2024-Q1
            evidence: none    | period: 2023                 | line 12 (A): period: expected one of 2024, 2024-03, 2024-Q1
            evidence: none    | evidence: gold               | line 12 (A): evidence: expected one of none, text, photo, file, form
            year: 2024        | year: next                   | line 1: year: expected a number from 2000 to 2100, not 'next'
            year: 2024        | Year: 2024                   | line 1: Year: unknown key
            year: 2024        | year: [2024                  | not valid YAML
            status: official  | id: B                        | line 8: not valid YAML: the key 'id' occurs twice; keep one
            """)
    void whatIsWrongIsToldByLineAndTask(String right, String wrong, String expected) throws IOException {
        Files.writeString(folder.resolve("wrong.yml"), SOUND.replace(right, wrong));
        Files.writeString(folder.resolve("sound.yml"), SOUND.replace("2024", "2023"));
        Programmes programmes = Programmes.in(folder);
        assertThat(programmes.problems()).anyMatch(problem -> problem.toString().contains(expected));
        assertThat(programmes.problems()).allMatch(problem -> problem.toString().startsWith("wrong.yml"));
        assertThat(programmes.all()).extracting(Task::key).containsExactly("2023/A");
    }

    @Test
    void aDayThatOnlyALeapYearHasNeverFiresInAnother() throws IOException {
        String leapDay = SOUND.replace("due: 2024-03-25", "every: {yearly: \"02-29\"}");
        Files.writeString(folder.resolve("p.yml"), leapDay);
        assertThat(Programmes.in(folder).problems()).isEmpty();
        Files.writeString(folder.resolve("p.yml"), leapDay.replace("2024", "2023"));
        assertThat(Programmes.in(folder).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "p.yml, line 9 (A): every.yearly: 2023 has no day 02-29, so the task is never due; enter another day");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String twins = SOUND + SOUND.substring(SOUND.indexOf("  - id")).replace("due: 2024-03-25", "due: 2024-04-31");
        Files.writeString(folder.resolve("p.yml"), twins.replace("evidence: none", "evidences: none"));
        assertThat(Programmes.in(folder).problems())
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).startsWith("p.yml, line 12 (A): evidences: unknown key"),
                        second -> assertThat(second).startsWith("p.yml, line 21 (A): evidences"),
                        third -> assertThat(third).startsWith("p.yml, line 18 (A): due: there is no date '2024-04-31'"),
                        fourth -> assertThat(fourth)
                                .isEqualTo("p.yml, line 13 (A): id: there is another task with this id at line 4"));
    }

    @Test
    void filesThatAreNoProgrammesAreReportedAndTheRestServed() throws IOException {
        Files.writeString(folder.resolve("a.yml"), SOUND);
        Files.writeString(folder.resolve("b.yml"), SOUND.replace("id: A", "id: B"));
        Files.write(folder.resolve("c.yml"), "ngày".getBytes(StandardCharsets.UTF_16));
        Files.writeString(folder.resolve("d.yml"), "");
        Files.writeString(folder.resolve("e.yml"), "- 1\n- 2\n");
        Files.writeString(folder.resolve("f.yml"), "year: 2022\nname: {vi: x}\ntasks: []\n");
        Programmes programmes = Programmes.in(folder);
        assertThat(programmes.all()).extracting(Task::key).containsExactly("2024/A");
        assertThat(programmes.problems())
                .extracting(Problem::toString)
                .contains(
                        "b.yml: there is another programme for 2024; keep one",
                        "c.yml: not UTF-8 text; save the file as UTF-8",
                        "d.yml, line 1: expected 'key: value' lines, not an empty value",
                        "e.yml, line 1: expected 'key: value' lines, not a list",
                        "f.yml, line 3: tasks: expected a list of at least one task");
    }

    @Test
    void aFolderThatIsNotThereHasNoProgrammes() {
        assertThat(Programmes.in(folder.resolve("none")).size()).isZero();
    }
}
