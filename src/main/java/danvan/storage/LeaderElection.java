package danvan.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has work done by exactly one of the processes that share a database. The leader holds an advisory lock of PostgreSQL on a
 * connection of its own, and says every other second, in a row, that it is there. When it cannot say so, it stops the work
 * at once; whoever gets the lock after it begins when the time is over for which the row vouches. A leader whose machine is
 * cut off or stands still loses the lock to the server's own time-out. Where the database is not shared, this process leads.
 */
public final class LeaderElection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
    private static final Duration BEAT = Duration.ofMillis(1_500);
    /** An answer that takes longer counts as a lost connection. */
    private static final Duration ANSWER = Duration.ofSeconds(3);
    /** More than a beat and an answer together: a leader has stopped before its time is over. */
    private static final Duration TERM = Duration.ofSeconds(6);
    /** After so long without a word the server gives the lock away. */
    private static final Duration SILENCE = Duration.ofSeconds(9);

    private static final long CLOSING_MILLIS = 15_000;
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    /** The first version that ends a session that says nothing. */
    private static final int ENDS_SILENT_SESSIONS = 14;

    private final Database database;
    private final String name;
    private final String node;
    private final Runnable elected;
    private final Runnable deposed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Connection connection;
    private boolean locked;
    private volatile boolean leads;
    private volatile boolean started;

    /**
     * An election, to be {@linkplain #start entered}.
     *
     * @param name of the work, the same in all processes
     * @param node this process's name among them
     * @param elected begins the work; must return soon
     * @param deposed stops it; when it has returned, another process may begin
     */
    public LeaderElection(Database database, String name, String node, Runnable elected, Runnable deposed) {
        this.database = database;
        this.name = name;
        this.node = node;
        this.elected = elected;
        this.deposed = deposed;
        this.thread = new Thread(this::run, "leader-" + name);
    }

    public synchronized void start() {
        if (started || ended.getCount() == 0) {
            return;
        }
        started = true;
        if (database.shared()) {
            thread.start();
        } else {
            leads = true;
            elected.run();
        }
    }

    /** Whether this process does the work now. */
    public boolean leads() {
        return leads;
    }

    /** Stops the work and lets another process begin at once. */
    @Override
    public synchronized void close() {
        ended.countDown();
        if (!started) {
            return;
        }
        if (!database.shared()) {
            stop();
            return;
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (ended.getCount() > 0) {
            try {
                beat();
            } catch (SQLException | RuntimeException e) {
                lost(e);
            }
            try {
                var unused = ended.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // Nobody interrupts this thread to end it; see close.
                LOG.debug("a pause of the election was cut short");
            }
        }
        stop();
        resign();
    }

    private void beat() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = OwnConnection.open(database, "danvan leader " + name, ANSWER);
            connection = open;
            prepare(open);
        }
        locked = locked || lock(open);
        if (!locked) {
            ping(open);
        } else if (leads) {
            vouch(open);
        } else if (succeed(open)) {
            leads = true;
            LOG.info("this process leads: {}", name);
            elected.run();
        }
    }

    /** Ends what a machine that is cut off, or stands still, cannot end itself. */
    private static void prepare(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SET tcp_keepalives_idle = " + BEAT.toSeconds() * 2);
            statement.execute("SET tcp_keepalives_interval = 2");
            statement.execute("SET tcp_keepalives_count = 2");
            if (open.getMetaData().getDatabaseMajorVersion() >= ENDS_SILENT_SESSIONS) {
                statement.execute("SET idle_session_timeout = " + SILENCE.toMillis());
            }
        }
    }

    private boolean lock(Connection open) throws SQLException {
        return asked(open, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", "danvan " + name);
    }

    private static void ping(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /** Takes over from whoever led before, unless that one may still be at work. */
    private boolean succeed(Connection open) throws SQLException {
        return asked(
                open,
                "INSERT INTO leader AS l (name, node, since, until) VALUES (?, ?, " + NOW + ", " + NOW + " + "
                        + TERM.toMillis() + ") ON CONFLICT (name) DO UPDATE SET node = excluded.node,"
                        + " since = excluded.since, until = excluded.until"
                        + " WHERE l.until < " + NOW + " OR l.node = excluded.node RETURNING TRUE",
                name,
                node);
    }

    private void vouch(Connection open) throws SQLException {
        boolean ours = asked(
                open,
                "UPDATE leader SET until = " + NOW + " + " + TERM.toMillis()
                        + " WHERE name = ? AND node = ? RETURNING TRUE",
                name,
                node);
        if (!ours) {
            throw new SQLException("another process leads");
        }
    }

    private static boolean asked(Connection open, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setQueryTimeout((int) ANSWER.toSeconds());
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void lost(Exception failure) {
        boolean led = leads;
        stop();
        disconnect();
        if (led) {
            LOG.warn(
                    "this process leads no more: {} ({}). The work is taken over by the first process that reaches the"
                            + " database",
                    name,
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        } else {
            LOG.debug("no election for {}: {}", name, failure.toString());
        }
    }

    private void stop() {
        if (leads) {
            leads = false;
            deposed.run();
        }
    }

    /** The work has ended here, so nobody need wait for the end of a term. */
    private void resign() {
        Connection open = connection;
        if (open != null && locked) {
            try {
                boolean unused = asked(
                        open, "UPDATE leader SET until = 0 WHERE name = ? AND node = ? RETURNING TRUE", name, node);
            } catch (SQLException e) {
                LOG.debug("resigning from {}: {}", name, e.toString());
            }
        }
        disconnect();
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        locked = false;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a lost connection: {}", e.toString());
            }
        }
    }
}
