package danvan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example is the operator's manual of the settings: it must be whole, and it must be right. */
class ConfigExampleTest {
    private static final Path EXAMPLE = Path.of("config.example.yml");
    /** A switched-off line: a # at once followed by a key. */
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^(\\s*)#(?=[a-z])");

    private static final Pattern SETTING = Pattern.compile("(?m)^\\s*[a-z-]+: .*# (DANVAN_\\w+)$");

    @TempDir
    Path folder;

    @Test
    void asItStandsItSaysTheDefaults() throws IOException {
        Path empty = Files.writeString(folder.resolve("config.yml"), "");
        assertThat(read(EXAMPLE)).isEqualTo(read(empty));
    }

    @Test
    void withEveryLineSwitchedOnItIsReadWithoutComplaint() throws IOException {
        Config config = read(Files.writeString(folder.resolve("config.yml"), switchedOn()));
        assertThat(config.telegram().token()).isPresent();
        assertThat(config.storage().url()).startsWith("jdbc:postgresql:");
        assertThat(config.web().publicUrl()).isPresent();
        assertThat(config.people().administrators()).hasSize(2);
    }

    @Test
    void everySettingStandsInItOnceInTheReadersOrderWithItsEnvironmentName() throws IOException {
        List<String> names = SETTING.matcher(switchedOn())
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(names)
                .isEqualTo(ConfigReader.KEYS.stream()
                        .map(Settings::environmentName)
                        .toList());
    }

    @Test
    void everySettingIsExplainedByTheLineAboveIt() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("# DANVAN_")) {
                assertThat(lines.get(i - 1)).as("above " + lines.get(i)).matches("\\s*# [A-Z].*\\.");
            }
        }
    }

    private static String switchedOn() throws IOException {
        return SWITCHED_OFF.matcher(Files.readString(EXAMPLE)).replaceAll("$1");
    }

    private static Config read(Path file) {
        return ConfigReader.read(Optional.of(file), Optional.empty(), Map.of());
    }
}
