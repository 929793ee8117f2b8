package danvan.cli;

import danvan.channel.telegram.TokenCheck;
import danvan.channel.telegram.WebhookCheck;
import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.inbox.Inbox;
import danvan.knowledge.Knowledge;
import danvan.knowledge.KnowledgeFolder;
import danvan.library.Document;
import danvan.library.confidence.Calibration;
import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingException;
import danvan.library.embedding.EmbeddingModel;
import danvan.library.index.IndexFolder;
import danvan.organization.Unit;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.DatabaseInUse;
import danvan.storage.PrivateFiles;
import danvan.storage.StorageException;
import danvan.task.programme.ProgrammeStore;
import danvan.task.programme.Programmes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The doctor's checks. What must be there for the bot to work is looked at as the bot itself does. */
final class Checkup {
    /** The first year there is a programme for. A clock that shows less was never set. */
    private static final int FIRST_YEAR = 2024;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm");

    private final Config config;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    /** The programmes that were sent in; empty where they cannot be looked at. */
    private Optional<Programmes> years = Optional.empty();

    Checkup(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    List<Finding> findings() {
        settings();
        time();
        token();
        boolean botRuns = database();
        findings.add(PortCheck.of(config.web(), botRuns));
        DeskCheck.of(config.web()).ifPresent(findings::add);
        knowledgeBase();
        searchIndex();
        findings.addAll(UpkeepCheck.of(config, clock));
        config.search().embeddings().ifPresent(this::embeddings);
        return List.copyOf(findings);
    }

    private void settings() {
        good(
                "settings",
                "read; " + (config.rehearsal() ? "a rehearsal" : "in earnest") + ", state in " + config.data());
    }

    private void time() {
        ZonedDateTime now = clock.instant().atZone(config.zone());
        String shown = TIME.format(now) + " in " + config.zone();
        if (now.getYear() < FIRST_YEAR) {
            wrong(
                    "clock",
                    "it is not " + shown + ", as this machine says. Set its clock (timedatectl set-ntp true):"
                            + " reminders go by it");
        } else {
            good("clock", "it is " + shown + "; if that is not so, set the machine's clock or time-zone");
        }
    }

    private void token() {
        if (config.telegram().token().isPresent()) {
            TokenCheck said =
                    TokenCheck.ask(config.telegram(), config.telegram().token().get());
            findings.add(new Finding(
                    said.accepted(),
                    "telegram",
                    said.accepted() ? "the token is that of @" + said.words() : said.words()));
            if (said.accepted()) {
                WebhookCheck hook = WebhookCheck.ask(
                        config.telegram(), config.telegram().token().get(), config.web(), clock);
                findings.add(new Finding(hook.good(), "webhook", hook.words()));
            }
        } else if (config.rehearsal() || config.web().enabled()) {
            good("telegram", "no telegram.token is set, so Telegram is switched off");
        } else {
            wrong(
                    "telegram",
                    "no telegram.token is set and web.enabled is false, so nobody can write to the bot. Set one");
        }
    }

    /**
     * The tables are brought up to date, as at a start; a database that is not there yet is made.
     *
     * @return whether a bot may be at work on it; several may on a shared one
     */
    private boolean database() {
        try (Database database = Database.open(config.storage())) {
            good(
                    "database",
                    "%s opens; waiting: %d in, %d out"
                            .formatted(
                                    config.storage().shownUrl(),
                                    new Inbox(database, clock, "doctor").waiting(),
                                    new Outbox(database, clock, "doctor").waiting()));
            findings.addAll(MembersCheck.of(config, clock, database));
            years = Optional.of(new ProgrammeStore(database, Programmes.in(Path.of("/", "none"))).now());
            return database.shared();
        } catch (DatabaseInUse e) {
            good("database", "a running bot has it in use");
            return true;
        } catch (StorageException e) {
            wrong("database", String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Without one nobody is reminded of anything all year. */
    private void thisYear(Programmes programmes) {
        int year = clock.instant().atZone(config.zone()).getYear();
        // Where a bot has the database in use, what the office sent in is not seen here.
        if (!config.rehearsal()
                && years.filter(sent -> sent.of(year).isEmpty()).isPresent()
                && programmes.of(year).isEmpty()) {
            findings.add(Finding.warning(
                    "programme",
                    "none covers " + year + ", so nobody is reminded. Send one with /programme, beginning with:"
                            + " programme export " + year + " FILE.xlsx"));
        }
    }

    private void knowledgeBase() {
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        try {
            Knowledge knowledge = Knowledge.read(KnowledgeFolder.find(config.knowledgeBase()), problems::add);
            List<Document> documents = knowledge.library().join().documents();
            good(
                    "knowledge base",
                    "documents: %d in %d texts; forms: %d; tasks: %d; units: %d"
                            .formatted(
                                    documents.stream()
                                            .map(Document::id)
                                            .distinct()
                                            .count(),
                                    documents.size(),
                                    knowledge.forms().get().all().size(),
                                    knowledge.programmes().size(),
                                    knowledge.units().size()));
            if (documents.isEmpty() && problems.isEmpty()) {
                problems.add("documents: there is none, so no question is answered;"
                        + " put documents/<document>/<language>.md there");
            }
            thisYear(knowledge.programmes());
            search(knowledge.library().join().calibration());
            topmost(knowledge.units(), problems);
        } catch (ConfigException e) {
            problems.add(e.getMessage());
        }
        problems.stream().sorted().forEach(problem -> wrong("knowledge base", problem));
    }

    /** A large library is filled in the background: how far it is. */
    private void searchIndex() {
        for (IndexFolder.Copy copy : IndexFolder.copies(config.data().resolve(PrivateFiles.SEARCH_INDEX))) {
            if (copy.passages().isPresent()) {
                good(
                        "search index",
                        "%s holds %d passages of %d documents%s"
                                .formatted(
                                        copy.name(),
                                        copy.passages().getAsInt(),
                                        copy.documents(),
                                        copy.underway() == 0
                                                ? ""
                                                : "; a new index is being built beside it and has %d documents so far"
                                                        .formatted(copy.underway())));
            } else {
                good(
                        "search index",
                        copy.name()
                                + " is empty, torn or of a version that cannot be read: the next start fills it again"
                                + " in the background, and documents are found as they are put in");
            }
        }
    }

    private void embeddings(Path folder) {
        try (Embedder embedder = EmbeddingModel.in(folder).load()) {
            long begun = System.nanoTime();
            int dimensions = embedder.ofQuestion("Khiếu nại lần đầu trong bao nhiêu ngày?").length;
            good(
                    "embeddings",
                    "the model in %s loads; vectors of %d dimensions, %d ms a question"
                            .formatted(folder, dimensions, (System.nanoTime() - begun) / 1_000_000));
            IndexFolder.withoutVectors(config.data().resolve(PrivateFiles.SEARCH_INDEX), embedder.name())
                    .forEach((copy, missing) -> good(
                            "embeddings",
                            missing == 0
                                    ? copy + ": all passages have vectors of this model"
                                    : copy + ": passages without a vector of this model: " + missing
                                            + "; a running bot makes them in the background"));
        } catch (EmbeddingException e) {
            wrong("embeddings", String.valueOf(e.getMessage()));
        }
    }

    private void search(Calibration calibration) {
        if (Double.isNaN(calibration.area())) {
            good("search", "too few headings to measure by; the threshold is %.2f".formatted(calibration.threshold()));
            return;
        }
        good(
                "search",
                ("headings asked: %d; with their passage there %.0f %% are answered, with it taken out %.0f %% are refused"
                                + " (AUC %.3f, threshold %.2f)")
                        .formatted(
                                calibration.replayed(),
                                100 * calibration.kept(),
                                100 * calibration.refused(),
                                calibration.area(),
                                calibration.threshold()));
    }

    /** Administrators come in at the topmost unit; without one, nobody does. */
    private void topmost(List<Unit> units, List<String> problems) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
        boolean exists = units.stream().anyMatch(unit -> unit.parent().isEmpty() && unit.existsOn(today));
        if (!config.rehearsal() && !units.isEmpty() && !exists) {
            problems.add("units.yml: no unit without a parent exists today, so nobody can come in; add one,"
                    + " or correct valid_from and valid_to");
        }
    }

    private void good(String what, String words) {
        findings.add(new Finding(true, what, words));
    }

    private void wrong(String what, String words) {
        findings.add(new Finding(false, what, words));
    }
}
