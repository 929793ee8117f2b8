package danvan.library.query;

import java.util.ArrayList;
import java.util.List;

/** A text cut into words: its language, its title and its body. */
public record AnalyzedText(String language, List<Word> title, List<Word> body) {
    public AnalyzedText {
        title = List.copyOf(title);
        body = List.copyOf(body);
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
