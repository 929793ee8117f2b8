package danvan.chat;

import java.util.List;

/** A person's tax number names the person; a firm's stands on every invoice. */
final class TaxNumbers {
    private static final int LENGTH = 10;
    private static final List<String> WORDS = List.of(
            "mst", "ma so thue", "tax code", "tax id", "tax no", "tax number", "vergi no", "vergi num", "vergi kimlik");
    private static final List<String> PERSONS = List.of(
            "ca nhan",
            "cua toi",
            "cua em",
            "cua minh",
            "cua chau",
            "cua ong",
            "cua ba",
            "cua anh",
            "cua chi",
            "cua chong",
            "cua vo",
            "cua me",
            "cua bo",
            "personal",
            "my",
            "his",
            "her",
            "numaram",
            "sahis",
            "sahsi",
            "benim",
            "bireysel");
    private static final List<String> FIRMS = List.of(
            "cong ty",
            "hop tac xa",
            "htx",
            "doanh nghiep",
            "co so",
            "truong",
            "don vi",
            "ubnd",
            "company",
            "firm",
            "cooperative",
            "enterprise",
            "school",
            "kooperatif",
            "sirket",
            "firma",
            "dernek");

    private TaxNumbers() {}

    /** Whether the words around a number say that it is a tax number, and whose. */
    static boolean isPersons(String before, String after, int length) {
        return length == LENGTH
                && WordsAtNumbers.contains(before, WORDS)
                && (WordsAtNumbers.contains(before, PERSONS) || WordsAtNumbers.contains(after, PERSONS))
                && !WordsAtNumbers.contains(before, FIRMS)
                && !WordsAtNumbers.contains(after, FIRMS);
    }
}
