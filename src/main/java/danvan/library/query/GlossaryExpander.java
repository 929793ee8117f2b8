package danvan.library.query;

import danvan.library.EverydayExpression;
import danvan.library.Glossary;
import danvan.library.KnownGap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A glossary put to use: how texts and questions are read by it. Never changed; another glossary makes another one. */
public final class GlossaryExpander {
    private final List<KnownGap> known;
    private final List<EverydayExpression> everyday;
    private final Glossary glossary;
    private final AbbreviationExpander phrases;
    private final KnownGaps gaps;
    private final Translator translator;
    private final Thesaurus thesaurus;
    /** The groups of synonyms, as they are written out in texts. */
    private final List<List<List<Word>>> synonyms;

    public GlossaryExpander(Glossary glossary, List<KnownGap> known) {
        this(glossary, known, List.of());
    }

    public GlossaryExpander(Glossary glossary, List<KnownGap> known, List<EverydayExpression> everyday) {
        this.known = known;
        this.everyday = everyday;
        this.glossary = glossary;
        this.phrases = new AbbreviationExpander(glossary);
        this.gaps = new KnownGaps(known, phrases);
        this.translator = new Translator(glossary);
        this.thesaurus = new Thesaurus(everyday, this::words);
        this.synonyms = glossary.synonyms().stream()
                .map(group -> group.stream().map(word -> words("vi", word)).toList())
                .toList();
    }

    public Glossary glossary() {
        return glossary;
    }

    public GlossaryExpander with(Glossary another) {
        return new GlossaryExpander(another, known, everyday);
    }

    /** Folded phrases: a text that the other one reads otherwise holds all words of one of them. */
    public List<List<String>> differences(GlossaryExpander other) {
        List<Glossary.Abbreviation> own = glossary.abbreviations();
        List<Glossary.Abbreviation> others = other.glossary.abbreviations();
        if (own.equals(others)) {
            return List.of();
        }
        Set<Glossary.Abbreviation> changed = new LinkedHashSet<>(own);
        changed.addAll(others);
        Set<Glossary.Abbreviation> same = new HashSet<>(own);
        same.retainAll(Set.copyOf(others));
        if (same.size() < changed.size()) {
            changed.removeAll(same);
        }
        Set<List<String>> phrases = new LinkedHashSet<>();
        for (Glossary.Abbreviation abbreviation : changed) {
            abbreviation.shortForms().forEach(form -> phrases.add(WordForms.folded(Word.of(form))));
            abbreviation.readings().forEach(form -> phrases.add(WordForms.folded(Word.of(form.full()))));
        }
        phrases.remove(List.of());
        return List.copyOf(phrases);
    }

    public KnownGaps gaps() {
        return gaps;
    }

    public Thesaurus thesaurus() {
        return thesaurus;
    }

    public Translator translator() {
        return translator;
    }

    /**
     * The words with abbreviations expanded, where the language has any.
     *
     * @param isSyllable see {@link AbbreviationExpander#expanded}
     */
    public List<Word> expanded(String language, String text, List<Word> words, Predicate<String> isSyllable) {
        return language.equals("vi") ? phrases.expanded(text, words, isSyllable) : words;
    }

    public List<Word> words(String language, String text) {
        return expanded(language, text, Word.of(text), letters -> true);
    }

    /** A Vietnamese question, written out, with one of its expressions in other words that mean the same. */
    public List<List<Word>> synonymVariants(List<Word> question) {
        List<List<Word>> ways = new ArrayList<>();
        for (List<List<Word>> group : synonyms) {
            for (List<Word> said : group) {
                int at = said.isEmpty()
                        ? -1
                        : Collections.indexOfSubList(WordForms.folded(question), WordForms.folded(said));
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
        return !WordForms.folded(said).containsAll(WordForms.folded(other));
    }
}
