package danvan.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form checked and ready to be written as an XForm.
 *
 * @param title language to title; the empty language is the bare {@code form_title}
 * @param languages every language a text is written in, the default one first
 * @param lists choice lists by name, in the order of the sheet
 */
record Survey(
        String file,
        String id,
        String version,
        Map<String, Row.Cell> title,
        List<String> languages,
        Node.Group root,
        Map<String, List<Row>> lists,
        Names names) {
    Survey {
        title = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(title));
        languages = List.copyOf(languages);
        lists = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    String defaultLanguage() {
        return languages.get(0);
    }
}
