package danvan.scenario;

import danvan.App;
import danvan.chat.Address;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.form.Forms;
import danvan.form.LazyFuture;
import danvan.knowledge.Knowledge;
import danvan.outbox.Pace;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The whole bot on a real database, real index, real forms and real Quartz, spoken to over HTTP as Telegram would. Can
 * be restarted at any time, or before every turn.
 */
final class Bot implements AutoCloseable {
    private static final Knowledge KNOWLEDGE = Knowledge.read(Path.of("knowledge-base"), problem -> {
        throw new AssertionError("the knowledge base has a problem: " + problem);
    });

    private final FakeTelegram telegram = new FakeTelegram();
    private final Knowledge knowledge;
    private final Config config;
    private final Pace pace;
    private final Clock realTime;
    private final boolean restartsBeforeEveryTurn;
    private boolean introducing;
    private final AtomicBoolean died = new AtomicBoolean();
    private App app;
    private long nextChat = 100;

    Bot(Path data, boolean restartsBeforeEveryTurn, Pace pace, Map<String, String> settings) {
        this(data, restartsBeforeEveryTurn, pace, settings, KNOWLEDGE);
    }

    /** A bot with the forms of a folder instead of the starter ones. */
    static Bot withForms(Path data, boolean restartsBeforeEveryTurn, Path forms) {
        return new Bot(data, restartsBeforeEveryTurn, Pace.unlimited(), Map.of(), knowledgeWith(forms));
    }

    private static Knowledge knowledgeWith(Path forms) {
        return new Knowledge(
                KNOWLEDGE.library(),
                KNOWLEDGE.glossary(),
                LazyFuture.done(Forms.load(forms, problem -> {
                    throw new AssertionError(problem.toString());
                })),
                KNOWLEDGE.programmes(),
                KNOWLEDGE.units());
    }

    /** A bot whose glossary is this file, which a test may write to while it runs. */
    static Bot withGlossary(Path data, Path glossary) {
        Knowledge knowledge = new Knowledge(
                KNOWLEDGE.library(), glossary, KNOWLEDGE.forms(), KNOWLEDGE.programmes(), KNOWLEDGE.units());
        return new Bot(data, false, Pace.unlimited(), Map.of(), knowledge);
    }

    /** A bot whose machine has this time; the bot's own clock is a rehearsal's all the same. */
    static Bot atTime(Path data, Clock realTime) {
        return new Bot(data, false, Pace.unlimited(), Map.of(), KNOWLEDGE, realTime);
    }

    /** A bot with the scenario's forms that serves its pages on any port, on a machine with this time. */
    static Bot withPages(Path data, Clock realTime, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("DANVAN_WEB_PORT", "0");
        return new Bot(
                data,
                false,
                Pace.unlimited(),
                all,
                knowledgeWith(Path.of("src/test/resources/scenario-forms")),
                realTime);
    }

    private Bot(
            Path data, boolean restartsBeforeEveryTurn, Pace pace, Map<String, String> settings, Knowledge knowledge) {
        this(data, restartsBeforeEveryTurn, pace, settings, knowledge, Clock.systemUTC());
    }

    private Bot(
            Path data,
            boolean restartsBeforeEveryTurn,
            Pace pace,
            Map<String, String> settings,
            Knowledge knowledge,
            Clock realTime) {
        this.realTime = realTime;
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("DANVAN_REHEARSAL", "true");
        environment.put("DANVAN_TELEGRAM_TOKEN", FakeTelegram.TOKEN);
        environment.put("DANVAN_TELEGRAM_API_URL", telegram.url().toString());
        environment.putIfAbsent("DANVAN_STORAGE_URL", TestDatabase.sqlite(data).url());
        this.config = ConfigReader.read(Optional.empty(), Optional.of(data), environment);
        this.pace = pace;
        this.knowledge = knowledge;
        this.restartsBeforeEveryTurn = restartsBeforeEveryTurn;
        this.app = started();
    }

    Bot(Path data, boolean restartsBeforeEveryTurn) {
        this(data, restartsBeforeEveryTurn, Pace.unlimited(), Map.of());
    }

    FakeTelegram telegram() {
        return telegram;
    }

    App app() {
        return app;
    }

    boolean hasDied() {
        return died.get();
    }

    /** A member with a chat of one's own, who has chosen a language. */
    Member member(String name, Role role, String unit, Language language) {
        long chat = ++nextChat;
        app.people()
                .example(
                        name,
                        role,
                        unit,
                        List.of(new Address("telegram", Long.toString(chat))),
                        app.clock().instant());
        Member member = new Member(this, chat, name);
        // No story yet: a restart here would show nothing and cost its time in every test.
        introducing = true;
        member.says("/language");
        member.taps(language.ownName());
        introducing = false;
        member.hasSeenAll();
        return member;
    }

    /** Somebody the bot does not know. */
    Member stranger(String name) {
        return new Member(this, ++nextChat, name);
    }

    void restarts() {
        settles();
        app.close();
        app = started();
    }

    /** The bot is down while something happens. */
    void isDownWhile(Runnable something) {
        settles();
        app.close();
        something.run();
        app = started();
        settles();
    }

    /** As {@link #restarts}, where something waits that does not come to rest before. */
    void restartsAtOnce() {
        app.close();
        app = started();
        settles();
    }

    void clockAdvances(Duration by) {
        app.clock().advance(by);
        settles();
    }

    /** Waits until everything said is answered and everything answered is delivered. */
    void settles() {
        Await.until(() -> "the bot to come to rest", () -> telegram.allTaken() && app.idle());
    }

    void beforeTurn() {
        if (restartsBeforeEveryTurn && !introducing) {
            restarts();
        }
    }

    @Override
    public void close() {
        app.close();
        telegram.close();
    }

    /** Another process on the same database, with the same settings; the caller closes it. */
    App another() {
        return started();
    }

    /** The process ends, and the other goes on alone. */
    void endsBefore(App another) {
        app.close();
        app = another;
    }

    private App started() {
        App started = new App(config, knowledge, realTime);
        started.openTelegram(FakeTelegram.TOKEN, pace, () -> died.set(true));
        started.begin();
        return started;
    }
}
