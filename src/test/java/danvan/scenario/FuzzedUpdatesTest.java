package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An update that the library could not read came again for ever, and nobody was answered any more. Now 20,000 made-up
 * ones of every kind, whole and damaged in every way, go through the bot over HTTP while a member talks with it.
 */
class FuzzedUpdatesTest {
    private static final int UPDATES = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final int BETWEEN_WORDS = 200;

    private final Random random = new Random(30_11_2026);
    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final BotApiTypes types =
            new BotApiTypes(random, LongStream.rangeClosed(900_001, 900_040).toArray());
    private final Damage damage = new Damage(random);
    private final Set<String> numbered = new HashSet<>();
    private int unnumbered;
    private boolean unreadable;

    @TempDir
    Path data;

    @Test
    void eachUpdateIsAccountedForWhileAMemberIsAnswered() throws SQLException {
        long spoken = 0;
        try (Bot bot = new Bot(data, false, Pace.unlimited(), Map.of())) {
            noteWhatIsThinnedOut();
            Member lan = bot.member("Lan", Role.CADRE, "xa-tien-duc", Language.VI);
            List<String> kinds = types.kindsOfUpdate();
            for (int made = 0; made < UPDATES; made++) {
                String kind = kinds.get(made % kinds.size());
                int number = made;
                bot.telegram().writes(id -> made(id, kind, number));
                if (made % BETWEEN_WORDS == 0) {
                    bot.telegram().says(lan.chat(), "Lan", "/trogiup");
                    spoken++;
                }
                if (made % AT_ONCE == AT_ONCE - 1) {
                    bot.settles();
                    assertThat(lan.countOf("/trogiup · trợ giúp này")).isEqualTo(spoken);
                }
            }
            assertThat(bot.hasDied()).isFalse();
            assertThat(types.kindsOfUpdate()).hasSizeGreaterThan(20);
            assertThat(types.used()).hasSizeGreaterThan(150);
        }
        accountsForAll();
    }

    private byte[] made(int id, String kind, int made) {
        ObjectNode update = types.update(id, kind);
        // Six in ten have damaged fields, some of these no number, and two in ten damaged bytes.
        int way = random.nextInt(10);
        if (way < 6) {
            damage.toFields(update);
        }
        if (way == 0 && !update.isEmpty()) {
            damage.toFields(update);
            update.remove("update_id");
        }
        boolean whole = update.path("update_id").isIntegralNumber()
                && update.get("update_id").asText().equals(Integer.toString(id));
        if (!whole && unreadable) {
            // Where one ends that cannot be read, nobody can tell what has no number.
            update.remove("update_id");
            update = mapper.createObjectNode().put("update_id", id).setAll(update);
            whole = true;
        }
        if (whole) {
            numbered.add(Integer.toString(id));
        } else {
            unnumbered++;
            update.put("made", made);
        }
        byte[] written = way > 7 && whole
                ? damage.toBytes(Damage.written(update))
                : Damage.written(update).getBytes(StandardCharsets.UTF_8);
        unreadable = !isJson(written);
        return written;
    }

    private boolean isJson(byte[] written) {
        try {
            return mapper.readTree(new String(written, StandardCharsets.UTF_8)).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Of what a stranger sends only the latest marks stay; here the older ones are kept beside, to be accounted for. */
    private void noteWhatIsThinnedOut() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.sqlite(data).url());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute("CREATE TABLE thinned_out (update_id TEXT, outcome TEXT)");
            statement.execute("CREATE TRIGGER thinning_out AFTER DELETE ON inbox BEGIN"
                    + " INSERT INTO thinned_out VALUES (OLD.update_id, OLD.outcome); END");
        }
    }

    private void accountsForAll() {
        try (Database database = Database.open(TestDatabase.sqlite(data))) {
            Map<String, String> kept = database
                    .read(tx -> tx.list(
                            "SELECT update_id, COALESCE(outcome, '') AS outcome FROM inbox WHERE channel = 'telegram'"
                                    + " UNION SELECT update_id, COALESCE(outcome, '') FROM thinned_out",
                            row -> Map.entry(row.text("update_id"), row.text("outcome"))))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Set<String> missing = new HashSet<>(numbered);
            missing.removeAll(kept.keySet());
            assertThat(missing).isEmpty();
            // Telegram numbers each. What has no number is kept under a name of its own, no two alike here.
            assertThat(kept.keySet().stream()
                            .filter(name -> name.startsWith("unnumbered"))
                            .count())
                    .isEqualTo(unnumbered);
            assertThat(kept.values()).doesNotContain("").noneMatch(outcome -> outcome.startsWith("failed"));
            assertThat(kept.values()).contains("stranger").anyMatch(outcome -> outcome.contains("unreadable"));
        }
    }
}
