package danvan.library.imports.structure;

import java.util.List;

/**
 * A passage of an imported document.
 *
 * @param id unique within the document, made of its path, so that it stays in a new version
 * @param path where it stands, outermost first: "Quy chế", "Chương II", "Điều 5", "khoản 2"
 * @param page where it begins; 0 where the format has none
 * @param opening the document's own words that stand in the heading or the path and not in the text
 */
public record Section(String id, String heading, List<String> path, int page, String text, String opening) {
    public Section {
        path = List.copyOf(path);
    }
}
