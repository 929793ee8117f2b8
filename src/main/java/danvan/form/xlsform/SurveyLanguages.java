package danvan.form.xlsform;

import danvan.form.FormProblem;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The languages a form is written in. */
final class SurveyLanguages {
    /** What a form in one unnamed language is said to be written in. */
    private static final String UNNAMED = "default";

    private SurveyLanguages() {}

    /**
     * The default language first: the one the settings name; else the unnamed one, when there are bare texts; else the
     * first that is written.
     */
    static List<String> of(XlsForm form, Consumer<Problem> problems) {
        var written = written(form);
        boolean hasBareTexts = written.remove("");
        var named = form.settings().get("default_language");
        if (!named.isEmpty() && !written.isEmpty() && !written.contains(named)) {
            problems.accept(form.settings()
                    .problem(
                            form.file(),
                            "default_language",
                            FormProblem.of("unknownLanguage", named),
                            FormProblem.of("want.oneOf", String.join(", ", written))));
        }
        var ordered = new LinkedHashSet<String>();
        if (!named.isEmpty()) {
            ordered.add(named);
        } else if (hasBareTexts || written.isEmpty()) {
            ordered.add(UNNAMED);
        }
        ordered.addAll(written);
        return List.copyOf(ordered);
    }

    private static Set<String> written(XlsForm form) {
        var rows = new ArrayList<>(form.survey());
        rows.addAll(form.choices());
        var found = new LinkedHashSet<String>();
        for (var row : rows) {
            for (var column : Columns.translatedInSurvey()) {
                found.addAll(row.translations(column).keySet());
            }
        }
        return found;
    }
}
