package danvan.organization;

import danvan.chat.Address;
import danvan.chat.Joining;
import danvan.conversation.Reply;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import java.time.Clock;
import java.util.Optional;

/** People who were invited come in by the phone page: the new member and the welcome are kept in one transaction. */
public final class PageJoining implements Joining {
    /** A code that two use at once is used by one of them; the other then reads so. */
    private static final int ATTEMPTS = 5;

    private final PageEntry entry;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    public PageJoining(PageEntry entry, Database database, Outbox outbox, Clock clock) {
        this.entry = entry;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Invitation invitation(String code) {
        return entry.invitation(code, clock.instant());
    }

    @Override
    public String called(String code) {
        return entry.called(code, clock.instant()).orElse("");
    }

    @Override
    public Optional<Address> join(String code, String token, String name) {
        for (int attempt = 1; ; attempt++) {
            try {
                return joinOnce(code, token, name);
            } catch (Conflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Optional<Address> joinOnce(String code, String token, String name) {
        Address address = entry.address(token);
        Optional<Reply> reply = entry.join(code, token, name, clock.instant());
        reply.ifPresent(welcome -> {
            database.change(tx -> {
                welcome.effects().forEach(effect -> effect.apply(tx));
                welcome.messages().forEach(message -> outbox.add(tx, address, message, Priority.REPLY));
                welcome.notices().forEach(notice -> outbox.add(tx, notice.to(), notice.what(), Priority.REMINDER));
            });
            outbox.dispatch();
        });
        return reply.map(welcome -> address);
    }
}
