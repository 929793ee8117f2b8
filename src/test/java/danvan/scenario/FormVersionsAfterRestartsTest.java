package danvan.scenario;

/** A form and its versions again, with the bot restarted before each turn. */
class FormVersionsAfterRestartsTest extends FormVersionsTest {
    @Override
    boolean restartsBeforeEveryTurn() {
        return true;
    }
}
