package danvan.glossary;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Enclosures;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import danvan.text.Texts;
import danvan.workbook.Fault;
import danvan.workbook.FaultList;
import danvan.workbook.MarkedWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /glossary} gives the glossary in force; sent back, it is checked as a whole, shown by what it would change, and
 * put live at the office's word.
 */
public final class GlossaryDesk implements Feature {
    private static final String NAME = "glossary";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Supplier<Book> file;
    private final Changed changed;
    private final WorkbookWriter writer;
    private final WorkbookReader reader;
    private final Downloads downloads;
    private final Files files;
    private final Enclosures enclosures;
    private final Journal journal;

    /** The record of who did what. */
    @FunctionalInterface
    public interface Journal {
        void note(Tx tx, Instant at, long member, String action, String detail);
    }

    /**
     * The desk.
     *
     * @param file the glossary as it lies in the knowledge base, without what the office changed by chat
     */
    public GlossaryDesk(
            Supplier<Book> file, Database database, Downloads downloads, Files files, Journal journal, Texts texts) {
        this.file = file;
        this.changed = new Changed(database);
        this.writer = new WorkbookWriter(texts);
        this.reader = new WorkbookReader(texts);
        this.downloads = downloads;
        this.files = files;
        this.enclosures = new Enclosures(files);
        this.journal = journal;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("glossary", List.of("tudien", "sozluk"), "glossary.help", Role.OFFICE));
    }

    private Book inForce() {
        return file.get().with(changed.standing());
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Book book = inForce();
        Button asFile = new Button(turn.plain("glossary.asFile"), NAME + ":f");
        return enclosures.with(
                Reply.nothing(),
                writer.write(book, turn.language()),
                turn.plain("glossary.fileName") + ".xlsx",
                WorkbookWriter.TYPE,
                turn.say("glossary.given", "count", book.entries().size()),
                List.of(List.of(asFile)),
                KEPT);
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File sent) {
        String name = sent.name().toLowerCase(Locale.ROOT);
        if (!turn.person().role().atLeast(Role.OFFICE) || !name.matches(".*\\.(xlsx|ya?ml)")) {
            return Optional.empty();
        }
        try {
            StoredFile stored = downloads.fetch(turn.address(), sent);
            byte[] content;
            try (InputStream in = files.open(stored.id())) {
                content = in.readAllBytes();
            }
            boolean workbook = name.endsWith(".xlsx");
            String text = workbook ? "" : new String(content, StandardCharsets.UTF_8);
            if (!(workbook ? reader.isOne(content) : GlossaryFile.isOne(text))) {
                return Optional.empty();
            }
            Written written = workbook ? reader.read(content) : GlossaryFile.read(text);
            return Optional.of(
                    written.faults().isEmpty()
                            ? proposed(turn, stored, written.book())
                            : faulty(turn, sent.name(), content, written.faults()));
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say("glossary.tooLarge", "megabytes", downloads.most() >> 20)));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("glossary.notFetched", "file", sent.name())));
        }
    }

    private Reply faulty(Turn turn, String name, byte[] content, List<Fault> faults) {
        Reply reply = Reply.say(FaultList.said(turn.texts(), name, turn.plain("glossary.kept"), faults));
        List<MarkedWorkbook.Note> notes =
                faults.stream().map(fault -> fault.note(turn.texts())).toList();
        return MarkedWorkbook.noted(content, notes)
                .map(marked -> enclosures.with(
                        reply,
                        marked,
                        turn.plain("glossary.fileName") + "-loi.xlsx",
                        WorkbookWriter.TYPE,
                        turn.say("glossary.marked"),
                        List.of(),
                        KEPT))
                .orElse(reply);
    }

    private Reply proposed(Turn turn, StoredFile stored, Book book) {
        List<Book.Change> changes = inForce().to(book);
        if (changes.isEmpty()) {
            return Reply.say(turn.say("glossary.same"));
        }
        return Reply.say(
                        Shown.changes(turn.texts(), changes),
                        List.of(List.of(
                                new Button(turn.plain("glossary.apply"), NAME + ":y:" + stored.id()),
                                new Button(turn.plain("glossary.drop"), NAME + ":n:" + stored.id()))))
                .andDo(tx -> {
                    files.keepFor(tx, stored.id(), KEPT);
                    Changed.propose(tx, stored.id(), changes, turn.person().id(), turn.now());
                });
    }

    @Override
    public Reply tap(Turn turn, String action) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Reply.nothing().andToast(turn.plain("glossary.decided"));
        }
        if (action.equals("f")) {
            return enclosures.with(
                    Reply.nothing(),
                    GlossaryFile.write(inForce()).getBytes(StandardCharsets.UTF_8),
                    "glossary.yml",
                    "application/yaml",
                    turn.say("glossary.givenFile"),
                    List.of(),
                    KEPT);
        }
        String[] parts = action.split(":", 2);
        return changed.waiting(parts.length < 2 ? "" : parts[1])
                .map(changes -> parts[0].equals("y") ? put(turn, parts[1], changes) : dropped(turn, parts[1]))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("glossary.decided")));
    }

    private Reply put(Turn turn, String code, List<Book.Change> changes) {
        Book now = inForce();
        boolean asShown =
                changes.stream().allMatch(change -> now.find(change.key()).equals(change.before()));
        if (!asShown) {
            return Reply.say(turn.say("glossary.overtaken")).andDo(tx -> decide(tx, turn, code, false));
        }
        return Reply.say(turn.say("glossary.live", Shown.counts(changes))).andDo(tx -> {
            if (!file.get().with(Changed.standing(tx)).equals(now)) {
                throw new Conflict("the glossary was changed meanwhile");
            }
            decide(tx, turn, code, true);
            Changed.put(tx, changes, turn.person().id(), turn.now());
            journal.note(tx, turn.now(), turn.person().id(), "glossary changed", Shown.names(changes));
        });
    }

    private static Reply dropped(Turn turn, String code) {
        return Reply.say(turn.say("glossary.dropped")).andDo(tx -> decide(tx, turn, code, false));
    }

    private static void decide(Tx tx, Turn turn, String code, boolean live) {
        if (!Changed.decide(tx, code, live, turn.person().id(), turn.now())) {
            throw new Conflict("the glossary that was sent was decided on meanwhile");
        }
    }
}
