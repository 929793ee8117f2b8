package danvan.form.admin;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.form.check.FormCheck;
import danvan.form.check.FormDoctor;
import danvan.storage.Conflict;
import danvan.storage.Files;
import danvan.storage.Tx;
import danvan.text.Problem;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import danvan.workbook.UploadCheck;
import danvan.workbook.UploadKind;
import danvan.workbook.UploadReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A report form that is sent in, as a workbook, as an XForm or as YAML. */
final class FormUpload implements UploadKind<FormUpload.Proposal> {
    static final String NAME = "form";
    private static final List<String> ENDINGS = List.of(".xlsx", ".xlsm", ".xls", ".xml", ".xhtml", ".yml", ".zip");

    private final Supplier<Forms> forms;
    private final Files files;
    private final FormDesk.Journal journal;
    private final Runnable beat;

    /**
     * A form that can be filled in.
     *
     * @param remarks what its author should know although it is fit
     */
    record Proposal(Form form, List<Problem> remarks) {
        Proposal {
            remarks = List.copyOf(remarks);
        }
    }

    /** @param beat run now and then while a form is examined; what it throws ends that */
    FormUpload(Supplier<Forms> forms, Files files, FormDesk.Journal journal, Runnable beat) {
        this.forms = forms;
        this.files = files;
        this.journal = journal;
        this.beat = beat;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String texts() {
        return "form.upload";
    }

    @Override
    public List<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean takes(Incoming.File file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return file.medium() == Incoming.Medium.DOCUMENT && ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public UploadCheck<Proposal> check(Reviewer by, String fileName, byte[] content) {
        if (!Forms.isForm(fileName, content)) {
            return new UploadCheck.Foreign<>();
        }
        FormCheck check = FormCheck.of(fileName, content, beat);
        return check.form().isPresent() && check.isFit()
                ? new UploadCheck.Sound<>(new Proposal(
                        check.form().get(),
                        check.diagnosis().map(FormDoctor.Diagnosis::remarks).orElse(List.of())))
                : faulty(check.problems());
    }

    /** It was filled in when it was shown; only what it is compared with may be something else. */
    @Override
    public UploadCheck<Proposal> checkAgain(Reviewer by, String fileName, byte[] content) {
        List<Problem> problems = new ArrayList<>();
        return Forms.read(fileName, content, problems::add)
                .<UploadCheck<Proposal>>map(form -> new UploadCheck.Sound<>(new Proposal(form, List.of())))
                .orElseGet(() -> faulty(problems));
    }

    private static UploadCheck<Proposal> faulty(List<Problem> problems) {
        return new UploadCheck.Faulty<>(
                problems.stream().map(Problem::withoutFile).toList());
    }

    @Override
    public UnaryOperator<String> spelling() {
        return FormCheck::column;
    }

    @Override
    public UploadReview review(Reviewer by, Proposal proposal) {
        Form form = proposal.form();
        Forms served = forms.get();
        FormStanding standing = FormStanding.of(form, served);
        FormReview review = new FormReview(by.texts(), form, standing);
        Optional<Form> running = served.find(form.id());
        return standing.isWelcome()
                ? UploadReview.of(
                        review.shown(running, proposal.remarks()),
                        review.differences(running, proposal.remarks()),
                        String.join(
                                "\n", form.id(), form.version(), standing.kind().name(), standing.running()))
                : UploadReview.nothing(review.refused());
    }

    @Override
    public Reply apply(Turn turn, Proposal proposal, SentFile file) {
        Form form = proposal.form();
        String title = form.title(turn.language().code());
        return Reply.say(turn.say("form.upload.live", "title", title, "version", form.version()))
                .andDo(tx -> putLive(
                        tx, turn, new SentForms.Sent(file.id(), file.name(), form.id(), form.version(), title)));
    }

    private void putLive(Tx tx, Turn turn, SentForms.Sent form) {
        if (SentForms.isLive(tx, form)) {
            throw new Conflict("the version was put live meanwhile");
        }
        SentForms.putLive(tx, form, turn.person().id(), turn.now());
        files.keep(tx, form.file(), Optional.empty());
        journal.note(tx, turn.now(), turn.person().id(), "form put live", form.form() + " " + form.version());
    }
}
