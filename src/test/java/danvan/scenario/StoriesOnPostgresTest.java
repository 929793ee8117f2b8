package danvan.scenario;

import danvan.storage.TestDatabase;
import java.util.Map;

/**
 * Every story again on PostgreSQL: what a query answers there may be of another kind. The list of members did not work
 * there at all, nor did {@code /team}, the digest and escalation, which ask for it.
 */
class StoriesOnPostgresTest extends ScenarioTest {
    private final String url = TestDatabase.postgres().url();

    @Override
    Map<String, String> settings() {
        return Map.of("DANVAN_STORAGE_URL", url);
    }
}
