package danvan.library.query;

import java.util.List;

/**
 * A word of a question as it is searched for: the forms it may have been meant in, each with the weight it is believed
 * at, the likeliest first.
 *
 * @param importance 1, or less for a word that only carries the question
 * @param exchanged whether it stands for what was typed by the thesaurus
 */
public record QueryTerm(Word typed, List<Form> forms, double importance, boolean exchanged) {
    /** What a word corrected with other letters counts as evidence: the slip is only supposed. */
    private static final double MENDED = 0.5;
    /** The same where it was typed with marks, by somebody who therefore takes care. */
    private static final double MENDED_WITH_MARKS = 0.25;

    /** What a word that was not typed counts, in the search and as evidence. */
    static final double EXCHANGED = 0.85;

    public QueryTerm {
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a term without a form: " + typed);
        }
    }

    public QueryTerm(Word typed, List<Form> forms, double importance) {
        this(typed, forms, importance, false);
    }

    public record Form(String exact, String folded, double weight) {}

    /** How far a text that holds this form may be taken to hold what was typed. */
    public double trust(Form form) {
        if (form.folded().equals(typed.folded())) {
            return exchanged ? EXCHANGED : 1;
        }
        return typed.hasMarks() ? MENDED_WITH_MARKS : MENDED;
    }
}
