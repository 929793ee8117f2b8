package danvan.broadcast;

import danvan.chat.Outgoing;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Duration;
import java.util.List;

/**
 * Sends a broadcast: puts the people on its list and their messages into the outbox, a chunk a transaction, so that no
 * turn waits for it; then watches until each has arrived or cannot.
 */
final class BroadcastWork implements JobWork {
    /** What was ordered: the broadcast, and who hears how it goes, in which language, from which unit it comes. */
    record Order(String code, String language, String unit) {}

    /** A turn that commits meanwhile waits for one chunk. */
    private static final int CHUNK = 25;

    private static final String WATCHING = "watching ";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Database database;
    private final Broadcasts broadcasts;
    private final Outbox outbox;
    private final Organization organization;
    private final Texts texts;

    BroadcastWork(Database database, Outbox outbox, Organization organization, Texts texts) {
        this.database = database;
        this.broadcasts = new Broadcasts(database);
        this.outbox = outbox;
        this.organization = organization;
        this.texts = texts;
    }

    @Override
    public void run(JobRun run) {
        Order order = run.order(Order.class);
        Broadcasts.Broadcast broadcast = broadcasts.find(order.code()).orElseThrow();
        if (!run.mark().startsWith(WATCHING)) {
            enlist(run, order, broadcast);
        }
        watch(run, order);
    }

    private void enlist(JobRun run, Order order, Broadcasts.Broadcast broadcast) {
        long last = run.mark().isEmpty() ? 0 : Long.parseLong(run.mark());
        List<Member> readers = broadcast.audience().readers(organization, broadcast.author()).stream()
                .filter(reader -> reader.id() > last)
                .toList();
        String from = organization.nameOf(order.unit());
        List<BroadcastFiles.Attached> files = database.read(tx -> BroadcastFiles.of(tx, order.code()));
        for (int at = 0; at < readers.size(); at += CHUNK) {
            List<Member> chunk = readers.subList(at, Math.min(at + CHUNK, readers.size()));
            run.step(Long.toString(chunk.get(chunk.size() - 1).id()), tx -> {
                boolean goesOn = Broadcasts.find(tx, order.code())
                        .filter(now -> now.state() == Broadcasts.State.SENDING)
                        .isPresent();
                for (Member reader : goesOn ? chunk : List.<Member>of()) {
                    if (Broadcasts.enlist(tx, order.code(), reader)) {
                        Outgoing message = message(order.code(), reader.language(), from, broadcast.text());
                        Broadcasts.queued(
                                tx,
                                order.code(),
                                reader.id(),
                                outbox.add(tx, reader.address(), message, Priority.BROADCAST));
                        for (BroadcastFiles.Attached file : files) {
                            BroadcastFiles.sent(
                                    tx,
                                    order.code(),
                                    reader.id(),
                                    outbox.add(tx, reader.address(), carried(file), Priority.BROADCAST));
                        }
                    }
                }
            });
        }
        run.step(WATCHING, tx -> {});
    }

    private static Outgoing carried(BroadcastFiles.Attached file) {
        return new Outgoing.File(file.file(), file.name(), file.mediaType(), Markup.escape(file.caption()), List.of());
    }

    private Outgoing message(String code, Language language, String from, String text) {
        Texts.Phrases words = texts.in(language);
        return Outgoing.message(
                words.say("office.message", "unit", from, "text", text),
                List.of(List.of(BroadcastAct.ACTIONS.button(words.plain("office.read"), BroadcastAct.READ, code))));
    }

    private void watch(JobRun run, Order order) {
        int settled = database.write(tx -> Broadcasts.settle(tx, order.code()));
        Broadcasts.Standing standing = broadcasts.standing(order.code());
        Texts.Phrases words = texts.in(Language.of(order.language()).orElse(Language.VI));
        if (standing.waiting() == 0) {
            database.change(tx -> Broadcasts.move(tx, order.code(), Broadcasts.State.SENT));
            say(run, words, order.code(), standing);
            run.finish(List.of(), tx -> {});
            return;
        }
        String seen = WATCHING + standing.delivered() + " " + standing.unreachable() + " " + standing.cancelled();
        if (!seen.equals(run.mark())) {
            say(run, words, order.code(), standing);
            run.step(seen, tx -> {});
        }
        run.later(settled > 0 ? SOON : standing.delivered() == 0 ? SOON : LATER);
    }

    private void say(JobRun run, Texts.Phrases words, String code, Broadcasts.Standing standing) {
        broadcasts
                .find(code)
                .ifPresent(now ->
                        run.say(BroadcastView.standing(words, now, standing), BroadcastView.choices(words, now)));
    }

    @Override
    public String apology(JobRun run) {
        return texts.in(Language.of(run.order(Order.class).language()).orElse(Language.VI))
                .say("office.failed");
    }
}
