package danvan;

import danvan.ask.Ask;
import danvan.channel.console.Console;
import danvan.channel.telegram.Telegram;
import danvan.chat.Address;
import danvan.chat.Language;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.config.Config;
import danvan.conversation.Command;
import danvan.conversation.Switchboard;
import danvan.conversation.TurnWork;
import danvan.conversation.Turns;
import danvan.inbox.Inbox;
import danvan.outbox.Courier;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.people.People;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** All wiring, top to bottom. An app is made, its channels are opened, and it is closed once. */
public final class App implements AutoCloseable {
    private static final int WORKERS = 8;

    private final Config config;
    private final Database database;
    private final Clock clock;
    private final Texts texts = new Texts();
    private final Inbox inbox;
    private final Outbox outbox;
    private final People people;
    private final Switchboard switchboard;
    private final Turns turns;
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private Optional<Telegram> telegram = Optional.empty();

    /**
     * Wires everything and begins to work turns; no channel is open yet.
     *
     * @param knowledge what the knowledge base holds; may still be being read
     * @param realTime the system's time
     */
    public App(Config config, CompletableFuture<Knowledge> knowledge, Clock realTime) {
        this.config = config;
        this.database = Database.open(config.storage());
        this.clock = realTime.withZone(config.zone());
        String node = UUID.randomUUID().toString();
        this.inbox = new Inbox(database, realTime, node);
        this.outbox = new Outbox(database, realTime, node);
        Language language = Language.of(config.language()).orElse(Language.VI);

        this.people = new People(
                database,
                Set.copyOf(config.people().administrators()),
                config.people().admission() == Config.Admission.OPEN,
                texts,
                language,
                config.zone(),
                this::personalLink);
        Ask ask = new Ask(() -> knowledge.join().library(), texts, config.zone());

        this.switchboard = new Switchboard(List.of(people, ask));
        TurnWork work = new TurnWork(database, inbox, outbox, people.directory(), switchboard, texts, language, clock);
        this.turns = new Turns(inbox, work, WORKERS);

        people.units().put(knowledge.join().units());
        if (config.rehearsal()) {
            Examples.addTo(people, clock.instant());
        }
        turns.start();
    }

    /**
     * Opens the Telegram channel.
     *
     * @param fatal run when the process must end because an update could not be kept
     * @return the bot's user name; empty where Telegram could not be asked
     */
    public String openTelegram(String token, Pace pace, Runnable fatal) {
        Telegram opened = new Telegram(config.telegram(), token, inbox, fatal);
        telegram = Optional.of(opened);
        deliver(Telegram.CHANNEL, opened.courier(), pace);
        return opened.start(commands());
    }

    /** Opens a terminal as one member's chat; {@link Console#run} reads from it. */
    public Console openConsole(String member, InputStream in, PrintStream out, boolean typed) {
        Console console = new Console(member, inbox, outbox, in, out, typed);
        deliver(Console.CHANNEL, console, Pace.unlimited());
        return console;
    }

    /** Whether everything that came in is answered and everything that was said is delivered. */
    public boolean idle() {
        return inbox.waiting() == 0 && outbox.waiting() == 0;
    }

    public People people() {
        return people;
    }

    /** The bot's clock, which in a rehearsal is not the real time. */
    public Clock clock() {
        return clock;
    }

    /** Takes nothing more in, finishes the open turns, delivers what is under way. What still waits is kept. */
    @Override
    public void close() {
        telegram.ifPresent(Telegram::stopPolling);
        turns.close();
        dispatchers.forEach(Dispatcher::close);
        telegram.ifPresent(Telegram::close);
        database.close();
    }

    private void deliver(String channel, Courier courier, Pace pace) {
        Dispatcher dispatcher = new Dispatcher(channel, outbox, database, courier, pace, this::unreachable);
        dispatchers.add(dispatcher);
        dispatcher.start();
    }

    private void unreachable(Tx tx, Address address) {
        people.directory().seen(tx, address, false, clock.instant());
    }

    private String personalLink(String token) {
        return config.web()
                        .publicUrl()
                        .map(Object::toString)
                        .orElse("http://" + config.web().host() + ":"
                                + config.web().port())
                + "/c/" + token;
    }

    private Map<String, List<Map.Entry<String, String>>> commands() {
        Map<String, List<Map.Entry<String, String>>> commands = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            commands.put(
                    language.code(),
                    switchboard.commands(Role.CADRE).stream()
                            .map(command -> described(command, language))
                            .toList());
        }
        return commands;
    }

    private Map.Entry<String, String> described(Command command, Language language) {
        return Map.entry(command.name(), texts.in(language).plain(command.help()));
    }
}
