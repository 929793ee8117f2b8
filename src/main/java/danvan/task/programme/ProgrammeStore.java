package danvan.task.programme;

import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.task.ReferenceCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programmes in force: those of the knowledge base, and in the place of a year's the latest that the office sent in.
 * Every look-up asks whether another has been sent in meanwhile, by this process or another.
 */
public final class ProgrammeStore {
    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeStore.class);

    private record Loaded(long latest, Programmes programmes) {}

    private final Database database;
    private final Programmes base;
    private volatile Loaded loaded;

    public ProgrammeStore(Database database, Programmes base) {
        this.database = database;
        this.base = base;
        this.loaded = new Loaded(0, base);
    }

    public Programmes now() {
        return database.read(this::in);
    }

    public Programmes in(Tx tx) {
        long latest = tx.count("SELECT COALESCE(MAX(id), 0) AS n FROM programme");
        Loaded have = loaded;
        if (have.latest() != latest) {
            have = new Loaded(latest, load(tx));
            loaded = have;
        }
        return have.programmes();
    }

    /** Puts a programme in force. It was read without a fault before. */
    public static void put(Tx tx, int year, String yaml, long by, Instant now) {
        tx.update("INSERT INTO programme (year, yaml, put_by, put_at) VALUES (?, ?, ?, ?)", year, yaml, by, now);
    }

    private Programmes load(Tx tx) {
        Map<Integer, Programme> years = new TreeMap<>();
        base.programmes().forEach(programme -> years.put(programme.year(), programme));
        tx.list(
                "SELECT year, yaml FROM programme WHERE id IN (SELECT MAX(id) FROM programme GROUP BY year) ORDER BY year",
                row -> {
                    String name = "programme " + row.number("year");
                    Optional<Programme> read = ProgrammeReader.read(
                            name,
                            row.text("yaml"),
                            ReferenceCheck.ANYTHING,
                            problem -> LOG.error("put aside: {}", problem));
                    read.ifPresent(programme -> years.put(programme.year(), programme));
                    return name;
                });
        List<Programme> all = new ArrayList<>(years.values());
        return base.with(all);
    }
}
