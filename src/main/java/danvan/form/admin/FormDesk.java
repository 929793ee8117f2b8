package danvan.form.admin;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report form is sent as a file, examined in the background, shown with what it would change, and put live at the
 * office's word; {@code /forms} lists what is in service. It has no dialog, so that a report being written stays open.
 */
public final class FormDesk implements Feature {
    static final String NAME = "form";
    private static final int MOST_LISTED = 8;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final NewForms forms;
    private final SentForms sent;
    private final Downloads downloads;
    private final Files files;
    private final Jobs jobs;
    private final Journal journal;
    private final Clock clock;

    /** The record of who did what. */
    @FunctionalInterface
    public interface Journal {
        void note(Tx tx, Instant at, long member, String action, String detail);
    }

    /**
     * The desk; its job is made known to {@code jobs}.
     *
     * @param clock real time: how long a file is kept
     */
    public FormDesk(
            NewForms forms,
            Database database,
            Downloads downloads,
            Files files,
            Jobs jobs,
            Journal journal,
            Texts texts,
            Clock clock) {
        this.forms = forms;
        this.sent = new SentForms(database);
        this.downloads = downloads;
        this.files = files;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
        jobs.does(NAME, new FormExamination(forms, files, texts, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("forms", List.of("bieumau", "formlar"), "office.formsHelp", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        StringBuilder text = new StringBuilder(turn.say("office.formsInService"));
        for (NewForms.InService form : forms.inService(turn.language().code())) {
            text.append("\n• ")
                    .append(Markup.bold(form.title()))
                    .append(" · ")
                    .append(Markup.escape(form.id() + (form.version().isEmpty() ? "" : " · " + form.version())));
        }
        List<List<Button>> rows = new ArrayList<>();
        for (SentForms.Sent form : sent.waiting(MOST_LISTED)) {
            rows.add(List.of(
                    new Button("⏳ " + shortened(form.title() + " " + form.version()), NAME + ":s:" + form.file())));
        }
        for (SentForms.Sent form : sent.live(MOST_LISTED)) {
            rows.add(List.of(
                    new Button("📥 " + shortened(form.title() + " " + form.version()), NAME + ":g:" + form.file())));
        }
        return Reply.say(text.append("\n\n").append(turn.say("office.formsHow")).toString(), rows);
    }

    @Override
    public Optional<Reply> sent(Turn turn, Incoming.File file) {
        if (!turn.person().role().atLeast(Role.OFFICE)
                || file.medium() != Incoming.Medium.DOCUMENT
                || !forms.takes(file.name())) {
            return Optional.empty();
        }
        try {
            StoredFile stored = downloads.fetch(turn.address(), file);
            byte[] content;
            try (InputStream in = files.open(stored.id())) {
                content = in.readAllBytes();
            }
            if (!forms.isForm(file.name(), content)) {
                // A programme is a workbook or YAML too; in the other endings nothing but a form is taken.
                boolean others = file.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|yml)");
                return others
                        ? Optional.empty()
                        : Optional.of(Reply.say(turn.say("office.formForeign", "file", file.name())));
            }
            FormExamination.Order order = new FormExamination.Order(
                    stored.id(),
                    file.name(),
                    turn.person().id(),
                    turn.language().code());
            // An old workbook or one with macros may have been meant as anything; it is refused all the same.
            boolean any = file.name().toLowerCase(Locale.ROOT).matches(".*\\.xlsm?");
            return Optional.of(Reply.say(
                            turn.say(any ? "office.workbookReading" : "office.formReading", "file", file.name()))
                    .andDo(tx -> {
                        files.keep(tx, stored.id(), Optional.of(clock.instant().plus(FormExamination.KEPT)));
                        jobs.order(tx, NAME, turn.address(), order);
                    }));
        } catch (FileTooLarge e) {
            return Optional.of(Reply.say(turn.say("office.formTooLarge", "megabytes", downloads.most() >> 20)));
        } catch (IOException e) {
            return Optional.of(Reply.say(turn.say("office.notFetched", "file", file.name())));
        }
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", 2);
        if (!turn.person().role().atLeast(Role.OFFICE) || parts.length < 2) {
            return Reply.nothing().andToast(turn.plain("office.formDecided"));
        }
        if (parts[0].equals("g")) {
            return sent.live(parts[1])
                    .map(form -> Reply.nothing()
                            .and(new Outgoing.File(form.file(), form.name(), mediaType(form.name()), "", List.of())))
                    .orElseGet(() -> Reply.nothing().andToast(turn.plain("office.formDecided")));
        }
        return sent.waiting(parts[1])
                .map(form -> switch (parts[0]) {
                    case "y" -> putLive(turn, form);
                    case "n" -> left(turn, form);
                    default ->
                        Reply.say(
                                turn.say("office.formWaits", "title", form.title(), "version", form.version()),
                                FormExamination.buttons(turn.texts(), form.file()));
                })
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("office.formDecided")));
    }

    private Reply putLive(Turn turn, SentForms.Sent form) {
        NewForms.Standing standing;
        try (InputStream in = files.open(form.file())) {
            // Another version may have been put live since this one was shown.
            standing = forms.standing(form.name(), in.readAllBytes());
        } catch (IOException e) {
            return Reply.say(turn.say("office.formGone", "file", form.name()))
                    .andDo(tx -> decide(tx, turn, form, false));
        }
        if (!standing.welcome()) {
            return Reply.say(FormExamination.refused(turn.texts(), form.title(), form.form(), form.version(), standing))
                    .andDo(tx -> {
                        decide(tx, turn, form, false);
                        files.forget(tx, form.file());
                    });
        }
        return Reply.say(turn.say("office.formLive", "title", form.title(), "version", form.version()))
                .andDo(tx -> {
                    if (SentForms.isLive(tx, form)) {
                        throw new Conflict("the version was put live meanwhile");
                    }
                    decide(tx, turn, form, true);
                    files.keep(tx, form.file(), Optional.empty());
                    journal.note(
                            tx, turn.now(), turn.person().id(), "form put live", form.form() + " " + form.version());
                });
    }

    private Reply left(Turn turn, SentForms.Sent form) {
        return Reply.say(turn.say("office.formLeft", "title", form.title())).andDo(tx -> {
            decide(tx, turn, form, false);
            files.forget(tx, form.file());
        });
    }

    private static void decide(Tx tx, Turn turn, SentForms.Sent form, boolean live) {
        if (!SentForms.decide(tx, form.file(), live, turn.person().id(), turn.now())) {
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
