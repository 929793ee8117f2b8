package danvan.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A glossary put to use: how texts and questions are read by it. Never changed; another glossary makes another one. */
final class Vocabulary {
    private final List<KnowledgeBase.KnownGap> known;
    private final Glossary glossary;
    private final Phrases phrases;
    private final Gaps gaps;
    private final Translator translator;
    /** The groups of synonyms, as they are written out in texts. */
    private final List<List<List<Word>>> synonyms;

    Vocabulary(Glossary glossary, List<KnowledgeBase.KnownGap> known) {
        this.known = known;
        this.glossary = glossary;
        this.phrases = new Phrases(glossary);
        this.gaps = new Gaps(known, phrases);
        this.translator = new Translator(glossary);
        this.synonyms = glossary.synonyms().stream()
                .map(group -> group.stream().map(word -> words("vi", word)).toList())
                .toList();
    }

    Glossary glossary() {
        return glossary;
    }

    Vocabulary with(Glossary another) {
        return new Vocabulary(another, known);
    }

    Gaps gaps() {
        return gaps;
    }

    Translator translator() {
        return translator;
    }

    /** @param isSyllable see {@link Phrases#writtenOut} */
    List<Word> writtenOut(String language, String text, List<Word> words, Predicate<String> isSyllable) {
        return language.equals("vi") ? phrases.writtenOut(text, words, isSyllable) : words;
    }

    List<Word> words(String language, String text) {
        return writtenOut(language, text, Word.of(text), letters -> true);
    }

    /** A Vietnamese question, written out, with one of its expressions in other words that mean the same. */
    List<List<Word>> inOtherWords(List<Word> question) {
        List<List<Word>> ways = new ArrayList<>();
        for (List<List<Word>> group : synonyms) {
            for (List<Word> said : group) {
                int at = said.isEmpty() ? -1 : Collections.indexOfSubList(Views.folded(question), Views.folded(said));
                if (at >= 0) {
                    group.stream().filter(other -> saysMore(other, said)).forEach(other -> {
                        List<Word> way = new ArrayList<>(question.subList(0, at));
                        way.addAll(other);
                        way.addAll(question.subList(at + said.size(), question.size()));
                        ways.add(way);
                    });
                }
            }
        }
        return ways;
    }

    /** The same words in another order, or twice, would only count twice. */
    private static boolean saysMore(List<Word> other, List<Word> said) {
        return !Views.folded(said).containsAll(Views.folded(other));
    }

    /** A passage as it goes into the index. */
    IndexedText indexed(Shelf.Item item) {
        Passage passage = item.passage();
        String language = passage.language();
        return new IndexedText(
                language,
                words(language, passage.heading() + ". " + item.document().shortName()),
                words(language, passage.text() + '\n' + item.also()));
    }

    /** The texts on a shelf that it reads otherwise than they stand, by their places. */
    Map<Integer, IndexedText> otherwise(Shelf shelf, List<IndexedText> texts) {
        Map<Integer, IndexedText> otherwise = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!shelf.isGone(i)) {
                IndexedText text = indexed(shelf.items().get(i));
                if (!text.equals(texts.get(i))) {
                    otherwise.put(i, text);
                }
            }
        }
        return otherwise;
    }

    /** A reader that knows the words of what is on a shelf now. */
    QuestionReader taught(Shelf shelf) {
        return QuestionReader.over(shelf.held().map(this::indexed).toList(), Decoder.Costs::of);
    }
}
