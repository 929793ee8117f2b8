package danvan.report.dialog;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.report.ReportForms;
import danvan.report.ReportPorts;
import danvan.report.ReportRules;
import danvan.report.StartOptions;
import danvan.report.store.AnswerMessages;
import danvan.report.store.Draft;
import danvan.report.store.Report;
import danvan.report.store.ReportStore;
import danvan.storage.Files;
import danvan.text.Markup;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * {@code /report}: a form asked one question a message, with back, skip, save, cancel, a summary to check, and a
 * receipt. The draft is kept at every message, in a table of its own; the dialog only names it. It ends in the
 * transaction that keeps the report, so that a second tap finds it ended.
 */
public final class ReportDialog implements Feature {
    private final ReportForms forms;
    private final ReportStore store;
    private final StartOptions options;
    private final FormsByName byName;
    private final DraftSessions sessions;
    private final DraftActions actions;

    private ReportDialog(
            ReportForms forms,
            ReportStore store,
            StartOptions options,
            FormsByName byName,
            DraftSessions sessions,
            DraftActions actions) {
        this.forms = forms;
        this.store = store;
        this.options = options;
        this.byName = byName;
        this.sessions = sessions;
        this.actions = actions;
    }

    /**
     * The dialog.
     *
     * @param ids makes a new unique id at each call
     */
    public static ReportDialog of(
            ReportForms forms,
            ReportStore store,
            ReportPorts ports,
            ReportRules rules,
            Files files,
            Downloads downloads,
            Texts texts,
            Supplier<String> ids) {
        DraftPresenter presenter = new DraftPresenter(
                store.drafts(),
                new PeriodTotals(forms, store.pages(), ports.organization()),
                new EarlierAnswers(store.pages(), ports.organization()),
                new LastPeriod(forms, store),
                new QuestionMedia(files));
        AnswerHandler answers =
                new AnswerHandler(presenter, new FileAnswer(presenter, downloads, store.cipher()), ports.questions());
        DraftSubmission submission =
                new DraftSubmission(store, ports.organization(), ports.submissions(), rules.news(), texts);
        return new ReportDialog(
                forms,
                store,
                ports.options(),
                new FormsByName(forms, texts),
                new DraftSessions(forms, store, ids),
                new DraftActions(presenter, answers, submission, store, rules.draftsKept()));
    }

    @Override
    public String name() {
        return DialogAction.FEATURE;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("report", List.of("baocao", "rapor"), "report.help", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        Optional<DraftSessions.Kept> open = open(turn);
        return command.equals("cancel")
                ? open.map(kept -> sessions.kept(turn, kept, DraftActions::askCancel))
                        .orElseGet(Reply::nothing)
                : open.map(kept -> unfinished(turn, kept)).orElseGet(() -> choose(turn, byName.named(rest)));
    }

    @Override
    public Optional<Reply> said(Turn turn, String words) {
        List<Form> wished = byName.wished(words);
        return wished.isEmpty() || open(turn).isPresent() ? Optional.empty() : Optional.of(choose(turn, wished));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        return open(turn).flatMap(kept -> sessions.kept(turn, kept, open -> actions.heard(open, turn.incoming())));
    }

    @Override
    public Optional<Reply> edited(Turn turn, Incoming.Edited edited) {
        Optional<AnswerMessages.Place> place = edited.now() instanceof Incoming.Words
                ? store.messages().by(turn.address(), edited.message())
                : Optional.empty();
        if (place.isEmpty() || !(edited.now() instanceof Incoming.Words words)) {
            return open(turn).map(open -> Reply.say(turn.say("report.editUnseen")));
        }
        boolean isOpen = turn.dialogOf(DialogAction.FEATURE)
                .filter(dialog -> dialog.state(DialogState.class)
                        .draft()
                        .equals(place.get().draft()))
                .isPresent();
        return Optional.of(sessions.find(turn, place.get().draft())
                .map(kept -> sessions.kept(
                                turn,
                                kept,
                                open -> actions.edited(open, place.get().ref(), words.text(), isOpen))
                        .orElseGet(() -> Reply.say(turn.say("report.editUnseen"))))
                .orElseGet(() -> Reply.say(turn.say("report.editTooLate"))));
    }

    /** Says once more what the open draft is at, in the language the turn is spoken in. */
    public Optional<Reply> again(Turn turn) {
        return open(turn).map(kept -> sessions.kept(turn, kept, actions::again));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        Optional<DialogAction.Tap> tap = DialogAction.Tap.read(action);
        if (tap.isEmpty()) {
            return DraftActions.old(turn);
        }
        String rest = tap.get().rest();
        return switch (tap.get().what()) {
            case BEGIN -> begin(turn, rest, this::fresh);
            case BEGIN_BLANK -> begin(turn, rest, chosen(this::blank));
            case SEND_NIL -> begin(turn, rest, chosen((at, form) -> sessions.blank(at, form, actions::submitNil)));
            case BEGIN_LIKE_LAST -> begin(turn, rest, chosen(this::likeLast));
            case RESUME -> resume(turn, rest);
            case LIKE_LAST_INSTEAD ->
                open(turn)
                        .filter(kept -> tap.get().isAt(turn.revision()))
                        .map(kept -> likeLastInstead(turn, kept))
                        .orElseGet(() -> DraftActions.old(turn));
            default ->
                open(turn)
                        .filter(kept -> tap.get().isAt(turn.revision()))
                        .map(kept -> sessions.kept(turn, kept, open -> actions.tapped(open, tap.get())))
                        .orElseGet(() -> DraftActions.old(turn));
        };
    }

    /**
     * Begins the form that was named, offers those that were, or all.
     *
     * @param named empty: none was
     */
    private Reply choose(Turn turn, List<Form> named) {
        if (named.size() == 1) {
            return fresh(turn, named.get(0));
        }
        String language = turn.language().code();
        List<List<Button>> rows = new ArrayList<>();
        for (Draft draft : store.drafts().of(turn.person().id())) {
            forms.find(draft.formId(), draft.version())
                    .ifPresent(form -> rows.add(List.of(DialogAction.resuming(
                            turn.plain("report.resume", "form", form.title(language)), draft.id()))));
        }
        for (Form form : named.isEmpty() ? forms.all() : named) {
            if (DialogAction.fits(form.id())) {
                rows.add(List.of(DialogAction.BEGIN.ofForm(form.title(language), form.id())));
            }
        }
        return rows.isEmpty() ? Reply.say(turn.say("report.noForms")) : Reply.say(turn.say("report.choose"), rows);
    }

    private Reply begin(Turn turn, String formId, BiFunction<Turn, Form, Reply> start) {
        return open(turn)
                .map(kept -> unfinished(turn, kept))
                .or(() -> forms.find(formId).map(form -> start.apply(turn, form)))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("report.formGone")));
    }

    /** How to begin was chosen, and is not offered again. */
    private static BiFunction<Turn, Form, Reply> chosen(BiFunction<Turn, Form, Reply> start) {
        return (turn, form) -> start.apply(turn, form)
                .andRewrite(turn, Markup.bold(form.title(turn.language().code())), List.of());
    }

    /** Begins a form; the other ways that it leaves stand below its first question, so that nobody taps once more. */
    private Reply fresh(Turn turn, Form form) {
        DialogButtons buttons = new DialogButtons(turn, turn.nextRevision());
        List<List<Button>> ways = new ArrayList<>();
        if (options.asLast().test(form)
                && store.reports().last(turn.person().id(), form.id()).isPresent()) {
            ways.add(List.of(buttons.of("report.asLast", DialogAction.LIKE_LAST_INSTEAD)));
        }
        if (options.nil().test(form)) {
            ways.add(List.of(buttons.of("report.nil", DialogAction.NIL_INSTEAD)));
        }
        return sessions.blank(turn, form, open -> actions.begun(open, ways));
    }

    /** The draft that was just begun goes, and one like the last report comes. */
    private Reply likeLastInstead(Turn turn, DraftSessions.Kept kept) {
        return chosen(this::likeLast)
                .apply(turn, kept.form())
                .andDo(tx -> store.deleteDraft(tx, kept.draft().id()));
    }

    private Reply blank(Turn turn, Form form) {
        return sessions.blank(turn, form, actions::show);
    }

    private Reply likeLast(Turn turn, Form form) {
        return store.reports()
                .last(turn.person().id(), form.id())
                .map(last -> sessions.like(turn, form, last, actions::show)
                        .afterSaying(turn.say(
                                "report.likeLast", "receipt", last.receipt().toString())))
                .orElseGet(() -> blank(turn, form));
    }

    /** Opens a report that was returned, to be changed. */
    public Reply change(Turn turn, Report report) {
        return open(turn)
                .map(kept -> unfinished(turn, kept))
                .or(() -> forms.find(report.formId(), report.version())
                        .map(form -> sessions.changing(turn, form, report, actions::show)))
                .orElseGet(() -> Reply.say(turn.say("report.formGone")));
    }

    private Reply resume(Turn turn, String draftId) {
        return open(turn)
                .map(kept -> unfinished(turn, kept))
                .or(() -> sessions.find(turn, DialogAction.DRAFT_PREFIX + draftId)
                        .map(kept -> sessions.kept(turn, kept, actions::show)))
                .orElseGet(() -> DraftActions.old(turn));
    }

    private Reply unfinished(Turn turn, DraftSessions.Kept kept) {
        return sessions.kept(turn, kept, DraftActions::unfinished);
    }

    private Optional<DraftSessions.Kept> open(Turn turn) {
        return turn.dialogOf(DialogAction.FEATURE)
                .flatMap(dialog ->
                        sessions.find(turn, dialog.state(DialogState.class).draft()));
    }
}
