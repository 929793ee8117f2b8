package danvan.chat;

import java.util.regex.Pattern;

/** Marks that stand in a field of their own ("Độ mật: Tối mật"), alone at the head of a text, or in capitals without marks. */
final class SecrecyLabels {
    /** The field of a form, and a grade in it; in small letters without marks. */
    private static final Pattern FIELD = Pattern.compile(
            "(?<![a-z])(?:do mat|muc mat|gizlilik derecesi|gizlilik seviyesi|"
                    + "classification|security level|secrecy level|secrecy grade|security marking) ?[:=-] ?\"?"
                    + "(?:toi mat|tuyet mat|mat|cok gizli|gizli|hizmete ozel|top secret|secret|confidential|restricted)(?![a-z])");
    /** "Tối mật - …", "Confidential: …": the grade is all that stands before the first sign; "Mật: 200 lít" is honey. */
    private static final Pattern HEAD =
            Pattern.compile("^[ \\[(*\"]*(?:tối mật|tuyệt mật|mật|çok gizli|gizli|hizmete özel|"
                    + "top secret|strictly confidential|confidential)[ \\])*\"]*(?:$|[:\\-.!] ?(?![0-9 ]))");
    /** Without a mark on the A, MAT is a word only behind a paper or a grade, with nothing that goes on. */
    private static final Pattern BARE_CAPITALS =
            Pattern.compile("(?<![A-Z])(?:TAI LIEU|VAN BAN|CONG VAN|KE HOACH|BAO CAO|HO SO|"
                    + "TO TRINH|DANH SACH|TOI|TUYET|DONG DAU|DAU|DO)[ -]MAT *(?:$|[^\\p{L} ])");
    /** In words: "marked as state secret", "gizli kaşeli". */
    private static final Pattern TOLD = Pattern.compile(" (?:marked|labelled|labeled|stamped|classified|headed|graded) "
            + "(?:as )?(?:a )?(?:state |top |strictly )?(?:secret|confidential|restricted) "
            + "| (?:gizli|hizmete özel) (?:ibareli|ibaresi|damgalı|kaşeli|dereceli) ");

    private SecrecyLabels() {}

    /**
     * Whether a sentence bears one.
     *
     * @param sentence as written
     * @param small in small letters
     * @param folded in small letters without marks
     */
    static boolean in(String sentence, String small, String folded) {
        return FIELD.matcher(folded).find()
                || HEAD.matcher(small).find()
                || BARE_CAPITALS.matcher(sentence).find();
    }

    /** Whether the words of a sentence, with a blank between and around, tell of one. */
    static boolean told(String words) {
        return TOLD.matcher(words).find();
    }
}
