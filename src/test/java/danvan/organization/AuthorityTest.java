package danvan.organization;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.StatesPage;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over whom a member has a say, pair by pair, as docs/states.md tells it. */
class AuthorityTest {
    @TempDir
    private Path folder;

    @Test
    void everyPairIsAsThePageSays() {
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            Units units = new Units(database);
            units.put(List.of(
                    unit("tinh", Unit.Level.PROVINCE, null),
                    unit("xa-a", Unit.Level.COMMUNE, "tinh"),
                    unit("thon-a", Unit.Level.VILLAGE, "xa-a"),
                    unit("xa-b", Unit.Level.COMMUNE, "tinh")));
            Authority authority = new Authority(units, ZoneId.of("Asia/Ho_Chi_Minh"));
            for (Role by : Role.values()) {
                Person asker = person(1, by, "xa-a");
                Map<String, String> row = new LinkedHashMap<>();
                for (Role role : Role.values()) {
                    boolean own = authority.over(asker, person(2, role, "xa-a"));
                    boolean below = authority.over(asker, person(2, role, "thon-a"));
                    boolean above = authority.over(asker, person(2, role, "tinh"));
                    boolean beside = authority.over(asker, person(2, role, "xa-b"));
                    assertThat(below).isEqualTo(own);
                    assertThat(beside).isEqualTo(above);
                    assertThat(authority.reaches(asker, role, "xa-b")).isEqualTo(beside);
                    assertThat(authority.over(asker, person(1, role, "xa-a")))
                            .as("oneself")
                            .isFalse();
                    if (own) {
                        row.put(role.name(), beside ? "everywhere" : "own unit");
                    }
                }
                code.put(by.name(), row);
            }
        }
        assertThat(StatesPage.table("Members")).isEqualTo(code);
    }

    private static Person person(long id, Role role, String unit) {
        return new Person(id, "N", role, unit, Optional.empty());
    }

    private static Unit unit(String code, Unit.Level level, @Nullable String parent) {
        return new Unit(
                code,
                "Unit " + code,
                level,
                Optional.ofNullable(parent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
