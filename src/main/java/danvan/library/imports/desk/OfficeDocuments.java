package danvan.library.imports.desk;

import danvan.chat.Role;
import danvan.conversation.PageTurns;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.Decided;
import danvan.desk.port.Decided.Outcome;
import danvan.desk.port.DocumentOffice;
import danvan.library.imports.ImportedDocument;
import danvan.storage.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The office's documents for the pages of the desk. Safe for use by several threads. */
final class OfficeDocuments implements DocumentOffice {
    private final Documents documents;
    private final DocumentDecisions decisions;

    private final Taking taking;

    /** Takes a file that is stored, to be read in the background. */
    @FunctionalInterface
    interface Taking {
        Reply take(Turn turn, StoredFile file, String name);
    }

    OfficeDocuments(Documents documents, DocumentDecisions decisions, Taking taking) {
        this.documents = documents;
        this.decisions = decisions;
        this.taking = taking;
    }

    @Override
    public Answered<Decided> take(Turn turn, StoredFile file, String name) {
        return documents.takes(name)
                ? Decided.of(taking.take(turn, file, name))
                : Decided.not(Outcome.REFUSED, turn.plain("office.fileNotTaken", "file", name));
    }

    @Override
    public int reading() {
        return documents.toRead();
    }

    @Override
    public List<Line> all() {
        return Stream.concat(
                        documents.waiting().stream().map(paper -> line(paper, State.WAITING)),
                        documents.held().stream().map(OfficeDocuments::held))
                .toList();
    }

    private static Line held(Documents.Paper paper) {
        return line(paper, paper.withdrawn() ? State.WITHDRAWN : State.LIVE);
    }

    private static Line line(Documents.Paper paper, State state) {
        return new Line(
                paper.id(),
                state,
                paper.title(),
                paper.fileName(),
                value(paper, "issuer"),
                value(paper, "issued"),
                paper.isSure(),
                paper.recognised(),
                paper.rival().isPresent());
    }

    private static String value(Documents.Paper paper, String field) {
        return paper.fields().stream()
                .filter(one -> one.name().equals(field))
                .map(Documents.Field::value)
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<Sheet> sheet(long id) {
        return documents
                .waiting(id)
                .map(paper -> sheet(paper, State.WAITING))
                .or(() -> documents
                        .held(id)
                        .map(paper -> sheet(paper, paper.withdrawn() ? State.WITHDRAWN : State.LIVE)));
    }

    private static Sheet sheet(Documents.Paper paper, State state) {
        return new Sheet(
                line(paper, state),
                paper.passages(),
                fields(paper.fields(), state),
                paper.effects().stream()
                        .map(effect -> new Effect("office.effect." + effect.name(), effect.what()))
                        .toList(),
                paper.opening(),
                paper.leftOut().stream().map("office.furniture."::concat).toList(),
                paper.rival()
                        .map(rival -> new Rival(
                                rival.title(),
                                rival.same(),
                                fields(rival.fields(), State.WITHDRAWN),
                                rival.opening())));
    }

    private static List<FieldOf> fields(List<Documents.Field> fields, State state) {
        List<FieldOf> all = new ArrayList<>();
        IntStream.range(0, fields.size()).forEach(i -> {
            Documents.Field field = fields.get(i);
            // Of what is live only the days, as in the chat: the rest makes it another document.
            boolean correctable = state == State.WAITING || (state == State.LIVE && Papers.isDay(i));
            all.add(new FieldOf(
                    "office.field." + field.name(), field.value(), field.words(), field.sure(), correctable));
        });
        return all;
    }

    @Override
    public Answered<Decided> act(Turn turn, Act act, long id, int field, String value) {
        Optional<ImportedDocument.State> state = documents.state(id);
        Optional<Sheet> sheet = sheet(id);
        if (!turn.person().role().atLeast(Role.OFFICE) || sheet.isEmpty()) {
            return Decided.notFound();
        }
        if (state.filter(deed(act)::in).isEmpty()) {
            return Decided.not(Outcome.STALE, turn.plain("office.noLongerWaits"));
        }
        Optional<Documents.Paper> paper = documents.waiting(id).or(() -> documents.held(id));
        return paper.map(one -> act == Act.CORRECT
                        ? corrected(turn, sheet.get(), one, field, value.strip())
                        : done(turn, act, one))
                .orElseGet(Decided::notFound);
    }

    private static DocumentAct deed(Act act) {
        return act == Act.CORRECT ? DocumentAct.FIELD : DocumentAct.valueOf(act.name());
    }

    private Answered<Decided> done(Turn turn, Act act, Documents.Paper paper) {
        return switch (act) {
            case WITHDRAW -> Decided.of(decisions.withdrawn(turn, paper));
            case BRING_BACK -> Decided.of(decisions.broughtBack(turn, paper));
            default ->
                decisions
                        .decided(turn, deed(act), paper)
                        .map(Decided::of)
                        .orElseGet(() -> Decided.not(Outcome.STALE, turn.plain("desk.documents.rivalChanged")));
        };
    }

    private Answered<Decided> corrected(Turn turn, Sheet sheet, Documents.Paper paper, int field, String value) {
        if (field < 0
                || field >= sheet.fields().size()
                || !sheet.fields().get(field).correctable()) {
            return Decided.notFound();
        }
        if (value.length() > DocumentDesk.LONGEST_VALUE || (!value.isEmpty() && !documents.fits(field, value))) {
            return Decided.not(Outcome.REFUSED, turn.plain("office.doesNotFit"));
        }
        Optional<Reply> personal = PrivacyCheck.refusal(turn, value);
        if (personal.isPresent()) {
            return Decided.not(Outcome.REFUSED, PageTurns.words(personal.get()));
        }
        Reply reply = decisions.corrected(turn, paper, field, value);
        return new Answered<>(
                reply,
                new Decided(
                        Outcome.DONE,
                        turn.plain(
                                "desk.documents.corrected",
                                "field",
                                turn.plain(sheet.fields().get(field).name()))));
    }

    @Override
    public Answered<Decided> confirmSure(Turn turn) {
        List<Documents.Paper> sure = documents.sure();
        return sure.isEmpty()
                ? Decided.not(Outcome.STALE, turn.plain("office.noLongerWaits"))
                : Decided.of(decisions.confirmed(turn, sure));
    }

    @Override
    public int sure() {
        return documents.sure().size();
    }
}
