package danvan.library;

import java.util.List;

/**
 * A word of a question as it is searched for: the forms it may have been meant in, each with the weight it is believed
 * at, the likeliest first.
 *
 * @param importance 1, or less for a word that only carries the question
 */
record Term(Word typed, List<Form> forms, double importance) {
    Term {
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a term without a form: " + typed);
        }
    }

    record Form(String exact, String folded, double weight) {}

    static Term asTyped(Word word, double importance) {
        return new Term(word, List.of(new Form(word.exact(), word.folded(), 1)), importance);
    }
}
