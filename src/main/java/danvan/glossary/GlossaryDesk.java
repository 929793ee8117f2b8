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
import danvan.desk.port.GlossaryOffice;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.text.Texts;
import danvan.workbook.ReviewedFiles;
import danvan.workbook.ReviewedUpload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /glossary} gives the glossary in force; sent back, it is checked as a whole, shown by what it would change, and
 * put live at the office's word.
 */
public final class GlossaryDesk implements Feature {
    /** The button that gives it as YAML. */
    private static final String AS_FILE = "f";

    private static final Duration KEPT = Duration.ofDays(30);

    private final GlossaryUpload glossary;
    private final ReviewedUpload<GlossaryUpload.Proposal> upload;
    private final WorkbookWriter writer;
    private final Enclosures enclosures;

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
        this.glossary = new GlossaryUpload(file, new Changed(database), journal, texts);
        this.upload = new ReviewedUpload<>(glossary, database, downloads, files);
        this.writer = new WorkbookWriter(texts);
        this.enclosures = new Enclosures(files);
    }

    @Override
    public String name() {
        return GlossaryUpload.NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("glossary", List.of("tudien", "sozluk"), "glossary.help", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Book book = glossary.inForce();
        Button asFile = new Button(turn.plain("glossary.asFile"), GlossaryUpload.NAME + ":" + AS_FILE);
        return enclosures.with(
                Reply.nothing(),
                writer.write(book, turn.language()),
                turn.plain("glossary.fileName") + ".xlsx",
                WorkbookWriter.TYPE,
                turn.say("glossary.given", "count", book.entries().size()),
                List.of(List.of(asFile)),
                KEPT);
    }

    /** The entries for the desk. */
    public GlossaryOffice office() {
        return new OfficeGlossary(glossary);
    }

    /** The same for a page. */
    public ReviewedFiles files() {
        return upload;
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File sent) {
        return upload.sent(turn, sent);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        if (action.equals(AS_FILE) && turn.person().role().atLeast(Role.OFFICE)) {
            return enclosures.with(
                    Reply.nothing(),
                    GlossaryFile.write(glossary.inForce()).getBytes(StandardCharsets.UTF_8),
                    "glossary.yml",
                    "application/yaml",
                    turn.say("glossary.givenFile"),
                    List.of(),
                    KEPT);
        }
        return upload.tapped(turn, action).orElseGet(() -> Reply.nothing().andToast(turn.plain("workbook.decided")));
    }
}
