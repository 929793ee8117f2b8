package danvan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form checked and ready to be written as an XForm.
 *
 * @param title language to title; the empty language is the bare {@code form_title}
 * @param languages every language a text is written in, the default one first
 * @param lists choice lists by name, in the order of the sheet
 * @param externals lists in files beside the form: the name they are looked up by, to the file's name
 */
public record Survey(
        String file,
        String id,
        Row settings,
        Map<String, Row.Cell> title,
        List<String> languages,
        SurveyNode.Group root,
        Map<String, List<Row>> lists,
        Map<String, String> externals,
        NodeNames names) {
    public Survey {
        title = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(title));
        languages = List.copyOf(languages);
        externals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(externals));
        lists = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** The author's version; may be empty. */
    String version() {
        return settings.get("version");
    }

    String defaultLanguage() {
        return languages.get(0);
    }
}
