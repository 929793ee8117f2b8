package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Instant;
import java.util.Optional;

/**
 * What a feature knows when it answers.
 *
 * @param person who speaks
 * @param address where from
 * @param incoming what was said or tapped
 * @param now the time of the turn, on the bot's clock
 * @param dialog the open dialog, whichever feature it belongs to
 * @param revision counts the changes of the person's dialogs, over all of them; see {@link #nextRevision}
 * @param texts the texts in the person's language
 */
public record Turn(
        Person person,
        Address address,
        Incoming incoming,
        Instant now,
        Optional<Dialog> dialog,
        long revision,
        Texts.Phrases texts) {

    /** The language the person is spoken to in. */
    public Language language() {
        return texts.language();
    }

    /**
     * The revision the dialog will have once this turn's {@link Reply#andOpen} is committed. Buttons carry it: a button
     * whose revision is not the open dialog's is an old one.
     */
    public long nextRevision() {
        return revision + 1;
    }

    /** The open dialog, if it is this feature's. */
    public Optional<Dialog> dialogOf(String feature) {
        return dialog.filter(open -> open.feature().equals(feature));
    }

    /** The same turn, spoken in another language. */
    public Turn in(Texts.Phrases otherTexts) {
        return new Turn(person, address, incoming, now, dialog, revision, otherTexts);
    }

    /** A text in the person's language. */
    public String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    /** A text for a button or a toast. */
    public String plain(String key, Object... namesAndValues) {
        return texts.plain(key, namesAndValues);
    }
}
