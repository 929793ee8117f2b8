package danvan.form.admin;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.FormOffice;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Texts;
import danvan.workbook.ReviewedFiles;
import danvan.workbook.ReviewedUpload;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A report form is sent as a file, examined in the background, shown with what it would change, and put live at the
 * office's word; {@code /forms} lists what is in service. It has no dialog, so that a report being written stays open.
 */
public final class FormDesk implements Feature {
    private static final int MOST_LISTED = 8;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How long a file stays that is still to be examined. */
    private static final Duration EXAMINED_WITHIN = Duration.ofDays(7);

    private final Supplier<Forms> forms;
    private final SentForms sent;
    private final Actions<FormAct> acts = new Actions<>(FormUpload.NAME, FormAct.class);
    private final ReviewedUpload<FormUpload.Proposal> upload;
    private final Files files;
    private final Jobs jobs;

    /** The record of who did what. */
    @FunctionalInterface
    public interface Journal {
        void note(Tx tx, Instant at, long member, String action, String detail);
    }

    /**
     * The desk; its job is made known to {@code jobs}.
     *
     * @param forms in service
     * @param clock real time: when a file was sent in
     */
    public FormDesk(
            Supplier<Forms> forms,
            Database database,
            Downloads downloads,
            Files files,
            Jobs jobs,
            Journal journal,
            Texts texts,
            Clock clock) {
        this.forms = forms;
        this.sent = new SentForms(database);
        this.files = files;
        this.jobs = jobs;
        this.upload = new ReviewedUpload<>(new FormUpload(forms, files, journal, () -> {}), database, downloads, files);
        jobs.does(
                FormUpload.NAME,
                new FormExamination(
                        beat -> new ReviewedUpload<>(
                                new FormUpload(forms, files, journal, beat), database, downloads, files),
                        texts,
                        clock));
    }

    @Override
    public String name() {
        return FormUpload.NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("forms", List.of("bieumau", "formlar"), "form.help", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        StringBuilder text = new StringBuilder(turn.say("form.inService"));
        for (Form form : forms.get().all()) {
            text.append("\n• ")
                    .append(Markup.bold(form.title(turn.language().code())))
                    .append(" · ")
                    .append(Markup.escape(form.id() + (form.version().isEmpty() ? "" : " · " + form.version())));
        }
        List<List<Button>> rows = new ArrayList<>(upload.waiting(MOST_LISTED));
        sent.waiting(MOST_LISTED).forEach(form -> rows.add(row("⏳ ", form, FormAct.EARLIER_SHOW)));
        sent.live(MOST_LISTED).forEach(form -> rows.add(row("📥 ", form, FormAct.FETCH)));
        return Reply.say(text.append("\n\n").append(turn.say("form.how")).toString(), rows);
    }

    private List<Button> row(String sign, SentForms.Sent form, FormAct act) {
        return List.of(acts.button(sign + shortened(form.title() + " " + form.version()), act, form.file()));
    }

    /** The same for a page: a form is examined in the background there too. */
    public ReviewedFiles files() {
        return new ExaminedForms(upload, this::answered);
    }

    /** The forms for the desk. */
    public FormOffice office(ZoneId zone) {
        return new OfficeForms(forms, sent, files, zone);
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        return upload.fetched(turn, file, stored -> answered(turn, stored));
    }

    private Optional<Reply> answered(Turn turn, SentFile file) throws IOException {
        byte[] content;
        try (InputStream in = files.open(file.id())) {
            content = in.readAllBytes();
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        if (!Forms.isForm(file.name(), content)) {
            // A programme is a workbook or YAML too; in the other endings nothing but a form is taken.
            boolean others = name.matches(".*\\.(xlsx|yml)");
            return others
                    ? Optional.empty()
                    : Optional.of(Reply.say(turn.say("form.upload.none", "file", file.name())));
        }
        // An old workbook or one with macros may have been meant as anything; it is refused all the same.
        boolean any = name.matches(".*\\.xlsm?");
        return Optional.of(examining(turn, file, any ? "form.upload.readingWorkbook" : "form.upload.reading"));
    }

    private Reply examining(Turn turn, SentFile file, String key) {
        FormExamination.Order order = new FormExamination.Order(
                file.id(), file.name(), turn.person().id(), turn.language().code());
        String words = turn.say(key, "file", file.name());
        return Reply.say(words).andDo(tx -> {
            upload.begun(tx, Reviewer.of(turn), file, words);
            files.keepFor(tx, file.id(), EXAMINED_WITHIN);
            jobs.order(tx, FormUpload.NAME, turn.address(), order);
        });
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return upload.tapped(turn, action)
                .or(() -> turn.person().role().atLeast(Role.OFFICE)
                        ? acts.tap(action).flatMap(tap -> tapped(turn, tap.act(), tap.value(0)))
                        : Optional.empty())
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("workbook.decided")));
    }

    private Optional<Reply> tapped(Turn turn, FormAct act, String file) {
        return switch (act) {
            case FETCH ->
                sent.live(file)
                        .map(form -> Reply.nothing()
                                .and(new Outgoing.File(
                                        form.file(), form.name(), mediaType(form.name()), "", List.of())));
            case EARLIER_APPLY, EARLIER_SHOW ->
                sent.waiting(file)
                        .map(form -> examining(turn, new SentFile(form.file(), form.name()), "form.upload.reading")
                                .andDo(tx -> forget(tx, form)));
            case EARLIER_DROP ->
                sent.waiting(file)
                        .map(form -> Reply.say(turn.say("form.upload.dropped")).andDo(tx -> {
                            forget(tx, form);
                            files.forget(tx, form.file());
                        }));
        };
    }

    private static void forget(Tx tx, SentForms.Sent form) {
        if (!SentForms.forgetWaiting(tx, form.file())) {
            throw new Conflict("the form was decided on meanwhile");
        }
    }

    private static String mediaType(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? XLSX : "application/octet-stream";
    }

    private static String shortened(String label) {
        String stripped = label.strip();
        return stripped.length() <= 55 ? stripped : stripped.substring(0, 54) + "…";
    }
}
