package danvan.scenario;

/** Every story again, with the bot restarted before each turn: nothing may live in memory only. */
class EveryTurnAfterARestartTest extends ScenarioTest {
    @Override
    boolean restartsBeforeEveryTurn() {
        return true;
    }
}
