package danvan.library.imports.desk;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Effect;
import danvan.conversation.Feature;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.DocumentOffice;
import danvan.storage.FileTooLarge;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document is sent, read in the background ({@link DocumentReader}), shown with what its first page says, corrected field by
 * field where need be, and confirmed; only then it is found. What is live can be listed, re-dated, taken out and brought back.
 * Whatever the office does is written down.
 */
public final class DocumentDesk implements Feature {
    static final int LONGEST_VALUE = 400;
    /** From so many files on that are not told of yet, the reader's word on how far it is takes the place of a reply to each. */
    private static final int MANY = 3;

    private final Documents documents;
    private final DocumentLists lists;
    private final Downloads downloads;
    private final DocumentDecisions decisions;

    /** Where it is written down who did what. */
    public interface Journal {
        void note(Tx tx, Instant at, long member, String action, String detail);
    }

    public DocumentDesk(Documents documents, Downloads downloads, Journal journal) {
        this.documents = documents;
        this.lists = new DocumentLists(documents);
        this.downloads = downloads;
        this.decisions = new DocumentDecisions(documents, journal);
    }

    /** What the pages of the desk ask of it. */
    public DocumentOffice office() {
        return new OfficeDocuments(documents, decisions, this::taken);
    }

    /** A document being corrected. */
    record Correcting(long paper, int field) {}

    @Override
    public String name() {
        return DocumentAct.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                "documents", List.of("vanban", "vanbanmoi", "belgeler"), "office.documentsHelp", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return command.equals("cancel")
                ? Reply.say(turn.say("office.correctingEnded")).andClose()
                : lists.waiting(turn, 0);
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        if (!turn.person().role().atLeast(Role.OFFICE) || file.medium() != Incoming.Medium.DOCUMENT) {
            return Optional.empty();
        }
        if (!documents.takes(file.name())) {
            // Asked last of all who take files: nobody has a use for it.
            return Optional.of(Reply.say(turn.say("office.fileNotTaken", "file", file.name())));
        }
        Optional<String> refused = PrivacyCheck.nameRefusal(turn.texts(), file.name());
        if (refused.isPresent()) {
            return refused.map(Reply::say);
        }
        try {
            return Optional.of(taken(turn, downloads.fetch(turn.address(), file), file.name()));
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say(
                    "office.tooLargeForChat", "file", file.name(), "megabytes", downloads.most() / (1 << 20))));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("office.notFetched", "file", file.name())));
        }
    }

    private Reply taken(Turn turn, StoredFile stored, String name) {
        if (documents.has(stored)) {
            return Reply.say(turn.say("office.alreadyThere", "file", name));
        }
        int before = documents.pending(Optional.of(turn.address()));
        Reply taken = before < MANY ? Reply.say(turn.say("office.reading", "file", name)) : Reply.nothing();
        return taken.andDo(tx -> documents.take(tx, stored, name, turn.person().id(), turn.address()));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        Optional<Actions.Tap<DocumentAct>> tap = DocumentAct.ACTIONS.tap(action);
        Optional<Long> id = tap.flatMap(tapped -> tapped.id(0));
        if (!turn.person().role().atLeast(Role.OFFICE) || id.isEmpty()) {
            return gone(turn);
        }
        DocumentAct act = tap.get().act();
        if (act.isAboutOne() && documents.state(id.get()).filter(act::in).isEmpty()) {
            return gone(turn);
        }
        int page = tap.get().number(0);
        int field =
                tap.get().id(1).map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(-1);
        return switch (act) {
            case WAITING_LIST -> lists.waiting(turn, page);
            case HELD -> lists.held(turn, page);
            case ALL_SURE -> allSure(turn);
            case SHOW -> on(turn, documents.waiting(id.get()), paper -> card(turn, paper));
            case CARD -> on(turn, documents.held(id.get()), paper -> heldCard(turn, paper));
            case CONFIRM, REPLACE, BESIDE, DROP ->
                on(turn, documents.waiting(id.get()), paper -> decided(turn, act, paper));
            case FIELD -> on(turn, either(id.get()), paper -> asked(turn, paper, field));
            case BLANK -> on(turn, either(id.get()), paper -> typed(turn, paper, field, ""));
            case WITHDRAW -> on(turn, documents.held(id.get()), paper -> decisions.withdrawn(turn, paper));
            case BRING_BACK -> on(turn, documents.held(id.get()), paper -> decisions.broughtBack(turn, paper));
        };
    }

    private static Reply on(Turn turn, Optional<Documents.Paper> paper, Function<Documents.Paper, Reply> reply) {
        return paper.map(reply).orElseGet(() -> gone(turn));
    }

    private static Reply gone(Turn turn) {
        return Reply.nothing().andToast(turn.plain("office.noLongerWaits"));
    }

    private Optional<Documents.Paper> either(long id) {
        return documents.waiting(id).or(() -> documents.held(id).filter(paper -> !paper.withdrawn()));
    }

    private static Reply card(Turn turn, Documents.Paper paper) {
        return Reply.say(DocumentCard.waiting(turn.texts(), paper), DocumentCard.choices(turn.texts(), paper));
    }

    private static Reply heldCard(Turn turn, Documents.Paper paper) {
        return Reply.say(DocumentCard.text(turn.texts(), paper), DocumentCard.heldChoices(turn.texts(), paper));
    }

    private Reply decided(Turn turn, DocumentAct act, Documents.Paper paper) {
        return decisions.decided(turn, act, paper).orElseGet(() -> card(turn, paper));
    }

    private Reply allSure(Turn turn) {
        List<Documents.Paper> sure = documents.sure();
        return sure.isEmpty() ? gone(turn) : decisions.confirmed(turn, sure);
    }

    /** What should this field be? One answer, and the whole is shown again. */
    private static Reply asked(Turn turn, Documents.Paper paper, int field) {
        if (field < 0 || field >= paper.fields().size()) {
            return gone(turn);
        }
        Documents.Field asked = paper.fields().get(field);
        String name = turn.plain("office.field." + asked.name());
        String text = asked.value().isBlank()
                ? turn.say("office.askMissing", "field", name)
                : turn.say("office.askField", "field", name, "value", asked.value());
        Button blank =
                DocumentAct.ACTIONS.button(turn.plain("office.leaveEmpty"), DocumentAct.BLANK, paper.id(), field);
        return Reply.say(text, List.of(List.of(blank))).andOpen(DocumentAct.FEATURE, new Correcting(paper.id(), field));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        if (!(turn.incoming() instanceof Incoming.Words words)
                || !turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        Correcting state = dialog.state(Correcting.class);
        Optional<Documents.Paper> found = either(state.paper());
        if (found.isEmpty()) {
            return Optional.of(Reply.say(turn.say("office.noLongerWaits")).andClose());
        }
        String value = words.text().strip();
        if (value.isEmpty() || value.length() > LONGEST_VALUE || !documents.fits(state.field(), value)) {
            return Optional.of(Reply.say(turn.say("office.doesNotFit")));
        }
        return PrivacyCheck.refusal(turn, value).or(() -> Optional.of(typed(turn, found.get(), state.field(), value)));
    }

    private Reply typed(Turn turn, Documents.Paper paper, int field, String value) {
        if (field < 0 || field >= paper.fields().size()) {
            return gone(turn);
        }
        Reply done = decisions.corrected(turn, paper, field, value);
        Documents.Paper corrected = with(paper, field, value);
        boolean live = documents.waiting(paper.id()).isEmpty();
        Reply shown = live ? heldCard(turn, corrected) : card(turn, corrected);
        for (Effect effect : done.effects()) {
            shown = shown.andDo(effect);
        }
        return shown.andClose();
    }

    private static Documents.Paper with(Documents.Paper paper, int field, String value) {
        List<Documents.Field> fields = new ArrayList<>(paper.fields());
        fields.set(field, new Documents.Field(fields.get(field).name(), value, "", true));
        return new Documents.Paper(
                paper.id(),
                paper.fileName(),
                paper.withdrawn(),
                paper.passages(),
                paper.recognised(),
                paper.rival(),
                paper.failure(),
                fields,
                paper.effects(),
                paper.opening(),
                paper.leftOut(),
                paper.from(),
                paper.inboxFile());
    }
}
