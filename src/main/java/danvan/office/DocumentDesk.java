package danvan.office;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.FileTooLarge;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document is sent, read in the background, shown with what its first page says, corrected field by field where need
 * be, and confirmed; only then it is found.
 */
public final class DocumentDesk implements Feature {
    private static final String NAME = "doc";
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_VALUE = 400;

    private final Documents documents;
    private final Downloads downloads;
    private final Outbox outbox;
    private final Function<Address, Texts.Phrases> spokenAt;

    /**
     * A desk.
     *
     * @param spokenAt the texts in the language that is spoken at an address
     */
    public DocumentDesk(
            Documents documents, Downloads downloads, Outbox outbox, Function<Address, Texts.Phrases> spokenAt) {
        this.documents = documents;
        this.downloads = downloads;
        this.outbox = outbox;
        this.spokenAt = spokenAt;
    }

    /** A document being corrected. */
    record Correcting(long paper, int field) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                "documents", List.of("vanban", "vanbanmoi", "belgeler"), "office.documentsHelp", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("office.correctingEnded")).andClose();
        }
        List<Documents.Paper> waiting = documents.waiting();
        if (waiting.isEmpty()) {
            return Reply.say(turn.say("office.nothingWaits"));
        }
        List<List<Button>> rows = waiting.stream()
                .limit(MOST_LISTED)
                .map(paper -> List.of(new Button(shortened(paper.fileName()), NAME + ":s:" + paper.id())))
                .toList();
        return Reply.say(turn.say("office.waiting", "count", waiting.size()), rows);
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
        try {
            StoredFile stored = downloads.fetch(turn.address(), file);
            if (documents.has(stored)) {
                return Optional.of(Reply.say(turn.say("office.alreadyThere", "file", file.name())));
            }
            return Optional.of(Reply.say(turn.say("office.reading", "file", file.name()))
                    .andDo(tx -> documents.take(
                            tx, stored, file.name(), turn.person().id(), turn.address())));
        } catch (FileTooLarge e) {
            return Optional.of(
                    Reply.say(turn.say("office.tooLargeForChat", "megabytes", downloads.most() / (1 << 20))));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("office.notFetched", "file", file.name())));
        }
    }

    /** Reads what was sent and tells who sent it. To be run again and again, by one thread. */
    public void readWhatWaits() {
        for (Documents.Paper paper : documents.unread()) {
            documents.read(paper, (tx, read) -> read.from().ifPresent(to -> announce(tx, read, to)));
        }
        outbox.dispatch();
    }

    /** Shows a document that waits at an address. */
    public void announce(Tx tx, Documents.Paper paper, Address to) {
        Texts.Phrases texts = spokenAt.apply(to);
        Outgoing message = paper.obstacle().isPresent()
                ? Outgoing.message(texts.say(
                        "office.unreadable",
                        "file",
                        paper.fileName(),
                        "why",
                        texts.plain("office.obstacle." + paper.obstacle().get())))
                : Outgoing.message(shown(texts, paper), choices(texts, paper));
        outbox.add(tx, to, message, Priority.REPLY);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", -1);
        Optional<Documents.Paper> paper = turn.person().role().atLeast(Role.OFFICE) && parts.length >= 2
                ? number(parts[1]).flatMap(documents::waiting)
                : Optional.empty();
        return paper.map(found -> tapped(turn, parts, found))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("office.noLongerWaits")));
    }

    private Reply tapped(Turn turn, String[] parts, Documents.Paper paper) {
        return switch (parts[0]) {
            case "s" -> Reply.say(shown(turn.texts(), paper), choices(turn.texts(), paper));
            case "y" ->
                Reply.say(turn.say("office.live", "document", title(paper)))
                        .andDo(tx -> documents.confirm(tx, paper.id()))
                        .andClose();
            case "r" ->
                paper.sameAs()
                        .map(held -> Reply.say(turn.say("office.liveInstead", "document", held))
                                .andDo(tx -> documents.replace(tx, paper.id()))
                                .andClose())
                        .orElseGet(() -> Reply.say(shown(turn.texts(), paper), choices(turn.texts(), paper)));
            case "n" ->
                Reply.say(turn.say("office.dropped", "file", paper.fileName()))
                        .andDo(tx -> documents.drop(tx, paper.id()))
                        .andClose();
            case "e" -> asked(turn, paper, 0);
            case "k" ->
                parts.length > 2
                        ? number(parts[2])
                                .map(field -> asked(turn, paper, (int) Math.min(field + 1, Integer.MAX_VALUE)))
                                .orElseGet(Reply::nothing)
                        : Reply.nothing();
            default -> Reply.nothing().andToast(turn.plain("office.noLongerWaits"));
        };
    }

    /** One question: is this field right, or what should it be? Behind the last one stands the whole again. */
    private Reply asked(Turn turn, Documents.Paper paper, int field) {
        if (field < 0 || field >= paper.fields().size()) {
            return Reply.say(shown(turn.texts(), paper), choices(turn.texts(), paper))
                    .andClose();
        }
        Documents.Field asked = paper.fields().get(field);
        String name = turn.plain("office.field." + asked.name());
        String text = asked.value().isBlank()
                ? turn.say("office.askMissing", "field", name)
                : turn.say("office.askField", "field", name, "value", asked.value());
        Button keep = new Button(
                turn.plain(asked.value().isBlank() ? "office.leaveEmpty" : "office.keep"),
                NAME + ":k:" + paper.id() + ":" + field);
        return Reply.say(text, List.of(List.of(keep))).andOpen(NAME, new Correcting(paper.id(), field));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        if (!(turn.incoming() instanceof Incoming.Words words)
                || !turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        Correcting state = dialog.state(Correcting.class);
        Optional<Documents.Paper> found = documents.waiting(state.paper());
        if (found.isEmpty()) {
            return Optional.of(Reply.say(turn.say("office.noLongerWaits")).andClose());
        }
        String value = words.text().strip();
        if (value.length() > LONGEST_VALUE || !documents.fits(state.field(), value)) {
            return Optional.of(Reply.say(turn.say("office.doesNotFit")));
        }
        Documents.Paper corrected = with(found.get(), state.field(), value);
        return Optional.of(asked(turn, corrected, state.field() + 1)
                .andDo(tx -> documents.correct(tx, state.paper(), state.field(), value)));
    }

    private static Documents.Paper with(Documents.Paper paper, int field, String value) {
        List<Documents.Field> fields = new ArrayList<>(paper.fields());
        fields.set(field, new Documents.Field(fields.get(field).name(), value));
        return new Documents.Paper(
                paper.id(),
                paper.fileName(),
                paper.passages(),
                paper.recognised(),
                paper.replaces(),
                paper.sameAs(),
                paper.obstacle(),
                fields,
                paper.from());
    }

    private static String shown(Texts.Phrases texts, Documents.Paper paper) {
        StringBuilder text = new StringBuilder(
                texts.say("office.paperRead", "file", paper.fileName(), "passages", paper.passages()));
        for (Documents.Field field : paper.fields()) {
            text.append("\n• ")
                    .append(texts.say("office.field." + field.name()))
                    .append(": ")
                    .append(
                            field.value().isBlank()
                                    ? Markup.italic(texts.plain("office.notOnThePage"))
                                    : Markup.bold(field.value()));
        }
        if (paper.recognised()) {
            text.append("\n\n").append(texts.say("office.recognised"));
        }
        if (paper.replaces()) {
            text.append("\n\n").append(texts.say("office.newVersion"));
        }
        paper.sameAs().ifPresent(held -> text.append("\n\n").append(texts.say("office.sameAs", "document", held)));
        return text.append("\n\n").append(texts.say("office.isItRight")).toString();
    }

    private static List<List<Button>> choices(Texts.Phrases texts, Documents.Paper paper) {
        Button asItself = new Button(
                texts.plain(paper.sameAs().isPresent() ? "office.keepBoth" : "office.yes"), NAME + ":y:" + paper.id());
        List<Button> confirming = paper.sameAs().isPresent()
                ? List.of(new Button(texts.plain("office.replaceHeld"), NAME + ":r:" + paper.id()), asItself)
                : List.of(asItself);
        return List.of(
                confirming,
                List.of(
                        new Button(texts.plain("office.correct"), NAME + ":e:" + paper.id()),
                        new Button(texts.plain("office.paperDrop"), NAME + ":n:" + paper.id())));
    }

    private static String title(Documents.Paper paper) {
        return paper.fields().stream()
                .map(Documents.Field::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(paper.fileName());
    }

    private static Optional<Long> number(String digits) {
        return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static String shortened(String label) {
        return label.length() <= 60 ? label : label.substring(0, 59) + "…";
    }
}
