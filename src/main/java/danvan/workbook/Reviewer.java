package danvan.workbook;

import danvan.chat.Person;
import danvan.conversation.Turn;
import danvan.text.Texts;
import java.time.Instant;

/**
 * Who has a file checked and decides on it.
 *
 * @param texts in the language of whoever is told
 * @param now on the bot's clock
 */
public record Reviewer(Person person, Texts.Phrases texts, Instant now) {
    public static Reviewer of(Turn turn) {
        return new Reviewer(turn.person(), turn.texts(), turn.now());
    }
}
