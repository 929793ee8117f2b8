package danvan.scenario;

/** The stories of reports again, with the bot restarted before each turn. */
class ReportAfterRestartsTest extends ReportScenarioTest {
    @Override
    boolean restartsBeforeEveryTurn() {
        return true;
    }
}
