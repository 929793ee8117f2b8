package danvan.channel.web;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Delivery;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes the bot's messages into the log, on a thread of its own: what came together in one transaction, so that a
 * broadcast does not wait for the disk once a member.
 */
final class LogWriter implements AutoCloseable {
    private static final int BATCH = 200;

    private record Job(Address to, Outgoing what, CompletableFuture<Delivery> result) {}

    private final Database database;
    private final TalkLog log;
    private final Consumer<Address> news;
    private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "web-log"));

    /**
     * A writer.
     *
     * @param news told each chat whose log has changed
     */
    LogWriter(Database database, TalkLog log, Consumer<Address> news) {
        this.database = database;
        this.log = log;
        this.news = news;
    }

    /** Writes a message or an edit; messages of a chat in the order in which they are handed over. */
    CompletableFuture<Delivery> write(Address to, Outgoing what) {
        Job job = new Job(to, what, new CompletableFuture<>());
        waiting.add(job);
        try {
            thread.execute(this::writeBatch);
        } catch (RejectedExecutionException e) {
            job.result().complete(new Delivery.Failed("the phone page is closing"));
        }
        return job.result();
    }

    /** Takes no more messages and finishes those it has. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean unused = thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeBatch() {
        List<Job> batch = new ArrayList<>();
        for (Job job = waiting.poll(); job != null; job = batch.size() < BATCH ? waiting.poll() : null) {
            batch.add(job);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
        } catch (RuntimeException | Error e) {
            // One message that cannot be written must not hold up those it came with; and each is owed an answer.
            batch.forEach(this::writeAlone);
        }
        Set<Address> chats = new LinkedHashSet<>();
        batch.forEach(job -> chats.add(job.to()));
        chats.forEach(news);
    }

    private void writeAlone(Job job) {
        try {
            write(List.of(job));
        } catch (RuntimeException | Error e) {
            // Whether it is tried again, and how often, is the outbox's to say.
            var unused = job.result().completeExceptionally(e);
        }
    }

    private void write(List<Job> jobs) {
        List<Long> ids =
                database.write(tx -> jobs.stream().map(job -> written(tx, job)).toList());
        for (int i = 0; i < ids.size(); i++) {
            jobs.get(i).result().complete(new Delivery.Delivered(Long.toString(ids.get(i))));
        }
    }

    private long written(Tx tx, Job job) {
        if (job.what() instanceof Outgoing.Edit edit) {
            return log.edit(tx, job.to(), edit);
        }
        if (job.what() instanceof Outgoing.Delete delete) {
            log.delete(tx, job.to(), delete);
            return 0;
        }
        return log.add(tx, job.to(), job.what());
    }
}
