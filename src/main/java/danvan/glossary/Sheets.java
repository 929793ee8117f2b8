package danvan.glossary;

import danvan.text.Texts;
import danvan.workbook.TextSheet;
import java.util.EnumMap;
import java.util.Map;

/** A sheet for each kind of entry. */
final class Sheets {
    private final Map<Entry.Kind, TextSheet> sheets = new EnumMap<>(Entry.Kind.class);

    Sheets(Texts texts) {
        for (Entry.Kind kind : Entry.Kind.values()) {
            sheets.put(kind, new TextSheet(texts, "glossary", kind.list(), kind.columns(), 0));
        }
    }

    TextSheet of(Entry.Kind kind) {
        TextSheet sheet = sheets.get(kind);
        if (sheet == null) {
            throw new IllegalStateException("no sheet for " + kind);
        }
        return sheet;
    }
}
