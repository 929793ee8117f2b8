package danvan;

import danvan.channel.console.Console;
import danvan.channel.telegram.Telegram;
import danvan.channel.web.Allowance;
import danvan.channel.web.Example;
import danvan.channel.web.PersonalLinks;
import danvan.channel.web.PhonePage;
import danvan.channel.web.Polled;
import danvan.chat.Address;
import danvan.config.Config;
import danvan.conversation.Downloads;
import danvan.conversation.Uploads;
import danvan.inbox.Inbox;
import danvan.organization.ExampleMember;
import danvan.organization.People;
import danvan.outbox.Courier;
import danvan.outbox.Dispatcher;
import danvan.outbox.Outbox;
import danvan.outbox.Pace;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.task.BotClock;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways in and out that are open, each with the dispatcher that delivers its messages. */
final class Channels {
    private final Config config;
    private final Database database;
    private final BotClock clock;
    private final Files files;
    private final Downloads downloads;
    private final Uploads uploads;
    private final Inbox inbox;
    private final Outbox outbox;
    private final People people;
    private final PersonalLinks links;
    private final Texts texts;
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private volatile Optional<Telegram> telegram = Optional.empty();
    private Optional<PhonePage> page = Optional.empty();

    Channels(
            Config config,
            Database database,
            BotClock clock,
            Files files,
            Downloads downloads,
            Uploads uploads,
            Inbox inbox,
            Outbox outbox,
            People people,
            PersonalLinks links,
            Texts texts) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.files = files;
        this.downloads = downloads;
        this.uploads = uploads;
        this.inbox = inbox;
        this.outbox = outbox;
        this.people = people;
        this.links = links;
        this.texts = texts;
    }

    /** See {@link App#openTelegram}. */
    String openTelegram(
            String token, Pace pace, Map<String, List<Map.Entry<String, String>>> commands, Runnable fatal) {
        Telegram opened = new Telegram(config.telegram(), token, inbox, files::open, fatal);
        String name;
        try {
            name = opened.start(commands);
        } catch (RuntimeException e) {
            // One whose token is refused takes nobody's place: what polls already would never be ended.
            opened.close();
            throw e;
        }
        telegram = Optional.of(opened);
        downloads.from(Telegram.CHANNEL, opened::download);
        deliver(Telegram.CHANNEL, opened.courier(), pace);
        return name;
    }

    /** See {@link App#openPage}. */
    String openPage() {
        PhonePage opened = new PhonePage(
                config.web(),
                database,
                inbox,
                outbox,
                files,
                downloads.most(),
                allowance(),
                people.page()::linked,
                new PageJoining(people.page(), database, outbox, clock),
                this::polled,
                clock,
                config.language(),
                config.zone(),
                config.rehearsal(),
                config.rehearsal() ? examples() : List.of());
        links.servedAt(opened.start());
        page = Optional.of(opened);
        downloads.from(PhonePage.CHANNEL, files::open);
        deliver(PhonePage.CHANNEL, opened, Pace.unlimited());
        return links.here() + "/";
    }

    private Allowance allowance() {
        return new Allowance() {
            @Override
            public boolean hasRoom(Address chat, long bytes) {
                return people.directory()
                        .member(chat)
                        .filter(member -> uploads.hasRoom(member, bytes, clock.instant()))
                        .isPresent();
            }

            @Override
            public boolean arrived(Address chat, String ref, long bytes) {
                return people.directory()
                        .member(chat)
                        .filter(member -> uploads.arrived(member, ref, bytes, clock.instant()))
                        .isPresent();
            }
        };
    }

    /** See {@link App#openConsole}. */
    Console openConsole(
            String member, boolean present, Console.Bot bot, InputStream in, PrintStream out, boolean typed) {
        if (present) {
            // Reminders go where a member was seen last.
            database.change(
                    tx -> people.directory().seen(tx, new Address(Console.CHANNEL, member), true, clock.instant()));
        }
        Console console = new Console(member, inbox, outbox, bot, in, out, typed);
        deliver(Console.CHANNEL, console, Pace.unlimited());
        return console;
    }

    /** Whether everything that was said on the open channels is delivered. */
    boolean idle() {
        return dispatchers.stream().allMatch(Dispatcher::idle);
    }

    private Optional<Polled> polled() {
        return telegram.map(Telegram::polled).map(told -> new Polled(told.lastGood(), told.problem()));
    }

    /** Deletes what the phone page has kept since before the given time. */
    int forget(Instant before) {
        return page.map(opened -> opened.forget(before)).orElse(0);
    }

    /** Lets nothing more in from Telegram; what came is kept. */
    void stopPolling() {
        telegram.ifPresent(Telegram::stopPolling);
    }

    /** Delivers what is under way and ends. */
    void close() {
        dispatchers.forEach(Dispatcher::close);
        page.ifPresent(PhonePage::close);
        telegram.ifPresent(Telegram::close);
    }

    private void deliver(String channel, Courier courier, Pace pace) {
        Dispatcher dispatcher = new Dispatcher(channel, outbox, database, courier, pace, this::unreachable);
        dispatchers.add(dispatcher);
        dispatcher.start();
    }

    private void unreachable(Tx tx, Address address) {
        people.directory().seen(tx, address, false, clock.instant());
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (ExampleMember example : ExampleMember.values()) {
            String role = texts.in(Language.VI).plain("people.role." + example.role());
            examples.add(new Example(example.called(), role, example.key()));
        }
        return examples;
    }
}
