package danvan.form.admin;

import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.LazyFuture;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.LastingWork;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The forms in service: those of the knowledge base, and those the office has put live by chat. A thread looks for newly
 * live ones, of this process or another; a look-up never touches the database, for it happens inside of others.
 */
public final class ServedForms implements Supplier<Forms>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedForms.class);
    private static final long PAUSE_MILLIS = 200;
    /** The first thing a member does is ask: until then the machine is the search's, unless a form is asked for. */
    private static final long HEAD_START_MILLIS = 2_000;

    private record Loaded(long live, Forms forms) {}

    private record Kept(String file, String name) {}

    private final Database database;
    private final Files files;
    private final LazyFuture<Forms> base;
    private final LazyFuture<Loaded> first;
    private final Thread watch = new Thread(this::watch, "forms");
    private volatile Optional<Loaded> later = Optional.empty();
    private volatile boolean closing;

    public ServedForms(LazyFuture<Forms> base, Database database, Files files) {
        this.database = database;
        this.files = files;
        this.base = base;
        this.first = new LazyFuture<>(() -> load(base.get()));
        watch.setDaemon(true);
    }

    @Override
    public Forms get() {
        return now().forms();
    }

    public void start() {
        watch.start();
    }

    /** Whether every form that was put live is in service. */
    public boolean inStep() {
        return !first.isDone() || now().live() == live();
    }

    private Loaded now() {
        return later.orElseGet(first);
    }

    private long live() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM form_sent WHERE state = 'LIVE'"));
    }

    private void watch() {
        pause(HEAD_START_MILLIS);
        if (!closing) {
            first.begin();
        }
        while (!closing) {
            LastingWork.survive(LOG, "looking for forms put live", () -> {
                if (!closing && first.isDone() && !inStep()) {
                    later = Optional.of(load(base.get()));
                }
            });
            pause(PAUSE_MILLIS);
        }
    }

    private Loaded load(Forms forms) {
        List<Kept> all = database.read(tx -> tx.list(
                "SELECT file_id, file_name FROM form_sent WHERE state = 'LIVE' ORDER BY decided_at, file_id",
                row -> new Kept(row.text("file_id"), row.text("file_name"))));
        Forms served = forms;
        for (Kept kept : all) {
            Optional<Form> form = read(kept);
            if (form.isPresent()) {
                served = served.with(form.get());
            }
        }
        return new Loaded(all.size(), served);
    }

    private Optional<Form> read(Kept kept) {
        try (InputStream in = files.open(kept.file())) {
            return Forms.read(
                    kept.name(), in.readAllBytes(), problem -> LOG.error("a form put live earlier: {}", problem));
        } catch (IOException e) {
            LOG.error("the form {} is in use and cannot be read: {}", kept.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            // Closing; the loop sees it.
        }
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
