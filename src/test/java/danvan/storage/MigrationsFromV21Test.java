package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the release that ended with migration 21, with rows in it, is brought up to date by opening it. */
class MigrationsFromV21Test {
    enum Kind {
        SQLITE,
        POSTGRES
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasThereIsKeptAndTheNewColumnsHoldWhatTheySay(Kind kind) throws SQLException {
        Config.Storage storage = kind == Kind.POSTGRES
                ? TestDatabase.emptyPostgres()
                : new Config.Storage("jdbc:sqlite:" + folder.resolve("old.db"), Optional.empty(), Optional.empty());
        var released = Database.migrations(storage.url())
                .dataSource(
                        storage.url(),
                        storage.user().orElse(null),
                        storage.password().orElse(null))
                .target("21")
                .load();
        released.migrate();
        assertThat(Stream.of(released.info().applied())
                        .map(MigrationInfo::getVersion)
                        .map(String::valueOf))
                .last()
                .isEqualTo("21");
        try (Connection old = connect(storage)) {
            fill(old);
        }

        Database.open(storage).close();
        // Opened again there is nothing left to do, and nothing is done twice.
        Database.open(storage).close();

        try (Connection now = connect(storage)) {
            var newest = Database.migrations(storage.url())
                    .dataSource(
                            storage.url(),
                            storage.user().orElse(null),
                            storage.password().orElse(null))
                    .load();
            assertThat(newest.info().pending()).isEmpty();
            assertThat(rows(now, "SELECT id, attempts, begun, outcome FROM inbox ORDER BY id"))
                    .containsExactly("1|1|0|null", "2|0|0|ANSWERED");
            assertThat(rows(now, "SELECT id, chat, state, body FROM outbox ORDER BY id"))
                    .containsExactly("1|77|QUEUED|{\"a\":1}", "2|77|DELIVERED|{\"b\":2}");
            assertThat(rows(
                            now,
                            "SELECT id, state, attempts, shelving, revision, told_at FROM library_document"
                                    + " ORDER BY id"))
                    // Whoever sent what is still to be read is told; of the others nobody hears once more.
                    .containsExactly(
                            "1|UNREAD|0|0|0|null", "2|WAITING|0|0|0|1002", "3|LIVE|0|0|0|1003", "4|FAILED|0|0|0|1004");
            assertThat(rows(now, "SELECT id, status, edition, instance_xml, sealed FROM report ORDER BY id"))
                    .containsExactly("1|RETURNED|1|<data><a>ạ</a></data>|null", "2|RECEIVED|1|<data/>|null");
            assertThat(rows(now, "SELECT report_id, edition, sealed FROM report_edition"))
                    .containsExactly("1|0|null");
            assertThat(rows(now, "SELECT id, report_id, position, sealed FROM report_draft ORDER BY id"))
                    .containsExactly("uuid:change|1|/data/a|null", "uuid:new|null||null");
            // The change of the returned report owns the files it has not replaced; the report keeps its own.
            assertThat(rows(
                            now,
                            "SELECT report_id, ref, file_id, sealed FROM report_file WHERE report_id IS NOT NULL"
                                    + " ORDER BY ref, file_id"))
                    .containsExactly("1|/data/p|f1|null", "1|/data/p|f2|null", "1|/data/q|f3|null");
            assertThat(rows(
                            now,
                            "SELECT draft_id, ref, file_id, caption, sealed FROM report_file"
                                    + " WHERE draft_id IS NOT NULL ORDER BY draft_id, ref, file_id"))
                    .containsExactly(
                            "uuid:change|/data/p|f1|cầu gãy|null",
                            "uuid:change|/data/p|f2||null",
                            "uuid:change|/data/q|f4||null",
                            "uuid:new|/data/p|f5||null");
            assertThat(rows(
                            now,
                            "SELECT report_id, state, attempts, due_at, done_at FROM report_push ORDER BY report_id"))
                    .containsExactly("1|WAITING|1|0|null", "2|REFUSED|3|5|6");
            assertThat(rows(now, "SELECT COUNT(*) FROM report_said")).containsExactly("0");
            assertThat(rows(now, "SELECT COUNT(*) FROM upload")).containsExactly("0");
            // Numbers go on behind those that were given.
            run(
                    now,
                    "INSERT INTO inbox (channel, chat, update_id, sender_name, body, received_at)"
                            + " VALUES ('telegram', '77', 'u3', 'Lan', '{}', 3)");
            assertThat(rows(now, "SELECT MAX(id) FROM inbox")).containsExactly("3");
        }
    }

    private static void fill(Connection old) throws SQLException {
        run(
                old,
                "INSERT INTO inbox (channel, chat, update_id, sender_name, body, received_at, attempts)"
                        + " VALUES ('telegram', '77', 'u1', 'Lan', '{}', 1, 1)");
        run(
                old,
                "INSERT INTO inbox (channel, chat, update_id, sender_name, body, received_at, done_at, outcome)"
                        + " VALUES ('telegram', '77', 'u2', 'Lan', '{}', 1, 2, 'ANSWERED')");
        run(
                old,
                "INSERT INTO outbox (channel, chat, priority, body, created_at, due_at)"
                        + " VALUES ('telegram', '77', 1, '{\"a\":1}', 1, 1)");
        run(
                old,
                "INSERT INTO outbox (channel, chat, priority, body, created_at, due_at, state, done_at, remote_id)"
                        + " VALUES ('telegram', '77', 1, '{\"b\":2}', 1, 1, 'DELIVERED', 2, '9')");
        int number = 0;
        for (String state : List.of("UNREAD", "WAITING", "LIVE", "FAILED")) {
            number++;
            run(
                    old,
                    "INSERT INTO library_document (state, document, language, file, sha256, file_name, media_type,"
                            + " pages, recognised, particulars, channel, chat, brought_at) VALUES ('" + state + "', 'd"
                            + number
                            + "', 'vi', 'f', 's', 'a.pdf', '', 1, 0, '{}', 'telegram', '77', " + (1000 + number) + ")");
        }
        run(
                old,
                "INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                        + " submitted_at, urgent, instance_xml, status) VALUES (2024, 1, 'f', '1', 'F', 'uuid:1', 1, 'u', 1, 0,"
                        + " '<data><a>ạ</a></data>', 'RETURNED')");
        run(
                old,
                "INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,"
                        + " submitted_at, urgent, instance_xml) VALUES (2024, 2, 'f', '1', 'F', 'uuid:2', 1, 'u', 1, 0,"
                        + " '<data/>')");
        run(
                old,
                "INSERT INTO report_edition (report_id, edition, instance_xml, submitted_at) VALUES (1, 0, '<data/>', 1)");
        run(
                old,
                "INSERT INTO report_draft (id, member_id, form_id, form_version, report_id, instance_xml, position,"
                        + " album, album_ref, changed_at) VALUES ('uuid:change', 1, 'f', '1', 1, '<data/>', '/data/a', '', '', 1)");
        run(
                old,
                "INSERT INTO report_draft (id, member_id, form_id, form_version, instance_xml, position, album,"
                        + " album_ref, changed_at) VALUES ('uuid:new', 1, 'f', '1', '<data/>', '', '', '', 1)");
        file(old, "NULL", "1", "/data/p", "f1", "cầu gãy");
        file(old, "NULL", "1", "/data/p", "f2", "");
        file(old, "NULL", "1", "/data/q", "f3", "");
        file(old, "'uuid:change'", "NULL", "/data/q", "f4", "");
        file(old, "'uuid:new'", "NULL", "/data/p", "f5", "");
        run(old, "INSERT INTO report_push VALUES (1, 'REFUSED', 3, 5, 6, 'the server answered 413')");
        run(old, "INSERT INTO report_push VALUES (2, 'REFUSED', 3, 5, 6, 'the server answered 422')");
    }

    private static void file(Connection old, String draft, String report, String ref, String id, String caption)
            throws SQLException {
        run(
                old,
                "INSERT INTO report_file (draft_id, report_id, ref, name, file_id, media_type, bytes, caption) VALUES ("
                        + draft + ", " + report + ", '" + ref + "', 'n.jpg', '" + id + "', 'image/jpeg', 3, '" + caption
                        + "')");
    }

    private static Connection connect(Config.Storage storage) throws SQLException {
        return DriverManager.getConnection(
                storage.url(), storage.user().orElse(null), storage.password().orElse(null));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
