package danvan.library.imports.recognition;

import danvan.library.imports.document.Plain;
import java.util.List;
import java.util.regex.Pattern;

/** The gazette's own headings above a document: "PHẦN VĂN BẢN QUY PHẠM PHÁP LUẬT", and whose documents follow. */
final class Gazette {
    private static final Pattern PART = Pattern.compile(
            "^(?:phan (?:[ivx]{1,4}|thu [a-z]+)?[.:]?\\s?)?van ban (?:quy pham|khac).*|^phan van ban .*");

    private Gazette() {}

    /** Takes them out of the lines in capitals at the head of a page. */
    static void strip(List<String> lines) {
        int part = -1;
        for (int i = 0; i < lines.size(); i++) {
            part = PART.matcher(Plain.of(lines.get(i))).matches() ? i : part;
        }
        if (part < 0) {
            return;
        }
        lines.subList(0, part + 1).clear();
        // "CHÍNH PHỦ", below which documents of the Government follow, each under its own "CHÍNH PHỦ".
        boolean whose = lines.size() > 1
                && Issuer.begins(lines.get(1))
                && !Issuer.isLevel(lines.get(1))
                && (Plain.of(lines.get(0)).contains(Plain.of(lines.get(1))) || !Issuer.begins(lines.get(0)));
        if (whose) {
            lines.remove(0);
        }
    }
}
