package danvan.form.admin;

import danvan.chat.Person;
import danvan.desk.port.FormOffice;
import danvan.form.Field;
import danvan.form.Form;
import danvan.form.Forms;
import danvan.storage.Files;
import danvan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The report forms for the desk. Safe for use by several threads. */
final class OfficeForms implements FormOffice {
    private final Supplier<Forms> forms;
    private final SentForms sent;
    private final Files files;
    private final FormTrial trial;

    OfficeForms(Supplier<Forms> forms, SentForms sent, Files files, ZoneId zone) {
        this.forms = forms;
        this.sent = sent;
        this.files = files;
        this.trial = new FormTrial(forms, zone);
    }

    @Override
    public List<Line> all(Language language) {
        Forms now = forms.get();
        return now.all().stream().map(form -> line(now, form, language)).toList();
    }

    private static Line line(Forms now, Form form, Language language) {
        return new Line(
                form.id(),
                form.title(language.code()),
                form.version(),
                now.versions(form.id()).size(),
                (int) form.fields(language.code()).stream().filter(Field::asked).count(),
                form.languages().stream()
                        .map(code -> Language.of(code).map(Language::ownName).orElse(code))
                        .toList());
    }

    @Override
    public Optional<Sheet> sheet(String id, Optional<String> version, Language language) {
        Forms now = forms.get();
        return version.flatMap(one -> now.find(id, one))
                .or(() -> version.isPresent() ? Optional.empty() : now.find(id))
                .map(form -> sheet(now, form, language));
    }

    private Sheet sheet(Forms now, Form form, Language language) {
        List<Form> versions = new ArrayList<>(now.versions(form.id()));
        Collections.reverse(versions);
        Form newest = versions.get(0);
        return new Sheet(
                line(now, form, language),
                version(form, newest),
                versions.stream().map(one -> version(one, newest)).toList(),
                form.fields(language.code()).stream()
                        .filter(Field::asked)
                        .map(field -> new Question(
                                field.groups(),
                                field.label(),
                                field.type().name(),
                                field.choices().stream().map(one -> one.label()).toList(),
                                field.personal(),
                                field.repeat().isPresent()))
                        .toList());
    }

    private Version version(Form form, Form newest) {
        boolean bySending = sent.live(form.id(), form.version()).isPresent();
        return new Version(
                form.version(),
                form.version().equals(newest.version()),
                bySending,
                bySending || form.original().isPresent());
    }

    @Override
    public Optional<Original> original(String id, String version) {
        return sent.live(id, version)
                .<Original>map(one -> new Stored(files, one.file(), one.name()))
                .or(() -> forms.get().find(id, version).flatMap(Form::original).map(Lying::new));
    }

    private record Stored(Files files, String file, String name) implements Original {
        @Override
        public InputStream open() throws IOException {
            return files.open(file);
        }
    }

    private record Lying(Path path) implements Original {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public InputStream open() throws IOException {
            return java.nio.file.Files.newInputStream(path);
        }
    }

    @Override
    public Optional<Shown> begin(Person person, String id, Optional<String> version, String language, Instant now) {
        return trial.begin(person, id, version, language, now);
    }

    @Override
    public Optional<Shown> move(Person person, Tried tried, Move move, List<String> values, Instant now) {
        return trial.move(person, tried, move, values, now);
    }
}
