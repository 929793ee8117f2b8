package danvan.scenario;

import java.io.IOException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The office's forms again, with the bot restarted before each turn: what is live must be in the database. */
class FormsAfterRestartsTest extends FormsByChatTest {
    @Override
    boolean restartsBeforeEveryTurn() {
        return true;
    }

    @Test
    @Override
    @Disabled("told without restarts: nothing of it is kept from turn to turn, and a restart costs a second")
    void whatIsNoFormIsToldSoOrLeftToOthersAndHarmsNothing() throws IOException {}
}
