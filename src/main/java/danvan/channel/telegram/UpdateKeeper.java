package danvan.channel.telegram;

import danvan.channel.telegram.Batch.Piece;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what was polled into the inbox. What cannot be read, or not be stored, is kept for its number. */
final class UpdateKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateKeeper.class);

    private final Inbox inbox;
    private final PollWatch watch;
    private final BooleanSupplier closed;
    private String told = "";

    /** @param closed whether polling has ended */
    UpdateKeeper(Inbox inbox, PollWatch watch, BooleanSupplier closed) {
        this.inbox = inbox;
        this.watch = watch;
        this.closed = closed;
    }

    /** Keeps them, and says how many are new. */
    int keep(List<Piece> pieces) {
        List<Update> updates = pieces.stream().map(this::update).toList();
        try {
            return inbox.receiveSurely(updates, this::databaseAway);
        } catch (RuntimeException e) {
            if (closed.getAsBoolean()) {
                throw e;
            }
            // One of them cannot be kept.
            int news = 0;
            for (Update update : updates) {
                news += keepAlone(update);
            }
            return news;
        }
    }

    /**
     * Keeps them without waiting for a database that is away: whoever posted them posts them again.
     *
     * @throws RuntimeException where they cannot be kept now
     */
    int keepNow(List<Piece> pieces) {
        int news = 0;
        for (Piece piece : pieces) {
            Update update = update(piece);
            try {
                news += inbox.receive(List.of(update));
            } catch (RuntimeException e) {
                // Where it is the database's fault and not the update's, this throws as well.
                news += inbox.receive(List.of(UpdateReader.other(update.id(), "not kept")));
                LOG.warn("update {} of Telegram could not be stored and is skipped: {}", update.id(), e.toString());
            }
        }
        return news;
    }

    /** Telegram keeps the batch as long as it is not confirmed, so a database that is away is waited for. */
    private void databaseAway() {
        if (closed.getAsBoolean()) {
            throw new IllegalStateException("polling has ended");
        }
        watch.failed("updates wait for the database");
    }

    private int keepAlone(Update update) {
        try {
            return inbox.receiveSurely(List.of(update), this::databaseAway);
        } catch (RuntimeException e) {
            int news = inbox.receive(List.of(UpdateReader.other(update.id(), "not kept")));
            LOG.warn("update {} of Telegram could not be stored and is skipped: {}", update.id(), e.toString());
            return news;
        }
    }

    private Update update(Piece piece) {
        if (piece.content() == null) {
            return unreadable(piece.name(), "it is damaged");
        }
        try {
            return UpdateReader.read(piece.name(), piece.content());
        } catch (RuntimeException | StackOverflowError e) {
            return unreadable(piece.name(), e.toString());
        }
    }

    private Update unreadable(String name, String reason) {
        if (!name.equals(told)) {
            told = name;
            LOG.warn("update {} of Telegram cannot be read and is skipped: {}", name, reason);
        }
        return UpdateReader.other(name, "unreadable");
    }
}
