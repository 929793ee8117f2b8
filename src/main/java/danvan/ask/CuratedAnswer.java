package danvan.ask;

import java.time.LocalDate;

/**
 * A reply of the office that answers whoever asks a similar question again.
 *
 * @param member who asked first
 * @param number of that question
 * @param question as it was asked
 * @param author the member of the office who wrote it
 * @param office the unit it came from
 * @param expiresOn the last day it is shown
 * @param approved whether it is shown at all
 */
record CuratedAnswer(
        long member,
        long number,
        String language,
        String question,
        String text,
        long author,
        String office,
        LocalDate writtenOn,
        LocalDate expiresOn,
        boolean approved) {

    /** Where it stands, if it was not ended. */
    QuestionDeed.State state() {
        return approved ? QuestionDeed.State.APPROVED : QuestionDeed.State.KEPT;
    }

    String key() {
        return member + ":" + number;
    }
}
