package danvan.library.answer;

import danvan.library.DocumentQuestion;
import danvan.library.index.PassageFilter;
import danvan.library.query.KnownGaps;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may answer a question, with how the question was read.
 *
 * @param language the question's
 * @param wording whose words the reading has
 * @param bearers ids of the documents that bear a number the question names
 * @param among the passages it limits itself to by naming a document
 * @param nowhere whether no passage is among those
 * @param asksOfTheDocument what is asked of the document that is named, and nothing else
 * @param candidates best first
 */
record Candidates(
        String language,
        Wording wording,
        ParsedQuery reading,
        List<Reference> references,
        Set<String> bearers,
        PassageFilter among,
        boolean nowhere,
        Optional<DocumentQuestion> asksOfTheDocument,
        KnownGaps.Nearest gap,
        List<Candidate> candidates) {
    /** A number was named that no document here bears or names. */
    boolean unknownReference() {
        return !references.isEmpty() && nowhere;
    }

    /** How near a reading is to what was typed. */
    enum Wording {
        AS_TYPED,
        /** In words that mean the same: what is found must be surer. */
        OTHER,
        /** Carried over into another language, some telling words excepted: it must be surer still. */
        PARTLY
    }

    Candidates in(Wording otherWording, ParsedQuery otherReading, List<Candidate> otherCandidates) {
        return new Candidates(
                language,
                otherWording,
                otherReading,
                references,
                bearers,
                among,
                nowhere,
                asksOfTheDocument,
                gap,
                otherCandidates);
    }
}
