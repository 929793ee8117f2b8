package danvan;

import danvan.channel.console.Console;
import danvan.channel.telegram.Telegram;
import danvan.channel.telegram.Webhook;
import danvan.channel.web.Allowance;
import danvan.channel.web.Example;
import danvan.channel.web.Hook;
import danvan.channel.web.PersonalLinks;
import danvan.channel.web.PhonePage;
import danvan.channel.web.Polled;
import danvan.chat.Address;
import danvan.config.Config;
import danvan.desk.mail.DeskMail;
import danvan.organization.chat.ExampleMember;
import danvan.organization.chat.People;
import danvan.outbox.Courier;
import danvan.outbox.Dispatcher;
import danvan.outbox.Pace;
import danvan.storage.LeaderElection;
import danvan.storage.Tx;
import danvan.text.Language;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in and out that are open, each with the dispatcher that delivers its messages. */
final class Channels {
    private final Core core;
    private final Config config;
    private final People people;
    private final PersonalLinks links;
    private final OperationsWiring operations;
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private volatile Optional<Telegram> telegram = Optional.empty();
    private volatile String bot = "";
    private volatile Optional<LeaderElection> polling = Optional.empty();
    private Optional<PhonePage> page = Optional.empty();

    Channels(Core core, People people, PersonalLinks links, OperationsWiring operations) {
        this.core = core;
        this.config = core.config;
        this.people = people;
        this.links = links;
        this.operations = operations;
    }

    /** See {@link App#openTelegram}. */
    String openTelegram(
            String token, Pace pace, Map<String, List<Map.Entry<String, String>>> commands, Runnable fatal) {
        Telegram opened =
                new Telegram(config.telegram(), token, config.web().publicUrl(), core.inbox, core.files::open, fatal);
        String name;
        try {
            name = opened.start(commands);
        } catch (RuntimeException e) {
            // One whose token is refused takes nobody's place: what polls already would never be ended.
            opened.close();
            throw e;
        }
        telegram = Optional.of(opened);
        bot = name;
        if (opened.webhook().isEmpty()) {
            LeaderElection election = new LeaderElection(
                    core.database, "polling of telegram", core.node, opened::poll, opened::stopPolling);
            polling = Optional.of(election);
            election.start();
        }
        core.downloads.from(Telegram.CHANNEL, opened::download);
        deliver(Telegram.CHANNEL, opened.courier(), pace);
        return name;
    }

    /** The bot's name in Telegram; empty where it is not there, or could not be asked. */
    String bot() {
        return bot;
    }

    /** See {@link App#openPage}. */
    String openPage(Optional<DeskWiring> desk) {
        List<Example> known = config.rehearsal() ? examples() : List.of();
        PhonePage opened = new PhonePage(
                config.web(),
                core.database,
                core.inbox,
                core.outbox,
                core.files,
                core.downloads.most(),
                allowance(),
                people.page()::linked,
                people.joining(core.outbox, core.clock),
                operations.vitals(this::polled),
                core.clock,
                config.language(),
                config.zone(),
                config.rehearsal(),
                known,
                Stream.concat(
                                desk.map(one -> one.routes(known, this::polled)).stream(),
                                hook().map(PhonePage::routes).stream())
                        .toList());
        links.servedAt(opened.start());
        telegram.ifPresent(Telegram::setWebhook);
        page = Optional.of(opened);
        core.downloads.from(PhonePage.CHANNEL, core.files::open);
        deliver(PhonePage.CHANNEL, opened, Pace.unlimited());
        desk.ifPresent(one -> deliver(DeskMail.CHANNEL, one.mail(), Pace.unlimited()));
        return links.here() + "/";
    }

    private Optional<Hook> hook() {
        return telegram.flatMap(Telegram::webhook).map(webhook -> new Hook() {
            @Override
            public String path() {
                return Webhook.PATH;
            }

            @Override
            public String secretHeader() {
                return Webhook.SECRET_HEADER;
            }

            @Override
            public boolean knows(String secret) {
                return webhook.knows(secret);
            }

            @Override
            public void take(byte[] body) {
                webhook.take(body);
            }
        });
    }

    private Allowance allowance() {
        return new Allowance() {
            @Override
            public boolean hasRoom(Address chat, long bytes) {
                return people.directory()
                        .member(chat)
                        .filter(member -> core.uploads.hasRoom(member, bytes, core.clock.instant()))
                        .isPresent();
            }

            @Override
            public boolean arrived(Address chat, String ref, long bytes) {
                return people.directory()
                        .member(chat)
                        .filter(member -> core.uploads.arrived(member, ref, bytes, core.clock.instant()))
                        .isPresent();
            }
        };
    }

    /** See {@link App#openConsole}. */
    Console openConsole(
            String member, boolean present, Console.Bot bot, InputStream in, PrintStream out, boolean typed) {
        if (present) {
            // Reminders go where a member was seen last.
            core.database.change(tx ->
                    people.directory().seen(tx, new Address(Console.CHANNEL, member), true, core.clock.instant()));
        }
        Console console = new Console(member, core.inbox, core.outbox, bot, in, out, typed);
        deliver(Console.CHANNEL, console, Pace.unlimited());
        return console;
    }

    /** Whether everything that was said on the open channels is delivered. */
    boolean idle() {
        return dispatchers.stream().allMatch(Dispatcher::idle);
    }

    private Optional<Polled> polled() {
        return telegram.flatMap(Telegram::polled).map(told -> new Polled(told.lastGood(), told.problem()));
    }

    /** Deletes what the phone page has kept since before the given time. */
    int forget(Instant before) {
        return page.map(opened -> opened.forget(before)).orElse(0);
    }

    /** Lets nothing more in from Telegram; what came is kept. */
    void stopPolling() {
        polling.ifPresent(LeaderElection::close);
    }

    /** Delivers what is under way and ends. */
    void close() {
        polling.ifPresent(LeaderElection::close);
        dispatchers.forEach(Dispatcher::close);
        page.ifPresent(PhonePage::close);
        telegram.ifPresent(Telegram::close);
    }

    private void deliver(String channel, Courier courier, Pace pace) {
        Dispatcher dispatcher = new Dispatcher(
                channel, core.outbox, core.database, operations.counted(channel, courier), pace, this::unreachable);
        dispatchers.add(dispatcher);
        dispatcher.start();
    }

    private void unreachable(Tx tx, Address address) {
        people.directory().seen(tx, address, false, core.clock.instant());
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (ExampleMember example : ExampleMember.values()) {
            String role = core.texts.in(Language.VI).plain("people.role." + example.role());
            examples.add(new Example(example.called(), role, example.key()));
        }
        return examples;
    }
}
