package danvan.glossary;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.Tx;
import danvan.text.Texts;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import danvan.workbook.UploadCheck;
import danvan.workbook.UploadKind;
import danvan.workbook.UploadReview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A glossary that is sent in, as a workbook or as YAML: the whole of it, so that what it lacks is withdrawn. */
final class GlossaryUpload implements UploadKind<GlossaryUpload.Proposal> {
    static final String NAME = "glossary";

    private final Supplier<Book> file;
    private final Changed changed;
    private final WorkbookReader reader;
    private final GlossaryDesk.Journal journal;

    /** @param changes that make what was sent of what is in force */
    record Proposal(Book inForce, List<Book.Change> changes) {
        Proposal {
            changes = List.copyOf(changes);
        }
    }

    /** @param file the glossary as it lies in the knowledge base, without what the office changed by chat */
    GlossaryUpload(Supplier<Book> file, Changed changed, GlossaryDesk.Journal journal, Texts texts) {
        this.file = file;
        this.changed = changed;
        this.reader = new WorkbookReader(texts);
        this.journal = journal;
    }

    Book inForce() {
        return file.get().with(changed.standing());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "glossary.upload";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlsx", ".yml", ".yaml");
    }

    @Override
    public boolean takes(Incoming.File file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|ya?ml)");
    }

    @Override
    public UploadCheck<Proposal> check(Reviewer by, String fileName, byte[] content) throws IOException {
        boolean workbook = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        String text = workbook ? "" : new String(content, StandardCharsets.UTF_8);
        if (!(workbook ? reader.isOne(content) : GlossaryFile.isOne(text))) {
            return new UploadCheck.Foreign<>();
        }
        Written written = workbook ? reader.read(content) : GlossaryFile.read(text);
        if (!written.problems().isEmpty()) {
            return new UploadCheck.Faulty<>(written.problems());
        }
        Book inForce = inForce();
        return new UploadCheck.Sound<>(new Proposal(inForce, inForce.to(written.book())));
    }

    @Override
    public UploadReview review(Reviewer by, Proposal proposal) {
        return proposal.changes().isEmpty()
                ? UploadReview.nothing(by.texts().say("glossary.same"))
                : UploadReview.of(
                        Shown.changes(by.texts(), proposal.changes()),
                        Shown.differences(proposal.changes()),
                        proposal.changes().toString());
    }

    @Override
    public Reply apply(Turn turn, Proposal proposal, SentFile file) {
        return Reply.say(turn.say("glossary.live", Shown.counts(proposal.changes())))
                .andDo(tx -> put(tx, turn, proposal));
    }

    /** Puts changes in force, where what they were made of still is. */
    void put(Tx tx, Turn turn, Proposal proposal) {
        if (!file.get().with(Changed.standing(tx)).equals(proposal.inForce())) {
            throw new Conflict("the glossary was changed meanwhile");
        }
        Changed.put(tx, proposal.changes(), turn.person().id(), turn.now());
        journal.note(tx, turn.now(), turn.person().id(), "glossary changed", Shown.names(proposal.changes()));
    }
}
