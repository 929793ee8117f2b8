package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns of members who sit at a page rather than in a chat: the same decisions, kept in the same one transaction, told to
 * the same others. What is said to the member is handed back, to be shown on the page; the member's dialog in the chat is
 * not touched, and reminders go where they went.
 */
public final class PageTurns {
    private static final int ATTEMPTS = 20;

    /**
     * What came of a decision.
     *
     * @param reply what is changed and who is told
     * @param result for the page
     */
    public record Answered<T>(Reply reply, T result) {}

    private final Database database;
    private final Outbox outbox;
    private final Texts texts;
    private final Language language;
    private final Clock clock;
    private final String channel;

    /**
     * The turns of a page.
     *
     * @param language what is spoken to who has chosen none
     * @param clock the bot's
     * @param channel the page's, where files that are ordered arrive: an address there is the member's number
     */
    public PageTurns(Database database, Outbox outbox, Texts texts, Language language, Clock clock, String channel) {
        this.database = database;
        this.outbox = outbox;
        this.texts = texts;
        this.language = language;
        this.clock = clock;
        this.channel = channel;
    }

    /** Where what is ordered at the page arrives. */
    public Address address(Person person) {
        return new Address(channel, Long.toString(person.id()));
    }

    /**
     * Has something decided and keeps what comes of it, all or nothing; decided again where somebody changed what it had
     * read.
     */
    public <T> T act(Person person, Function<Turn, Answered<T>> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answered<T> answered = decision.apply(turn(person));
                keep(person, answered.reply());
                return answered.result();
            } catch (Conflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #act}, for a decision whose words are all that the page shows. */
    public String said(Person person, Function<Turn, Reply> decision) {
        return act(person, turn -> {
            Reply reply = decision.apply(turn);
            return new Answered<>(reply, words(reply));
        });
    }

    /** What a reply says to the member, as plain text. */
    public static String words(Reply reply) {
        StringBuilder words = new StringBuilder(reply.toast());
        for (Outgoing message : reply.messages()) {
            String text = message instanceof Outgoing.Message said
                    ? said.text()
                    : message instanceof Outgoing.Edit edit ? edit.text() : "";
            words.append(words.isEmpty() || text.isEmpty() ? "" : "\n").append(Markup.strip(text));
        }
        return words.toString();
    }

    private Turn turn(Person person) {
        return new Turn(
                person,
                address(person),
                new Incoming.Words(""),
                clock.instant(),
                Optional.empty(),
                0,
                texts.in(person.language().orElse(language)));
    }

    private void keep(Person person, Reply reply) {
        List<Effect> effects = reply.effects();
        // What is said is shown on the page; a file cannot be.
        List<Outgoing> files = reply.messages().stream()
                .filter(Outgoing.File.class::isInstance)
                .toList();
        if (effects.isEmpty() && reply.notices().isEmpty() && files.isEmpty()) {
            return;
        }
        database.change(tx -> {
            effects.forEach(effect -> effect.apply(tx));
            files.forEach(file -> outbox.add(tx, address(person), file, Priority.REPLY));
            reply.notices().forEach(notice -> outbox.add(tx, notice.to(), notice.what(), Priority.REMINDER));
        });
        outbox.dispatch();
    }
}
