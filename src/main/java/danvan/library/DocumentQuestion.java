package danvan.library;

import danvan.library.query.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is asked of a document as a whole, which its links to others answer and no passage need say. */
public enum DocumentQuestion {
    /** Which documents took this one's place. */
    REPLACED_BY(
            "(?:bi|duoc) thay the|van ban nao (?:da )?thay the|(?:bi|duoc) bai bo|replaced by|yerine (?:hangi|ne) gecti"),
    /** Which documents it took the place of. */
    REPLACES(
            "thay the|thay cho|bai bo|what (?:does|did) (?:\\S{1,30} ){0,12}?replace|replaces|hangi (?:\\S{1,30} ){0,12}?yerine"),
    AMENDED_BY("sua doi|bo sung|sua chua|amended|degistir"),
    IN_FORCE("hieu luc|con dung|het han|in force|still valid|yururlu");

    /** What such questions are made of, beside the document's name. */
    private static final Set<String> WORDS =
            Set.of(("con hieu luc khong het chua thay the cho van ban nao nhung sua doi bo "
                            + "sung boi bang gi bi duoc bai da hien nay nua ngay tu thi hanh co ko dung han vay qua lan may roi is "
                            + "in force still valid replaced replace replaces by amended does did what which document yururlukte mi mu "
                            + "yerine gecti degistirildi hangi belge")
                    .split(" ", -1));

    private final Pattern asked;

    DocumentQuestion(String asked) {
        this.asked = Pattern.compile("(?<![a-z])(?:" + asked + ")");
    }

    /** The first of them that a text asks. */
    public static Optional<DocumentQuestion> in(String text) {
        String folded = Word.of(text).stream().map(Word::folded).collect(Collectors.joining(" "));
        for (DocumentQuestion question : List.of(values())) {
            if (question.asked.matcher(folded).find()) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    /** Whether a folded word says no more than that. */
    public static boolean isOfIt(String folded) {
        return WORDS.contains(folded);
    }
}
