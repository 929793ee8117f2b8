package danvan.form.xlsform;

import danvan.form.Media;
import danvan.form.xform.Xml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The {@code itext} part of an XForm: every text in every language, a missing one in the default language's words. */
public final class XFormTexts {
    /** The text id of the form's own title, which an XForm otherwise has in one language only. */
    public static final String TITLE = "bot:title";

    private final Survey survey;
    private final Expressions expressions;
    private final Document document;
    private final Map<String, Map<String, Element>> byLanguage = new LinkedHashMap<>();

    XFormTexts(Survey survey, Expressions expressions, Document document) {
        this.survey = survey;
        this.expressions = expressions;
        this.document = document;
        survey.languages().forEach(language -> byLanguage.put(language, new LinkedHashMap<>()));
    }

    void add(String id, SurveyNode context, Map<String, Row.Cell> translations) {
        add(id, "", context, translations);
    }

    /** One form of a text: the words themselves, or with the name of another form a picture, a sound, a guidance. */
    void add(String id, String form, SurveyNode context, Map<String, Row.Cell> translations) {
        byLanguage.forEach((language, texts) -> in(translations, language).ifPresent(cell -> {
            var text = texts.computeIfAbsent(id, this::text);
            boolean isThere = Xml.children(text).stream()
                    .anyMatch(value -> value.getAttribute("form").equals(form));
            if (!isThere) {
                text.appendChild(value(form, context, cell));
            }
        }));
    }

    /** The text in this language, else the bare one, else the default language's, else any. */
    Optional<Row.Cell> in(Map<String, Row.Cell> translations, String language) {
        return Optional.ofNullable(translations.get(language))
                .or(() -> Optional.ofNullable(translations.get("")))
                .or(() -> Optional.ofNullable(translations.get(survey.defaultLanguage())))
                .or(() -> translations.values().stream().findFirst());
    }

    private Element text(String id) {
        var text = document.createElementNS(Xml.XFORMS, "text");
        text.setAttribute("id", id);
        return text;
    }

    private Element value(String form, SurveyNode context, Row.Cell cell) {
        var value = document.createElementNS(Xml.XFORMS, "value");
        if (!form.isEmpty()) {
            value.setAttribute("form", form);
        }
        if (Media.KINDS.contains(form)) {
            value.setTextContent(Media.address(form, cell.text()));
            return value;
        }
        for (var part : expressions.text(context, cell)) {
            if (part.isXPath()) {
                var output = document.createElementNS(Xml.XFORMS, "output");
                output.setAttribute("value", part.text());
                value.appendChild(output);
            } else {
                value.appendChild(document.createTextNode(part.text()));
            }
        }
        return value;
    }

    Element itext() {
        var itext = document.createElementNS(Xml.XFORMS, "itext");
        byLanguage.forEach((language, texts) -> {
            var translation = document.createElementNS(Xml.XFORMS, "translation");
            translation.setAttribute("lang", language);
            if (language.equals(survey.defaultLanguage())) {
                translation.setAttribute("default", "true()");
            }
            texts.values().forEach(translation::appendChild);
            itext.appendChild(translation);
        });
        return itext;
    }
}
