package danvan.library.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A document named by its number, as far as it was named.
 *
 * @param kinds the kinds of document it may be, by their codes ("nq", "qd", "qdi"); several where the typed form does
 *     not tell ("qd 11")
 * @param year 0 when none was given
 * @param organ the issuing body's code ("tu", "tw", "cp"), several with hyphens between; empty when none was given
 * @param firstWord where it stands among the words of its text, end excluded
 */
public record Reference(Set<String> kinds, int number, int year, String organ, int firstWord, int endWord) {
    public Reference {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty() || endWord <= firstWord) {
            throw new IllegalArgumentException("a reference needs a kind and a place: " + kinds + " " + firstWord);
        }
    }

    /** Whether both may mean one document: nothing that both tell differs. */
    public boolean fits(Reference other) {
        return number == other.number
                && kinds.stream().anyMatch(other.kinds::contains)
                && (year == 0 || other.year == 0 || year == other.year)
                && (organ.isEmpty() || other.organ.isEmpty() || sharesOrgan(other));
    }

    /** Of those who issued it together one may be named alone. */
    private boolean sharesOrgan(Reference other) {
        List<String> others = List.of(other.organ.split("-", -1));
        return Stream.of(organ.split("-", -1)).anyMatch(others::contains);
    }

    /** Decisions and regulations share the abbreviation QĐ and are taken for one another. */
    public Reference withKindsTakenForOneAnother() {
        boolean either = kinds.contains("qd") || kinds.contains("qdi");
        return either ? new Reference(Set.of("qd", "qdi"), number, year, organ, firstWord, endWord) : this;
    }

    public Reference withYear(int otherYear) {
        return year == 0 ? new Reference(kinds, number, otherYear, organ, firstWord, endWord) : this;
    }
}
