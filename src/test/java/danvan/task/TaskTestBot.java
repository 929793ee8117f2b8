package danvan.task;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.conversation.Directory;
import danvan.conversation.Downloads;
import danvan.conversation.FeatureRouter;
import danvan.conversation.Reply;
import danvan.conversation.TurnWork;
import danvan.conversation.Turns;
import danvan.conversation.Uploads;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.Member;
import danvan.organization.directory.UnitRef;
import danvan.outbox.Outbox;
import danvan.schedule.Scheduler;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Json;
import danvan.storage.Tx;
import danvan.task.programme.Programmes;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A bot with tasks: a real database in a folder, a real inbox, outbox and Quartz. Only the people are made up. It
 * can be closed and opened again, which is a restart.
 */
final class TaskTestBot implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("danvan.patience", 240));

    /** A ledger row: who was reminded of what, and on which day. */
    record Entry(String who, String task, LocalDate due, int lead, LocalDate day, boolean late) {}

    /** A member of the bot. */
    record TestMember(Person person, String level) {
        Address address() {
            return new Address("test", Long.toString(person.id()));
        }
    }

    private final Path programmes;
    private final Map<Long, TestMember> people = new TreeMap<>();
    private final Map<String, UnitRef> units = new TreeMap<>();
    private final Set<Long> silent = new HashSet<>();
    /** When those came who were not there from the beginning. */
    private final Map<Long, Instant> came = new TreeMap<>();

    private long newcomers;
    /** What stands for the content of any file that is sent. */
    byte[] sent = new byte[] {1, 2, 3};

    /** What the digest is told of reports. */
    WeekReports reports = (unit, from, to) -> WeekReports.Figures.NONE;

    final List<Missed> missed = new CopyOnWriteArrayList<>();
    ReminderHours hours =
            new ReminderHours(ZONE, LocalTime.of(7, 30), LocalTime.of(21, 0), LocalTime.of(6, 30), Duration.ofDays(2));
    /** How long the bot has been down altogether: the system's time has gone on meanwhile. */
    private Duration down = Duration.ZERO;

    private final List<Scheduler> schedulers = new ArrayList<>();
    private int updates;
    /** Where the database is; a file in the town's folder, if nothing else is said. */
    Config.Storage storage;
    /** How many times more the people cannot be listed. */
    final AtomicInteger failures = new AtomicInteger();

    private Optional<Running> running = Optional.empty();

    /** The parts of a bot that runs. */
    private record Running(Database database, BotClock clock, Outbox outbox, Tasks tasks, Inbox inbox, Turns turns) {}

    TaskTestBot(Path folder, String programmes) {
        this.storage = storage(folder);
        this.programmes = Path.of("src/test/resources/task").resolve(programmes);
    }

    /** A town whose only programmes are written here. */
    static TaskTestBot of(Path folder, String... yamls) {
        try {
            Path programmes = java.nio.file.Files.createDirectories(folder.resolve("programmes"));
            for (int i = 0; i < yamls.length; i++) {
                java.nio.file.Files.writeString(programmes.resolve("p" + i + ".yml"), yamls[i]);
            }
            return new TaskTestBot(folder, programmes.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestMember addMember(String name, Role role, String level, Language language) {
        return addMember(name, role, level, language, "unit");
    }

    TestMember addMember(String name, Role role, String level, Language language, String unit) {
        long id = ++newcomers;
        TestMember one = new TestMember(new Person(id, name, role, unit, Optional.of(language)), level);
        people.put(id, one);
        running.ifPresent(bot -> came.put(id, bot.clock().instant()));
        return one;
    }

    /** The same person in another unit. */
    TestMember moves(TestMember one, String level, String unit) {
        Person was = one.person();
        TestMember moved = new TestMember(new Person(was.id(), was.name(), was.role(), unit, was.language()), level);
        people.put(was.id(), moved);
        return moved;
    }

    /** A unit below another; a unit that nobody founded stands alone. */
    void addUnit(String code, String name, String above) {
        units.put(code, new UnitRef(code, name, "commune", Optional.of(above).filter(any -> !any.isEmpty())));
    }

    /** Somebody has blocked the bot. */
    void blocks(TestMember one) {
        silent.add(one.person().id());
    }

    /** Somebody can be reached again. */
    void unblocks(TestMember one) {
        silent.remove(one.person().id());
    }

    void removeMember(TestMember one) {
        people.remove(one.person().id());
    }

    TaskTestBot opens() {
        Database database = Database.open(storage);
        Clock base = Clock.offset(Clock.systemUTC(), down);
        Outbox outbox = new Outbox(database, Clock.systemUTC(), "test");
        BotClock clock = BotClock.rehearsal(base, ZONE, database);
        Tasks tasks = tasks(database, clock, outbox);
        Inbox inbox = new Inbox(database, Clock.systemUTC(), "test");
        TurnWork work = new TurnWork(
                database,
                inbox,
                outbox,
                new TestDirectory(),
                new FeatureRouter(tasks.features()),
                new Texts(),
                Language.VI,
                clock,
                new Uploads(database, new Uploads.Limits(1_000, 1L << 30, 1 << 20), ZoneOffset.UTC));
        Turns turns = new Turns(inbox, work, 2);
        running = Optional.of(new Running(database, clock, outbox, tasks, inbox, turns));
        tasks.start();
        turns.start();
        settles();
        return this;
    }

    /** Another process's tasks on the same database. */
    Tasks tasks(Database database, BotClock clock, Outbox outbox) {
        TestOrganization organization = new TestOrganization();
        Files files = new Files(database, Clock.systemUTC());
        Downloads downloads = new Downloads(files, 1 << 20);
        downloads.from("test", ref -> new ByteArrayInputStream(sent));
        Scheduler scheduler = Scheduler.of(database, Clock.systemUTC());
        schedulers.add(scheduler);
        Tasks tasks = new Tasks(
                scheduler,
                database,
                outbox,
                new Texts(),
                clock,
                hours,
                Programmes.in(programmes),
                files,
                downloads,
                new TaskPorts(
                        organization,
                        (source, language) -> Optional.of(new Quotes.Quote(
                                "Lời văn của " + source.passage() + " <&>", "Nguồn " + source.document())),
                        (form, language) -> Optional.of(new Button("Mẫu " + form, "report:f:" + form)),
                        ReferenceCheck.of(organization, id -> id.startsWith("f")),
                        (words, bars) -> (words.title() + words.below() + bars).getBytes(StandardCharsets.UTF_8),
                        (unit, from, to) -> reports.of(unit, from, to),
                        (tx, rounds) -> missed.addAll(rounds),
                        (tx, at, member, action, detail) -> {}));
        scheduler.start();
        return tasks;
    }

    Database database() {
        return now().database();
    }

    BotClock clock() {
        return now().clock();
    }

    Outbox outbox() {
        return now().outbox();
    }

    @Override
    public void close() {
        running.ifPresent(bot -> {
            bot.turns().close();
            bot.tasks().close();
            endSchedulers();
            bot.database().close();
        });
        running = Optional.empty();
        // Those of a bot that was killed.
        endSchedulers();
    }

    private void endSchedulers() {
        schedulers.forEach(Scheduler::close);
        schedulers.clear();
    }

    /** Pulls the database out from under the bot. */
    void isKilled() {
        running.ifPresent(bot -> {
            bot.database().close();
            bot.tasks().close();
            bot.turns().close();
        });
        running = Optional.empty();
    }

    void restarts() {
        restartsAfter(Duration.ZERO);
    }

    void restartsAfter(Duration pause) {
        close();
        down = down.plus(pause);
        opens();
    }

    void goesBy(Duration time) {
        clock().advance(time);
        settles();
    }

    void goesTo(String localTime) {
        goesBy(Duration.between(
                clock().instant(), LocalDateTime.parse(localTime).atZone(ZONE).toInstant()));
    }

    void settles() {
        try {
            if (!now().tasks().awaitIdle(PATIENCE)) {
                throw new AssertionError("the reminders are still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Types, and reads what the bot answers. */
    List<Outgoing> says(TestMember one, String words) {
        return sends(one, new Incoming.Words(words));
    }

    List<Outgoing> taps(TestMember one, Button button) {
        return sends(one, new Incoming.Tap("tap", "message", button.action()));
    }

    List<Outgoing> sends(TestMember one, Incoming incoming) {
        long before = database().read(tx -> tx.count("SELECT COALESCE(MAX(id), 0) AS n FROM outbox"));
        now().inbox().receive(List.of(new Update(one.address(), "u" + updates++, "", incoming)));
        await(() -> now().inbox().waiting() == 0);
        List<Outgoing> answers = messages(one, before, 0);
        settles();
        return answers;
    }

    /** All reminders that went to somebody, oldest first. */
    List<Outgoing> reminders(TestMember one) {
        return messages(one, 0, 1).stream()
                .filter(message -> !(message instanceof Outgoing.File))
                .toList();
    }

    /** All weekly digests that went to somebody. */
    List<Outgoing.File> digests(TestMember one) {
        return messages(one, 0, 1).stream()
                .filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast)
                .toList();
    }

    String content(Outgoing.File file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    byte[] bytes(Outgoing.File file) {
        try (InputStream content = new Files(database(), Clock.systemUTC()).open(file.file())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> texts(List<Outgoing> messages) {
        return messages.stream().map(TaskTestBot::text).toList();
    }

    static String text(Outgoing message) {
        if (message instanceof Outgoing.Message said) {
            return Markup.strip(said.text());
        }
        if (message instanceof Outgoing.Menu menu) {
            return Markup.strip(menu.text());
        }
        if (message instanceof Outgoing.File file) {
            return "(file) " + file.name() + " " + Markup.strip(file.caption());
        }
        return message instanceof Outgoing.Edit edit
                ? "(edit) " + Markup.strip(edit.text())
                : "(toast) " + ((Outgoing.Ack) message).toast();
    }

    static List<Button> buttons(Outgoing message) {
        List<List<Button>> rows = message instanceof Outgoing.Message said
                ? said.buttons()
                : message instanceof Outgoing.Edit edit ? edit.buttons() : List.of();
        return rows.stream().flatMap(List::stream).toList();
    }

    static Button button(Outgoing message, String label) {
        return buttons(message).stream()
                .filter(button -> button.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + buttons(message)));
    }

    List<Entry> ledger() {
        return database()
                .read(tx -> tx.list(
                        "SELECT * FROM reminder ORDER BY entered_at, due, lead, member_id",
                        row -> new Entry(
                                Optional.ofNullable(people.get(row.number("member_id")))
                                        .map(one -> one.person().name())
                                        .orElse("?"),
                                row.text("task"),
                                LocalDate.parse(row.text("due")),
                                (int) row.number("lead"),
                                LocalDate.ofInstant(row.instant("entered_at"), ZONE),
                                row.flag("late"))));
    }

    /** How many rows a table has in a town whose bot is not running. */
    static long rows(Path folder, String table) {
        try (Database database = Database.open(storage(folder))) {
            return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM " + table));
        }
    }

    private static Config.Storage storage(Path folder) {
        return new Config.Storage("jdbc:sqlite:" + folder.resolve("bot.db"), Optional.empty(), Optional.empty());
    }

    /** How many rows the ledger has. */
    long reminded() {
        return database().read(tx -> tx.count("SELECT COUNT(*) AS n FROM reminder"));
    }

    static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** Somebody submits a report by a form; what is done by it. */
    List<LocalizedText> reports(TestMember one, String form) {
        String month = YearMonth.from(clock().instant().atZone(ZONE)).toString();
        return reports(one, form, month);
    }

    /** A report that says what period it is for. */
    List<LocalizedText> reports(TestMember one, String form, String period) {
        return database().write(tx -> now().tasks().reported(tx, one.person(), form, period, clock().instant()));
    }

    private List<Outgoing> messages(TestMember one, long after, int priority) {
        return new ArrayList<>(database()
                .read(tx -> tx.list(
                        "SELECT body FROM outbox WHERE chat = ? AND id > ? AND"
                                + (priority == 1 ? " priority = 1" : " priority < 1") + " ORDER BY id",
                        row -> Json.read(row.text("body"), Outgoing.class),
                        one.address().chat(),
                        after)));
    }

    private Running now() {
        return running.orElseThrow(() -> new IllegalStateException("the bot is not running"));
    }

    /** The bot's members and units, as they are at each moment. */
    private final class TestOrganization extends MadeUpOrganization {
        @Override
        protected List<Member> all() {
            return people.values().stream()
                    .map(one -> new Member(
                            one.person().id(),
                            one.person().name(),
                            one.person().role(),
                            one.person().unit(),
                            one.level(),
                            one.person().language().orElse(Language.VI),
                            came.getOrDefault(one.person().id(), Instant.EPOCH),
                            Optional.of(one.address())
                                    .filter(any -> !silent.contains(one.person().id()))))
                    .toList();
        }

        @Override
        public List<Member> reachable(Set<Role> roles, Optional<String> level) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the people cannot be listed just now");
            }
            return super.reachable(roles, level);
        }

        @Override
        public Optional<UnitRef> unit(String code) {
            return Optional.ofNullable(units.get(code));
        }
    }

    /** Who writes from which address. */
    private final class TestDirectory implements Directory {
        @Override
        public Optional<Person> member(Address address) {
            return Optional.ofNullable(people.get(Long.parseLong(address.chat())))
                    .map(TestMember::person);
        }

        @Override
        public Reply stranger(Address address, String name, Incoming incoming, Instant now) {
            return Reply.nothing();
        }

        @Override
        public void seen(Tx tx, Address address, boolean reachable, Instant at) {}
    }
}
