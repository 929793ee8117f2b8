package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.outbox.Pace;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a member is shown to them, and is nowhere any more once they asked for it. */
class ForgottenTest {
    private static final String NAME = "Nguyễn Thị Lụa Vàng";

    @TempDir
    private Path data;

    private Bot bot;
    private Member lua;

    @BeforeEach
    void opens() {
        bot = new Bot(data, false, Pace.unlimited(), Map.of());
        lua = bot.member(NAME, Role.CADRE, "xa-tien-duc", Language.VI);
        lua.says("08-ĐA/TU là gì?");
        lua.says("lụa vàng dệt ở đâu?");
        lua.says("/report");
        lua.taps("Báo cáo đột xuất");
        lua.says("Ngập đường ở xóm Lụa");
        lua.says("/huy");
        lua.says("/report");
        lua.says("/help");
        lua.sendsPhoto("ảnh của lụa".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void closes() {
        bot.close();
    }

    @Test
    void whatIsKeptIsGivenAsAFileWithHowLong() {
        lua.says("/mydata");
        lua.sees("Thời hạn lưu");
        String file = bot.telegram().chat(lua.chat()).stream()
                .flatMap(shown -> shown.file().stream())
                .filter(sent -> sent.name().equals("du-lieu-cua-toi.txt"))
                .map(sent -> sent.content().utf8())
                .findFirst()
                .orElseThrow();
        assertThat(file)
                .contains(NAME, "telegram " + lua.chat(), "lụa vàng dệt ở đâu?", "08-ĐA/TU là gì?")
                .contains("90 ngày", "1 năm", "10 năm");
    }

    @Test
    void afterwardsNeitherNameNorChatStandsAnywhere() throws Exception {
        String chat = Long.toString(lua.chat());
        Member minh = bot.member("Trần Minh", Role.LEAD, "xa-tien-duc", Language.VI);
        minh.says("/help");
        lua.says("/forgetme");
        lua.sees("Giữ lại, không còn tên");
        lua.sees("Không hoàn tác".toLowerCase(Locale.ROOT));
        assertThat(rows("member").contains(NAME))
                .as("asking is not yet consenting")
                .isTrue();
        Runnable button = lua.keepsButton("Xóa dữ liệu của tôi");
        lua.taps("Xóa dữ liệu của tôi");
        lua.sees("Đây là tin cuối cùng");
        Await.until(
                () -> "all to be gone: " + remains(chat), () -> remains(chat).isEmpty());
        assertThat(rows("member")).contains("—");
        assertThat(rows("forgetting")).isEmpty();
        minh.says("/help");
        minh.sees("/trogiup");
        // Old buttons and words of somebody who is a stranger now.
        button.run();
        lua.says("/mydata");
        lua.doesNotSee("Thời hạn lưu");
        bot.restarts();
        bot.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().contains(".db"))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain(NAME);
            }
        }
    }

    /** Nobody could be invited any more. */
    @Test
    void theOnlyAdministratorHandsOverFirst() throws Exception {
        Member hoa = bot.member("Lê Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", Language.VI);
        hoa.says("/forgetme");
        hoa.sees("Xóa dữ liệu của đồng chí?");
        Runnable button = hoa.keepsButton("Xóa dữ liệu của tôi");
        try (Rows rows = new Rows(data)) {
            assertThat(rows.any("UPDATE member SET role = 'LEAD' WHERE role = 'ADMINISTRATOR' AND name <> 'Lê Hoa'"))
                    .isPositive();
        }
        hoa.says("/forgetme");
        hoa.sees("quản trị viên duy nhất");
        button.run();
        hoa.sees("quản trị viên duy nhất");
        assertThat(rows("member")).contains("Lê Hoa");
    }

    private String remains(String chat) {
        try (Rows rows = new Rows(data)) {
            StringBuilder found = new StringBuilder();
            rows.everything().forEach((table, words) -> {
                // A migration's number may be the chat's.
                if (!table.startsWith("flyway")
                        && (words.contains(NAME) || words.contains("|" + chat + "|") || words.contains("lụa vàng"))) {
                    found.append(table).append(' ');
                }
            });
            return found.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rows(String table) {
        try (Rows rows = new Rows(data)) {
            return rows.everything().get(table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
