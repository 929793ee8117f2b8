package danvan.form.admin;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Examines a form that was sent and tells who sent it: what is wrong, or what it would change. */
final class FormExamination implements JobWork {
    /** What was ordered: the form in the store. */
    record Order(String file, String name, long member, String language) {}

    /** How long a form waits for the office's word, and a marked workbook to be fetched. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long MOST_BYTES = 40L << 20;
    private static final int MOST_FAULTS = 10;
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_LINE = 300;

    private final NewForms forms;
    private final Files files;
    private final Texts texts;
    private final Clock clock;

    /** @param clock real time: how long a file is kept */
    FormExamination(NewForms forms, Files files, Texts texts, Clock clock) {
        this.forms = forms;
        this.files = files;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Order order = run.order(Order.class);
        Texts.Phrases words = words(order);
        byte[] content;
        try (InputStream in = files.open(order.file())) {
            content = in.readAllBytes();
        }
        NewForms.Examined examined = forms.examine(
                order.name(),
                content,
                words,
                () -> run.progress(() -> words.say("office.formWalking", "file", order.name())));
        if (examined.preview().isPresent()) {
            sound(run, order, words, examined.preview().get());
        } else {
            faulty(run, order, words, examined);
        }
    }

    private void faulty(JobRun run, Order order, Texts.Phrases words, NewForms.Examined examined) throws IOException {
        StringBuilder text = new StringBuilder(words.say(
                "office.formFaults",
                "file",
                order.name(),
                "count",
                examined.faults().size()));
        text.append(lines(examined.faults(), MOST_FAULTS, words));
        if (examined.marked().isEmpty()) {
            text.append("\n\n").append(words.say("office.formSendAgain"));
            run.finish(List.of(Outgoing.message(text.toString())), tx -> files.forget(tx, order.file()));
            return;
        }
        StoredFile marked = stored(examined.marked().get());
        run.finish(
                List.of(
                        Outgoing.message(text.toString()),
                        new Outgoing.File(
                                marked.id(),
                                markedName(order.name()),
                                XLSX,
                                words.say("office.formMarked"),
                                List.of())),
                tx -> {
                    files.forget(tx, order.file());
                    files.keep(tx, marked.id(), Optional.of(clock.instant().plus(KEPT)));
                });
    }

    private StoredFile stored(byte[] content) throws IOException {
        try {
            return files.store(new ByteArrayInputStream(content), MOST_BYTES);
        } catch (FileTooLarge e) {
            throw new IllegalStateException("a marked workbook of " + content.length + " bytes", e);
        }
    }

    private static String markedName(String name) {
        return name.replaceFirst("\\.[^.]*$", "") + "-loi.xlsx";
    }

    private void sound(JobRun run, Order order, Texts.Phrases words, NewForms.Preview form) {
        if (!form.standing().welcome()) {
            String text = refused(words, form.title(), form.id(), form.version(), form.standing());
            run.finish(List.of(Outgoing.message(text)), tx -> files.forget(tx, order.file()));
            return;
        }
        run.finish(List.of(Outgoing.message(shown(words, form), buttons(words, order.file()))), tx -> {
            SentForms.put(
                    tx,
                    new SentForms.Sent(order.file(), order.name(), form.id(), form.version(), form.title()),
                    order.member(),
                    clock.instant());
            files.keep(tx, order.file(), Optional.of(clock.instant().plus(KEPT)));
        });
    }

    /** Why a sound form is not put live. */
    static String refused(Texts.Phrases words, String title, String id, String version, NewForms.Standing standing) {
        return words.say(
                "office.formRefused",
                "kind",
                standing.kind().name(),
                "title",
                title,
                "id",
                id,
                "version",
                shown(words, version),
                "running",
                shown(words, standing.running()));
    }

    private static String shown(Texts.Phrases words, String version) {
        return version.isEmpty() ? words.plain("office.formNoVersion") : version;
    }

    private static String shown(Texts.Phrases words, NewForms.Preview form) {
        StringBuilder text = new StringBuilder(words.say(
                "office.formSound",
                "title",
                form.title(),
                "id",
                form.id(),
                "version",
                shown(words, form.version()),
                "questions",
                form.questions(),
                "languages",
                String.join(", ", form.languages())));
        text.append("\n\n");
        if (form.standing().kind() == NewForms.Kind.NEW) {
            text.append(words.say("office.formNew"));
        } else {
            NewForms.Changes changes = form.changes();
            text.append(words.say(
                    "office.formReplaces",
                    "running",
                    shown(words, form.standing().running())));
            part(text, words, "office.formAdded", changes.added());
            part(text, words, "office.formRemoved", changes.removed());
            part(text, words, "office.formChanged", changes.changed());
            if (changes.added().isEmpty()
                    && changes.removed().isEmpty()
                    && changes.changed().isEmpty()) {
                text.append('\n').append(words.say("office.formSameQuestions"));
            }
        }
        part(text, words, "office.formRemarks", form.remarks());
        return text.append("\n\n").append(words.say("office.formAsk")).toString();
    }

    private static void part(StringBuilder text, Texts.Phrases words, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n\n").append(words.say(key, "count", lines.size())).append(lines(lines, MOST_CHANGES, words));
        }
    }

    private static String lines(List<String> lines, int most, Texts.Phrases words) {
        StringBuilder text = new StringBuilder();
        lines.stream().limit(most).forEach(line -> text.append("\n• ").append(Markup.escape(shortened(line))));
        if (lines.size() > most) {
            text.append('\n').append(words.say("office.formMore", "count", lines.size() - most));
        }
        return text.toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    static List<List<Button>> buttons(Texts.Phrases words, String file) {
        return List.of(List.of(
                new Button(words.plain("office.formPutLive"), FormDesk.NAME + ":y:" + file),
                new Button(words.plain("office.formLeave"), FormDesk.NAME + ":n:" + file)));
    }

    private Texts.Phrases words(Order order) {
        return texts.in(Language.of(order.language()).orElse(Language.VI));
    }

    @Override
    public String apology(JobRun run) {
        Order order = run.order(Order.class);
        return words(order).say("office.formFailed", "file", order.name());
    }
}
