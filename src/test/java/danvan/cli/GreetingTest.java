package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.App;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import danvan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first command prints. */
class GreetingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PAGE = "http://127.0.0.1:8080/";

    @TempDir
    private Path data;

    private App app() {
        return new App(config(), Knowledge.read(Path.of("knowledge-base"), problem -> {}), Clock.systemUTC());
    }

    private Config config() {
        return ConfigReader.read(Optional.empty(), Optional.of(data), Map.of("DANVAN_REHEARSAL", "true"));
    }

    /** The office's units are in use: what a slip in the file costs is said, and nobody loses a unit by it. */
    @Test
    void anUnreadableUnitsFileSaysWhatIsLostAndTakesNothingAway() throws IOException {
        Path folder = Files.createDirectory(data.resolve("kb"));
        Files.writeString(folder.resolve("units.yml"), "- {code: xa, name: xã A, level: COMMUNE}\n");
        List<String> problems = new ArrayList<>();
        Config config = config();
        try (App app = new App(config, Knowledge.read(folder, problems::add), Clock.systemUTC())) {
            assertThat(app.people().units().find("xa")).isPresent();
        }
        Files.writeString(folder.resolve("units.yml"), "- {code: xa, name: xã A, level: TOWN}\n");
        try (App app = new App(config, Knowledge.read(folder, problems::add), Clock.systemUTC())) {
            assertThat(app.people().units().find("xa")).isPresent();
        }
        assertThat(problems)
                .filteredOn(problem -> problem.contains("units.yml"))
                .singleElement()
                .asString()
                .contains("units.yml:1", "left out", "units stay as they were", "nobody can be invited");
    }

    @Test
    void itNamesTheAddressesAndWhoOneIsInVietnameseToo() {
        try (App app = app()) {
            assertThat(RunCommand.greeting(app, ZONE, PAGE, true, Language.VI))
                    .contains("chế độ tập dượt", PAGE, PAGE + "desk", "đồng chí là Lan", "07:30", "02/01/2024");
            assertThat(RunCommand.greeting(app, ZONE, PAGE, false, Language.EN))
                    .contains("rehearsal", PAGE, "you are Lan", "2 January 2024")
                    .doesNotContain(PAGE + "desk");
        }
    }

    /** "The clock starts on 2 January 2024" was printed a week after that, too. */
    @Test
    void itIsTrueOnTheSecondStart() {
        try (App app = app()) {
            app.clock().advance(Duration.ofDays(7).plusHours(2));
        }
        try (App app = app()) {
            assertThat(RunCommand.greeting(app, ZONE, PAGE, true, Language.VI))
                    .contains("09:30", "09/01/2024")
                    .doesNotContain("02/01/2024");
        }
    }
}
