package danvan.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text as it goes into the index: its language, and its terms in each view that language is searched in. */
record IndexedText(String language, List<Word> title, List<Word> body) {
    IndexedText {
        title = kept(title);
        body = kept(body);
    }

    static IndexedText of(String language, String title, String body) {
        return new IndexedText(language, Word.of(title), Word.of(body));
    }

    private static List<Word> kept(List<Word> words) {
        return words.stream().map(Word::shared).toList();
    }

    List<Word> all() {
        List<Word> all = new ArrayList<>(title);
        all.addAll(body);
        return all;
    }

    Map<String, List<String>> views(Recipe recipe) {
        List<Word> all = all();
        Map<String, List<String>> views = new LinkedHashMap<>();
        views.put(Views.WORDS, Views.folded(all));
        if (recipe.exact() > 0) {
            views.put(Views.EXACT, Views.exact(all));
        }
        if (recipe.pairs() > 0) {
            views.put(Views.PAIRS, Views.pairs(all));
        }
        if (recipe.title() > 0) {
            views.put(Views.TITLE, Views.folded(title));
        }
        if (recipe.beginnings() > 0) {
            views.put(Views.BEGINNINGS, Views.beginnings(all));
        }
        if (recipe.grams() > 0) {
            views.put(Views.GRAMS, Views.grams(Views.folded(all)));
        }
        return views;
    }
}
