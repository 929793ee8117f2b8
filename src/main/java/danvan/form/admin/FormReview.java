package danvan.form.admin;

import danvan.form.Field;
import danvan.form.Form;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Problem;
import danvan.text.Texts;
import danvan.workbook.Difference;
import java.util.List;
import java.util.Optional;

/** What the office reads of a sound form before it decides. */
final class FormReview {
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 300;

    private final Texts.Phrases texts;
    private final Form form;
    private final FormStanding standing;

    FormReview(Texts.Phrases texts, Form form, FormStanding standing) {
        this.texts = texts;
        this.form = form;
        this.standing = standing;
    }

    /** Why it is not put live. */
    String refused() {
        return texts.say(
                "form.upload.refused",
                "kind",
                standing.kind().name(),
                "title",
                title(),
                "id",
                form.id(),
                "version",
                version(form.version()),
                "running",
                version(standing.running()));
    }

    /**
     * What it is, and what it changes.
     *
     * @param running the form that it takes the place of
     * @param remarks what its author should know
     */
    String shown(Optional<Form> running, List<Problem> remarks) {
        String language = texts.language().code();
        StringBuilder text = new StringBuilder(texts.say(
                "form.upload.sound",
                "title",
                title(),
                "id",
                form.id(),
                "version",
                version(form.version()),
                "questions",
                form.fields(language).stream().filter(Field::asked).count(),
                "languages",
                String.join(
                        ", ",
                        form.languages().stream()
                                .map(code ->
                                        Language.of(code).map(Language::ownName).orElse(code))
                                .toList())));
        text.append("\n\n");
        if (running.isEmpty()) {
            text.append(texts.say("form.upload.isNew"));
        } else {
            FormChanges changes = FormChanges.between(running.get(), form, language);
            text.append(texts.say("form.upload.replaces", "running", version(standing.running())));
            part(text, "form.upload.added", changes.added());
            part(text, "form.upload.removed", changes.removed());
            part(text, "form.upload.changed", changes.changed());
            if (changes.isEmpty()) {
                text.append('\n').append(texts.say("form.upload.sameQuestions"));
            }
        }
        part(
                text,
                "form.upload.remarks",
                remarks.stream().map(remark -> remark.withoutFile().in(texts)).toList());
        return text.append("\n\n").append(texts.say("form.upload.ask")).toString();
    }

    /** All of it. */
    List<Difference> differences(Optional<Form> running, List<Problem> remarks) {
        FormChanges changes = running.map(
                        one -> FormChanges.between(one, form, texts.language().code()))
                .orElseGet(() -> FormChanges.of(form, texts.language().code()));
        return Difference.all(List.of(
                changes.added().stream().map(line -> Difference.added(line, "")),
                changes.changed().stream().map(line -> Difference.changed(line, "", "")),
                changes.removed().stream().map(line -> Difference.removed(line, "")),
                remarks.stream()
                        .map(remark -> Difference.remark(remark.withoutFile().in(texts)))));
    }

    String title() {
        return form.title(texts.language().code());
    }

    private String version(String version) {
        return version.isEmpty() ? texts.plain("form.upload.noVersion") : version;
    }

    private void part(StringBuilder text, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n\n").append(texts.say(key, "count", lines.size()));
            lines.stream()
                    .limit(MOST_LINES)
                    .forEach(line -> text.append("\n• ").append(Markup.escape(shortened(line))));
            if (lines.size() > MOST_LINES) {
                text.append('\n').append(texts.say("workbook.more", "count", lines.size() - MOST_LINES));
            }
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
