package danvan.library.answer;

import danvan.library.query.KnownGaps;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Reference;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What may answer a question, with how the question was read.
 *
 * @param language the question's
 * @param bearers ids of the documents that bear a number the question names
 * @param among the passages it limits itself to by naming a document
 * @param candidates best first
 */
record Candidates(
        String language,
        ParsedQuery reading,
        List<Reference> references,
        Set<String> bearers,
        BitSet among,
        KnownGaps.Nearest gap,
        List<Candidate> candidates) {
    /** A number was named that no document here bears or names. */
    boolean unknownReference() {
        return !references.isEmpty() && among.isEmpty();
    }

    Candidates in(ParsedQuery otherReading, List<Candidate> otherCandidates) {
        return new Candidates(language, otherReading, references, bearers, among, gap, otherCandidates);
    }
}
