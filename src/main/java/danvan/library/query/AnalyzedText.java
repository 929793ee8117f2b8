package danvan.library.query;

import java.util.ArrayList;
import java.util.List;

/** A text as it goes into the index: its language, and its terms in each view that language is searched in. */
public record AnalyzedText(String language, List<Word> title, List<Word> body) {
    public AnalyzedText {
        title = kept(title);
        body = kept(body);
    }

    public static AnalyzedText of(String language, String title, String body) {
        return new AnalyzedText(language, Word.of(title), Word.of(body));
    }

    private static List<Word> kept(List<Word> words) {
        return words.stream().map(Word::shared).toList();
    }

    public List<Word> all() {
        List<Word> all = new ArrayList<>(title);
        all.addAll(body);
        return all;
    }
}
