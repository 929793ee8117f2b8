package danvan.cluster;

import danvan.ChildJvm;
import danvan.SecretWatch;
import danvan.scenario.BotProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL server that can be restarted, and bots on it that can be killed. */
final class Cluster implements AutoCloseable {
    static final long FIRST_CHAT = 100_000;
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Path folder;
    private final LimitedTelegram telegram;
    private final int port;
    private final List<Process> bots = new ArrayList<>();
    private EmbeddedPostgres postgres;

    Cluster(Path folder, LimitedTelegram telegram, int members) throws IOException, SQLException {
        this.folder = folder;
        this.telegram = telegram;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.postgres = server();
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(knowledge.resolve("units.yml"), """
                - {code: tinh, name: "tỉnh A", level: PROVINCE}
                - {code: xa, name: "xã B", level: COMMUNE, parent: tinh}
                """);
        // The first process makes the tables; the others wait for it, as processes that start together do.
        for (int i = 0; i < 3; i++) {
            bots.add(launched(i));
        }
        awaitPoller();
        add(members);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** As at an update of the server. */
    void restartServer() throws IOException {
        postgres.close();
        postgres = server();
    }

    /** Which process polls; -1 where none does. */
    int poller() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT node FROM leader")) {
            String node = rows.next() ? rows.getString(1) : "-";
            for (int i = 0; i < bots.size(); i++) {
                if (node.startsWith(bots.get(i).pid() + "-")) {
                    return i;
                }
            }
            return -1;
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Kills a process without warning (kill -9) and starts another in its place. */
    void kill(int which) throws IOException, InterruptedException {
        bots.get(which).destroyForcibly().waitFor();
        bots.set(which, launched(which));
    }

    /** How many processes have said lately that they are there. */
    int alive() {
        try {
            return (int) bots.stream().filter(this::isThere).count();
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    private boolean isThere(Process bot) {
        try {
            return count("SELECT COUNT(*) FROM process WHERE node LIKE '" + bot.pid() + "-%'") == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String log(int which) {
        try {
            return SecretWatch.clean(
                    Files.readString(folder.resolve("bot" + which).resolve("bot.log")));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        bots.forEach(Process::destroyForcibly);
        postgres.close();
    }

    private Process launched(int number) throws IOException {
        Path own = Files.createDirectories(folder.resolve("bot" + number));
        Files.writeString(own.resolve("bot.yml"), """
                rehearsal: false
                data: %s
                knowledge-base: %s
                storage:
                  url: jdbc:postgresql://localhost:%d/postgres
                  user: postgres
                telegram:
                  token: %s
                  api-url: %s
                reports:
                  key: %s
                web:
                  enabled: false
                """.formatted(
                own.resolve("data"), folder.resolve("knowledge"), port, LimitedTelegram.TOKEN, telegram.url(), KEY));
        return BotProcess.launch(
                own, ChildJvm.CLASS_PATH, List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    private void awaitPoller() {
        long until = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < until) {
            try {
                if (count("SELECT COUNT(*) FROM leader WHERE until > 0") == 1) {
                    return;
                }
            } catch (SQLException e) {
                // The tables are not there yet.
                LockSupport.parkNanos(100_000_000);
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("nobody polls\n" + log(0) + log(1) + log(2));
    }

    private void add(int members) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement member = connection.prepareStatement(
                        "INSERT INTO member (id, name, role, unit, created_at) VALUES (?, ?, 'CADRE', 'xa', 0)");
                PreparedStatement address = connection.prepareStatement(
                        "INSERT INTO member_address (channel, chat, member_id, last_seen_at) VALUES ('telegram', ?, ?, 0)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < members; i++) {
                member.setLong(1, 1_000_000L + i);
                member.setString(2, "Cán bộ " + i);
                member.addBatch();
                address.setString(1, Long.toString(FIRST_CHAT + i));
                address.setLong(2, 1_000_000L + i);
                address.addBatch();
            }
            member.executeBatch();
            address.executeBatch();
            connection.commit();
        }
    }
}
