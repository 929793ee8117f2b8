package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forty answers that nobody should give, to each question of three shipped forms, of all types: told why, or taken as what they are. */
class OddAnswersTest {
    private static final Forms FORMS = Forms.load(Path.of("knowledge-base/forms"), problem -> {
        throw new AssertionError(problem.toString());
    });
    private static final List<String> ODD = List.of(
            "ă".repeat(4_000),
            "1".repeat(4_000),
            "😀",
            "👍🏽",
            "\u202Eabc\u202C",
            "\u200F12\u200F",
            "１２",
            "٣",
            "१२",
            "12\u200B",
            "\u200B",
            "\u00A0",
            "0",
            "-1",
            "-0",
            "+5",
            "1/2",
            "½",
            "10-15",
            "10–15",
            "hơn 20",
            "khoảng 30",
            "dưới 5",
            "1e9",
            "1E3",
            "0x10",
            "NaN",
            "Infinity",
            "1.000.000.000.000",
            "99999999999",
            "1,5",
            "1.5",
            "32/13/2024",
            "30/2",
            "0/0/0",
            "31/12/9999",
            "hôm kia",
            "25:61",
            "'; DROP TABLE report; --",
            "<b>x</b>",
            "${a}",
            "]]>",
            "&amp;",
            "{count}",
            "\uD83D",
            "\u0000",
            "không",
            "có",
            "1;2;3",
            "1\n2\n3",
            "4 5 6",
            "%s %n",
            "…",
            ".",
            "-",
            "?",
            "Số liệu thế nào?");
    private static final List<String> GOOD = List.of("1", "10", "2/1/2024", "5/2/2024", "2024", "một", "Bỏ", "0,5");

    @TempDir
    private Path folder;

    private Database database;
    private ReportConversation lan;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        lan = new ReportConversation(database, FORMS, new StartOptions(form -> false, form -> false), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "f6", "f9"})
    void areRefusedWithAReasonOrTaken(String id) {
        lan.says("/report").taps(FORMS.find(id).orElseThrow().title("vi"));
        for (int i = 0; i < 60 && !isOver(); i++) {
            String question = head();
            for (String odd : ODD) {
                lan.says(odd);
                assertThat(lan.last()).as("%s to %s", odd, question).isNotBlank();
                assertThat(lan.buttons())
                        .as("%s to %s: the question stands again below a refusal", odd, question)
                        .isNotEmpty();
                assertThat(lan.last())
                        .as("%s to %s", odd, question)
                        .doesNotContain("XPath", "Exception", "javarosa", "For input");
                if (!head().equals(question)) {
                    back(question);
                }
            }
            goOn(question);
        }
        assertThat(isOver()).as(lan.last()).isTrue();
    }

    private boolean isOver() {
        return lan.buttons().contains("✅ Gửi báo cáo");
    }

    /** What is asked, without which of how many questions it is: an answer opens others. */
    private String head() {
        if (isOver()) {
            return "end";
        }
        String last = lan.last();
        int refused = last.startsWith("⚠️") ? last.indexOf("\n\n") + 2 : 0;
        String[] lines = last.substring(Math.max(0, refused)).split("\n", -1);
        int at = 0;
        while (at < lines.length - 1 && !lines[at].contains("?")) {
            at++;
        }
        return lines[at];
    }

    private void back(String question) {
        for (int i = 0; i < 12 && !head().equals(question); i++) {
            if (isOver()) {
                lan.taps("✏️ Sửa");
                String label = lan.buttons().stream()
                        .filter(button -> button.equals(question)
                                || (button.endsWith("…") && question.startsWith(button.replace("…", ""))))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(question + " is not in " + lan.buttons()));
                lan.taps(label);
            } else {
                assertThat(lan.buttons())
                        .as("after %s: %s", question, lan.last())
                        .contains("⬅️ Lùi");
                lan.taps("⬅️ Lùi");
            }
        }
        assertThat(head()).isEqualTo(question);
    }

    private void goOn(String question) {
        List<String> ways = lan.buttons();
        for (String label : ways) {
            boolean isWay = label.matches("(⬅️|💾|📋|✖️|⏭|📅|✔️|🗑|📄|🟢|🕘|📍).*");
            if (!isWay && head().equals(question)) {
                lan.taps(label);
                if (lan.buttons().stream().anyMatch(button -> button.startsWith("✅ Xong (1)"))) {
                    lan.taps("✅ Xong (1)");
                }
            }
            if (!head().equals(question)) {
                return;
            }
        }
        for (String good : GOOD) {
            lan.says(good);
            if (!head().equals(question)) {
                return;
            }
        }
        if (lan.buttons().contains("⏭ Bỏ qua")) {
            lan.taps("⏭ Bỏ qua");
        }
        assertThat(head()).as("nothing leads on from").isNotEqualTo(question);
    }
}
