package danvan.library.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into words.
 *
 * @param document what its document is called: title, number, kind, issuer, year
 * @param chapter the title of the chapter it stands in
 */
public record AnalyzedText(
        String language, List<Word> title, List<Word> body, List<Word> document, List<Word> chapter) {
    public AnalyzedText {
        title = List.copyOf(title);
        body = List.copyOf(body);
        document = List.copyOf(document);
        chapter = List.copyOf(chapter);
    }

    public AnalyzedText(String language, List<Word> title, List<Word> body) {
        this(language, title, body, List.of(), List.of());
    }

    public static AnalyzedText of(String language, String title, String body) {
        return new AnalyzedText(language, Word.of(title), Word.of(body));
    }

    public List<Word> all() {
        List<Word> all = new ArrayList<>(title.size() + body.size());
        all.addAll(title);
        all.addAll(body);
        return all;
    }
}
