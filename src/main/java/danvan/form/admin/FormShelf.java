package danvan.form.admin;

import danvan.text.Problem;
import danvan.form.Form;
import danvan.form.FormChanges;
import danvan.form.Forms;
import danvan.form.check.FormCheck;
import danvan.text.Language;
import danvan.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The form room as the office's desk asks for it. */
public final class FormShelf implements NewForms {
    /** The id stands in buttons, beside other words, and in the names of files. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private static final List<String> ENDINGS = List.of(".xlsx", ".xlsm", ".xls", ".xml", ".xhtml", ".yml");

    private final Supplier<Forms> forms;

    public FormShelf(Supplier<Forms> forms) {
        this.forms = forms;
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public boolean isForm(String fileName, byte[] content) {
        return Forms.isForm(fileName, content);
    }

    @Override
    public Examined examine(String fileName, byte[] content, Texts.Phrases words, Runnable beat) {
        String language = words.language().code();
        FormCheck check = FormCheck.of(fileName, content, beat);
        if (check.form().isEmpty() || !check.isFit()) {
            return new Examined(lines(check.problems(), words), check.marked(content, words), Optional.empty());
        }
        Form form = check.form().get();
        List<Problem> remarks = check.diagnosis().orElseThrow().remarks();
        Changes changes = forms.get()
                .find(form.id())
                .map(running -> FormChanges.between(running, form, language))
                .map(found -> new Changes(found.added(), found.removed(), found.changed()))
                .orElseGet(() -> new Changes(List.of(), List.of(), List.of()));
        Preview preview = new Preview(
                form.id(),
                form.version(),
                form.title(language),
                (int) form.fields(language).stream()
                        .filter(field -> field.asked())
                        .count(),
                form.languages().stream().map(FormShelf::languageName).toList(),
                lines(remarks, words),
                standing(form),
                changes);
        return new Examined(List.of(), Optional.empty(), Optional.of(preview));
    }

    private static List<String> lines(List<Problem> problems, Texts.Phrases words) {
        return problems.stream().map(problem -> problem.withoutFile().in(words)).toList();
    }

    private static String languageName(String code) {
        return Language.of(code).map(Language::ownName).orElse(code);
    }

    @Override
    public Standing standing(String fileName, byte[] content) {
        return Forms.read(fileName, content, problem -> {})
                .map(this::standing)
                .orElseThrow(() -> new IllegalStateException("a form found valid cannot be read: " + fileName));
    }

    private Standing standing(Form form) {
        if (!ID.matcher(form.id()).matches()) {
            return new Standing(Kind.UNNAMEABLE, "");
        }
        Forms served = forms.get();
        Optional<Form> running = served.find(form.id());
        String version = running.map(Form::version).orElse("");
        Optional<Form> twin = served.find(form.id(), form.version());
        Kind kind = twin.map(same -> same.isSameAs(form) ? Kind.SAME : Kind.CLASHING)
                .or(() -> running.map(now -> form.isNewerThan(now) ? Kind.NEWER : Kind.OLDER))
                .orElse(Kind.NEW);
        return new Standing(kind, version);
    }

    @Override
    public List<InService> inService(String language) {
        return forms.get().all().stream()
                .map(form -> new InService(form.id(), form.version(), form.title(language)))
                .toList();
    }
}
