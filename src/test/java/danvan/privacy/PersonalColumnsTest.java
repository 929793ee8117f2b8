package danvan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised to go would stay in a table that is left out. */
class PersonalColumnsTest {
    /** Names of processes, and the list of those who wait to be forgotten. */
    private static final Set<String> NOBODYS = Set.of(
            "inbox.claimed_by", "outbox.claimed_by", "job.claimed_by", "forgetting.member_id", "forgetting.chat");

    @TempDir
    private Path folder;

    @Test
    void everyColumnThatNamesAMemberOrAChatHasARule() throws Exception {
        Config.Storage storage = TestDatabase.sqlite(folder);
        Set<String> there = new TreeSet<>();
        try (Database database = Database.open(storage);
                Connection connection = DriverManager.getConnection(storage.url());
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            assertThat(database.shared()).isFalse();
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                boolean ours = !table.startsWith("sqlite_")
                        && !table.startsWith("pg_")
                        && !table.startsWith("qrtz_")
                        && !table.startsWith("flyway");
                boolean personal = column.equals("member_id")
                        || column.equals("chat")
                        || column.endsWith("_by")
                        || Set.of("actor", "author", "assignee", "member", "person")
                                .contains(column);
                if (ours && personal) {
                    there.add(table + "." + column);
                }
            }
        }
        there.removeAll(NOBODYS);
        assertThat(PersonalColumns.ALL.stream()
                        .map(rule -> rule.table() + "." + rule.column())
                        .collect(Collectors.toSet()))
                .containsAll(there);
    }
}
