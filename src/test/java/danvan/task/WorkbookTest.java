package danvan.task;

import static danvan.chat.Language.EN;
import static danvan.chat.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year's programme as a workbook: out, back in, and what is told where it is wrong. */
class WorkbookTest {
    @TempDir
    Path folder;

    private Town town;
    private Town.Inhabitant lan;
    private Town.Inhabitant minh;

    @BeforeEach
    void open() {
        town = new Town(folder, "programmes");
        town.founds("tinh", "tỉnh T", "");
        lan = town.moveIn("Lan", Role.CADRE, "commune", VI, "tinh");
        minh = town.moveIn("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everyStarterProgrammeComesBackAsItWentOut() throws Exception {
        for (Programme programme :
                Programmes.in(Path.of("knowledge-base/programmes")).programmes()) {
            List<ProgrammeProblem> problems = new ArrayList<>();
            byte[] workbook = ProgrammeWorkbook.bytes(programme.tree(), List.of());
            Yaml tree = ProgrammeWorkbook.read(workbook, problems, "p.xlsx");
            Programme back = ProgrammeReader.read("p.xlsx", tree, Known.ANYTHING, problems::add)
                    .orElseThrow(() -> new AssertionError(problems));
            assertThat(back.tasks()).isEqualTo(programme.tasks());
            Programme kept = ProgrammeReader.read("p", ProgrammeWorkbook.yaml(tree), Known.ANYTHING, problems::add)
                    .orElseThrow(() -> new AssertionError(problems));
            assertThat(kept.tasks()).isEqualTo(programme.tasks());
        }
    }

    @Test
    void theOfficeGetsItChangesItAndAppliesItAndTheOldIsUntouchedUntilThen() {
        assertThat(town.says(minh, "/programme 2024")).anyMatch(Outgoing.File.class::isInstance);
        String yaml = programme().replace("due: 2024-01-09", "due: 2024-01-11");
        Outgoing diff = sends(workbook(yaml.replace("  - id: CUSTOM", "  - id: CUSTOM2")))
                .get(0);
        assertThat(Town.text(diff)).isEqualTo("""
                🗂 Programme 2024
                1 new, 1 changed, 1 withdrawn.
                12 reminders this year to 1 unit.""");
        assertThat(Town.text(town.says(lan, "/tasks").get(0))).contains("09/01");
        town.taps(minh, Town.button(diff, "Apply"));
        assertThat(Town.text(town.says(lan, "/tasks").get(0))).contains("11/01");
        assertThat(town.texts(town.taps(minh, Town.button(diff, "Apply"))))
                .contains("This draft no longer waits. Please send the file again.");
        town.restarts();
        town.goesTo("2024-01-12T12:00");
        assertThat(town.ledger())
                .filteredOn(entry -> entry.who().equals("Lan"))
                .extracting(entry -> entry.day() + " " + entry.due() + " " + entry.lead())
                .containsExactly(
                        "2024-01-02 2024-01-09 7",
                        "2024-01-04 2024-01-11 7",
                        "2024-01-10 2024-01-11 1",
                        "2024-01-11 2024-01-11 0");
        assertThat(town.missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            due: 2024-01-09                         | due: 2024-02-30                        | tasks!N2 (PLAN): due: there is no date '2024-02-30'
            every: {yearly: "10-15"}                | every: {yearly: "02-30"}               | tasks!O6 (DAY): every.yearly: there is no day '02-30', so it never fires
            every: {weekly: FRIDAY}                 | every: {weekly: FRIDAY}\\n    owner: {unit: xa-khong} | tasks!S3 (WEEKLY): owner.unit: there is no unit 'xa-khong'
            id: WEEKLY                              | id: PLAN                               | tasks!A3 (PLAN): id: there is another task of this id
            lead_days: [14]                         | lead_days: [7, 7]                      | tasks!Z6 (DAY): lead_days: 7 stands there twice
            """)
    void whatIsWrongIsToldByCellAndTheRunningProgrammeIsUntouched(String right, String wrong, String told) {
        List<Outgoing> answer = sends(workbook(programme().replace(right, wrong.replace("\\n", "\n"))));
        assertThat(Town.text(answer.get(0))).contains("places to mend").contains(told);
        assertThat(answer)
                .anyMatch(
                        one -> one instanceof Outgoing.File file && file.name().endsWith("errors.xlsx"));
        assertThat(town.database().<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM programme")))
                .isZero();
    }

    @Test
    void aWorkbookOfAnotherKindIsToldAndACadresIsNone() {
        assertThat(Town.text(sends(new byte[] {1, 2, 3}).get(0))).contains("it is no .xlsx workbook");
        town.sent = workbook(programme());
        assertThat(town.sends(lan, file())).noneMatch(one -> Town.text(one).contains("Chương trình"));
    }

    private List<Outgoing> sends(byte[] content) {
        town.sent = content;
        return town.sends(minh, file());
    }

    private static Incoming file() {
        return new Incoming.File(
                Incoming.Medium.DOCUMENT, "ref", "programme.xlsx", "application/octet-stream", 0, "", "");
    }

    private static String programme() {
        try {
            return java.nio.file.Files.readString(Path.of("src/test/resources/task/programmes/small.yml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] workbook(String yaml) {
        try {
            return ProgrammeWorkbook.bytes(Yaml.parse(yaml), List.of());
        } catch (Yaml.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
