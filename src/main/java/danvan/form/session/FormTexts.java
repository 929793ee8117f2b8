package danvan.form.session;

import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeReference;
import org.jspecify.annotations.Nullable;

/**
 * A form's texts in the language it is set to, with the answers that stand in them.
 *
 * <p>JavaRosa marks such a place as <code>${0}</code> and fills it again and again until no mark is left, so that a
 * person who types <code>${0}</code> ends its patience and the dialog. Here each text is filled once, and what people
 * typed is never read as a mark.
 */
final class FormTexts {
    private static final Pattern MARK = Pattern.compile("\\$\\{(\\d{1,6})}");

    /** The form of a text that stands below the hint; the other forms name files. */
    static final String GUIDANCE = "guidance";

    private final FormDef form;

    FormTexts(FormDef form) {
        this.form = form;
    }

    /** The label of a question or a group, seen from this place; empty when it has none. */
    String label(IFormElement element, TreeReference place) {
        return text(element.getTextID(), element.getLabelInnerText(), place);
    }

    String label(SelectChoice choice, TreeReference place) {
        var text = text(choice.getTextID(), choice.getLabelInnerText(), place);
        return text.isEmpty() ? choice.getValue() : text;
    }

    /** The text of this id, else these words. */
    String text(@Nullable String id, @Nullable String words, TreeReference place) {
        var raw = id == null || id.isEmpty() ? null : raw(id);
        var template = raw == null ? words : raw;
        return template == null ? "" : fill(MarkdownText.plain(template), place);
    }

    /** Another form of the text of this id, such as its guidance or its picture. */
    Optional<String> form(@Nullable String id, String form, TreeReference place) {
        var localizer = form(id) ? this.form.getLocalizer() : null;
        var raw = localizer == null ? null : localizer.getRawText(localizer.getLocale(), id + ";" + form);
        return raw == null || raw.isBlank() || raw.strip().equals("-")
                ? Optional.empty()
                : Optional.of(fill(form.equals(GUIDANCE) ? MarkdownText.plain(raw) : raw, place));
    }

    private static boolean form(@Nullable String id) {
        return id != null && !id.isEmpty();
    }

    private @Nullable String raw(String id) {
        var localizer = form.getLocalizer();
        if (localizer == null) {
            return null;
        }
        var locale = localizer.getLocale();
        var longForm = localizer.getRawText(locale, id + ";long");
        return longForm == null ? localizer.getRawText(locale, id) : longForm;
    }

    /** The text of this id, else these words, with «…» for the answers that would stand in it. */
    String plain(@Nullable String id, @Nullable String words) {
        var raw = id == null || id.isEmpty() ? null : raw(id);
        var template = raw == null ? words : raw;
        return template == null
                ? ""
                : MARK.matcher(MarkdownText.plain(template)).replaceAll("…").strip();
    }

    String fill(String template, TreeReference place) {
        var matcher = MARK.matcher(template);
        var filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher, place)));
        }
        matcher.appendTail(filled);
        return filled.toString().strip();
    }

    private String value(Matcher mark, TreeReference place) {
        int number = Integer.parseInt(mark.group(1));
        var outputs = form.getOutputFragments();
        if (number >= outputs.size()) {
            return mark.group();
        }
        var context = new EvaluationContext(form.getEvaluationContext(), place);
        context.setOriginalContext(place);
        context.setVariables(new HashMap<String, Object>());
        return outputs.get(number).evalReadable(form.getMainInstance(), context);
    }
}
