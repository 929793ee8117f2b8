package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the reports have one owner: what another room reads of them, it asks the store. */
class ReportTablesTest {
    private static final Pattern SQL = Pattern.compile("\\b(?:FROM|INTO|UPDATE|JOIN)\\s+report(?:_[a-z]+)?\\b");

    @Test
    void noSqlOnReportTablesStandsOutsideTheStore() throws IOException {
        Path sources = Path.of("src/main/java/danvan");
        Path store = sources.resolve("report/store");
        // Who is to be forgotten is looked for in every table there is; PersonalColumnsTest holds that list.
        Path privacy = sources.resolve("privacy");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ReportTablesTest::holdsSql)
                    .toList();
            assertThat(found).anyMatch(file -> file.startsWith(store));
            assertThat(found).allMatch(file -> file.startsWith(store) || file.startsWith(privacy));
        }
    }

    private static boolean holdsSql(Path file) {
        try {
            return SQL.matcher(Files.readString(file, StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
