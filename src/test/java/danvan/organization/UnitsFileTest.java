package danvan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsFileTest {
    @TempDir
    Path folder;

    @Test
    void theStarterUnitsAreATreeWithDatesAndSuccessors() throws IOException {
        assertThat(UnitsFile.read(Path.of("knowledge-base/units.yml")))
                .filteredOn(unit -> unit.code().equals("tinh-thai-binh"))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.validTo()).contains(LocalDate.parse("2025-06-30"));
                    assertThat(unit.successor()).contains("tỉnh Hưng Yên");
                    assertThat(unit.existsOn(LocalDate.parse("2025-06-30"))).isTrue();
                    assertThat(unit.existsOn(LocalDate.parse("2025-07-01"))).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {code: b, name: B, level: COMMUNE, parent: a} | b: its parent a must stand above it
            - {code: a, name: A, level: TOWN} | :1: not a unit
            - {code: Xã A, name: A, level: COMMUNE} | :1: not a unit
            - {code: a, name: A, level: COMMUNE, valid_to: 31/12/2024} | :1: not a unit
            - {code: a, name: A, level: COMMUNE, valid_until: 2024-12-31} | :1: not a unit
            code: a | :1: not a unit
            - | an entry is empty
            ~ | an entry is empty
            """)
    void aBadUnitIsNamedWithItsPlace(String text, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("units.yml"), text);
        assertThatThrownBy(() -> UnitsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(expected);
    }

    @Test
    void aUnitThatStandsThereTwiceIsNamed() throws IOException {
        String line = "- {code: a, name: A, level: COMMUNE}\n";
        Path file = Files.writeString(folder.resolve("units.yml"), line + line);
        assertThatThrownBy(() -> UnitsFile.read(file)).hasMessageContaining("a: occurs twice");
    }

    /** An editor of Windows' saved it in its own encoding; the log said "Input length = 1" and no file. */
    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("units.yml"),
                "- {code: a, name: T\u00fcrk, level: COMMUNE}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> UnitsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileWithCommentsOnlyIsNotACrash() throws IOException {
        Path file = Files.writeString(folder.resolve("units.yml"), "# none yet\n");
        assertThatThrownBy(() -> UnitsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
