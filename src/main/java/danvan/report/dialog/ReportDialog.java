package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerMessages;
import danvan.report.store.Draft;
import danvan.report.store.ReportTable;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /report}: a form asked one question a message, with back, skip, save, cancel, a summary to check, and a
 * receipt. The draft is kept at every message, in a table of its own; the dialog only names it. It ends in the
 * transaction that keeps the report, so that a second tap finds it ended.
 */
public final class ReportDialog implements Feature {
    public static final String NAME = "report";
    /** How every draft's id begins; the form puts it before the instance ID itself. */
    private static final String PREFIX = "uuid:";
    /** What fits into a button beside the feature's name and a verb. */
    private static final int LONGEST_ID = 50;

    private final Means means;

    public ReportDialog(Means means) {
        this.means = means;
    }

    /** The dialog's state: which draft is open. */
    public record Open(String draft) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("report", List.of("baocao", "rapor"), "report.help", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Optional<Stored> open = open(turn);
        return command.equals("cancel")
                ? open.map(stored -> DraftActions.askCancel(turn, stored.view(turn))).orElseGet(Reply::nothing)
                : open.map(stored -> stored.unfinished(turn)).orElseGet(() -> choose(turn));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        return open(turn).flatMap(open -> within(turn, open, filling -> filling.heard(turn.incoming())));
    }

    @Override
    public Optional<Reply> edited(Turn turn, Incoming.Edited edited) {
        if (!(edited.now() instanceof Incoming.Words words)) {
            return open(turn).map(open -> Reply.say(turn.say("report.editUnseen")));
        }
        Optional<AnswerMessages.Place> place = means.said().by(turn.address(), edited.message());
        if (place.isEmpty()) {
            return open(turn).map(open -> Reply.say(turn.say("report.editUnseen")));
        }
        boolean isOpen = turn.dialogOf(NAME)
                .filter(dialog ->
                        dialog.state(Open.class).draft().equals(place.get().draft()))
                .isPresent();
        Optional<Stored> stored = stored(turn, place.get().draft());
        return Optional.of(
                stored.isEmpty()
                        ? Reply.say(turn.say("report.editTooLate"))
                        : within(
                                        turn,
                                        stored.get(),
                                        filling -> filling.edited(place.get().ref(), words.text(), isOpen))
                                .orElseGet(() -> Reply.say(turn.say("report.editUnseen"))));
    }

    /** Says once more what the open draft is at, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return open(turn).map(open -> within(turn, open, DraftActions::again));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", 3);
        String rest = action.substring(Math.min(action.length(), parts[0].length() + 1));
        Optional<Reply> start = switch (parts[0]) {
            case "f" -> Optional.of(begin(turn, rest, this::fresh));
            case "F" -> Optional.of(begin(turn, rest, (at, form) -> blank(at, form, DraftActions::show)));
            case "N" -> Optional.of(begin(turn, rest, (at, form) -> blank(at, form, DraftActions::submitNil)));
            case "L" -> Optional.of(begin(turn, rest, this::likeLast));
            case "u" -> Optional.of(resume(turn, rest));
            default -> Optional.empty();
        };
        if (start.isPresent()) {
            return start.get();
        }
        Optional<Stored> open = open(turn);
        boolean current = open.isPresent() && parts.length >= 2 && parts[1].equals(Long.toString(turn.revision()));
        return current
                ? within(turn, open.get(), filling -> filling.tapped(parts[0], parts.length > 2 ? parts[2] : ""))
                : Reply.nothing().andToast(turn.plain("report.oldButton"));
    }

    private Reply choose(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Draft draft : means.drafts().of(turn.person().id())) {
            means.forms()
                    .get()
                    .find(draft.formId(), draft.version())
                    .ifPresent(form -> rows.add(List.of(new Button(
                            turn.plain(
                                    "report.resume",
                                    "form",
                                    form.title(turn.language().code())),
                            NAME + ":u:" + draft.id().replaceFirst("^uuid:", "")))));
        }
        for (Form form : means.forms().get().all()) {
            if (form.id().length() <= LONGEST_ID) {
                rows.add(List.of(new Button(form.title(turn.language().code()), NAME + ":f:" + form.id())));
            }
        }
        return rows.isEmpty() ? Reply.say(turn.say("report.noForms")) : Reply.say(turn.say("report.choose"), rows);
    }

    /** A way to begin. */
    private interface Start {
        Reply with(Turn turn, Form form);
    }

    private Reply begin(Turn turn, String formId, Start start) {
        Optional<Stored> open = open(turn);
        if (open.isPresent()) {
            return open.get().unfinished(turn);
        }
        return means.forms()
                .get()
                .find(formId)
                .map(form -> start.with(turn, form))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("report.formGone")));
    }

    /** Asks how to begin, where the form leaves a choice. */
    private Reply fresh(Turn turn, Form form) {
        List<List<Button>> ways = new ArrayList<>();
        if (means.habits().nil().test(form)) {
            ways.add(List.of(new Button(turn.plain("report.nil"), NAME + ":N:" + form.id())));
        }
        if (means.habits().asLast().test(form)
                && means.reports().last(turn.person().id(), form.id()).isPresent()) {
            ways.add(List.of(new Button(turn.plain("report.asLast"), NAME + ":L:" + form.id())));
        }
        if (ways.isEmpty()) {
            return blank(turn, form, DraftActions::show);
        }
        ways.add(List.of(new Button(turn.plain("report.fillIn"), NAME + ":F:" + form.id())));
        return Reply.say(
                turn.say("report.howToBegin", "form", form.title(turn.language().code())), ways);
    }

    private Reply blank(Turn turn, Form form, Function<DraftActions, Reply> use) {
        String id = newId();
        try (FormSession session = form.begin(means.context(turn), id.substring(PREFIX.length()))) {
            return use.apply(new DraftActions(means, turn, form, Draft.begun(id, form, session.state()), session));
        }
    }

    private Reply likeLast(Turn turn, Form form) {
        return means.reports()
                .last(turn.person().id(), form.id())
                .map(last -> likeLast(turn, form, last))
                .orElseGet(() -> blank(turn, form, DraftActions::show));
    }

    private Reply likeLast(Turn turn, Form form, ReportTable.Report last) {
        String id = newId();
        String answers = means.vault().withoutSealed(last.seals(), last.instanceXml());
        try (FormSession session = form.beginLike(means.context(turn), id.substring(PREFIX.length()), answers)) {
            return new DraftActions(means, turn, form, Draft.begun(id, form, session.state()), session)
                    .show()
                    .afterSaying(turn.say(
                            "report.likeLast", "receipt", last.receipt().toString()));
        }
    }

    /** Opens a report that was returned, to be changed. */
    public Reply change(Turn turn, ReportTable.Report report) {
        Optional<Stored> open = open(turn);
        if (open.isPresent()) {
            return open.get().unfinished(turn);
        }
        return means.forms()
                .get()
                .find(report.formId(), report.version())
                .map(form -> change(turn, report, form))
                .orElseGet(() -> Reply.say(turn.say("report.formGone")));
    }

    private Reply change(Turn turn, ReportTable.Report report, Form form) {
        AnswerCipher.OpenedInstance opened = means.opened(report);
        try (FormSession session = form.reopen(opened.xml(), means.context(turn))) {
            Draft draft = Draft.begun(newId(), form, session.state())
                    .changing(report.id())
                    .with(report.gathered())
                    .lacking(!opened.complete())
                    .holding(means.enclosures().ofReport(report.id()));
            return new DraftActions(means, turn, form, draft, session).show();
        }
    }

    private Reply resume(Turn turn, String draftId) {
        Optional<Stored> open = open(turn);
        if (open.isPresent()) {
            return open.get().unfinished(turn);
        }
        return stored(turn, PREFIX + draftId)
                .map(stored -> within(turn, stored, DraftActions::show))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("report.oldButton")));
    }

    /** A draft as it was kept, and the form it was begun on. */
    private record Stored(Form form, Draft draft) {
        StepView view(Turn turn) {
            return new StepView(turn, form, draft.gathered(), turn.revision());
        }

        Reply unfinished(Turn turn) {
            return DraftActions.unfinished(turn, form, view(turn));
        }
    }

    /** The one session of a turn. */
    private <T> T within(Turn turn, Stored stored, Function<DraftActions, T> use) {
        try (FormSession session = stored.form().open(stored.draft().state(), means.context(turn))) {
            return use.apply(new DraftActions(means, turn, stored.form(), stored.draft(), session));
        }
    }

    private Optional<Stored> open(Turn turn) {
        return turn.dialogOf(NAME)
                .flatMap(dialog -> stored(turn, dialog.state(Open.class).draft()));
    }

    private Optional<Stored> stored(Turn turn, String draftId) {
        return means.drafts()
                .find(draftId, turn.person().id())
                .flatMap(draft -> means.forms()
                        .get()
                        .find(draft.formId(), draft.version())
                        .map(form -> new Stored(form, draft)));
    }

    private String newId() {
        return PREFIX + means.ids().get();
    }
}
