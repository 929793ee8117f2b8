package danvan.task;

import static danvan.text.Language.EN;
import static danvan.text.Language.VI;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Communes of one name in two districts, as Hòa Bình was in Hưng Hà, Kiến Xương and Vũ Thư, and people of one name. They were
 * one heading and one bar, and nobody could tell who was late.
 */
class NamesakesTest {
    private static final String PROGRAMME = """
            year: 2024
            name: {vi: "Thử"}
            tasks:
              - id: TASK
                title: {vi: "Việc", en: "Task"}
                text: {vi: "Làm."}
                source: {document: d, passage: p}
                status: official
                due: 2024-01-09
                audience: {level: commune, roles: [cadre]}
                lead_days: [7]
                evidence: none
                escalate_after: 1
            """;

    @TempDir
    Path folder;

    private TaskTestBot town;
    private TaskTestBot.TestMember an;
    private TaskTestBot.TestMember binh;
    private TaskTestBot.TestMember minh;

    @BeforeEach
    void open() {
        town = TaskTestBot.of(folder, PROGRAMME);
        town.addUnit("tinh", "tỉnh T", "");
        town.addUnit("hung-ha", "huyện Hưng Hà", "tinh");
        town.addUnit("vu-thu", "huyện Vũ Thư", "tinh");
        town.addUnit("hoa-binh-hh", "xã Hòa Bình", "hung-ha");
        town.addUnit("hoa-binh-vt", "xã Hòa Bình", "vu-thu");
        town.addUnit("minh-khai", "xã Minh Khai", "vu-thu");
        an = town.addMember("An", Role.CADRE, "commune", VI, "hoa-binh-hh");
        town.addMember("An", Role.CADRE, "commune", VI, "hoa-binh-vt");
        town.addMember("An", Role.CADRE, "commune", VI, "hoa-binh-vt");
        binh = town.addMember("Bình", Role.CADRE, "commune", VI, "minh-khai");
        minh = town.addMember("Minh", Role.OFFICE, "province", EN, "tinh");
        town.opens();
        town.taps(an, TaskTestBot.button(town.reminders(an).get(0), "Đã xong"));
        town.taps(binh, TaskTestBot.button(town.reminders(binh).get(0), "Đã xong"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theTeamHasEachUnderItsDistrict() {
        town.goesTo("2024-01-10T07:00");
        Outgoing list = town.says(minh, "/team").get(0);
        Outgoing people = message(town.taps(minh, TaskTestBot.button(list, "1")));
        assertThat(TaskTestBot.text(people)).endsWith("""
                xã Hòa Bình (huyện Hưng Hà) · 1/1
                ✅ An

                xã Hòa Bình (huyện Vũ Thư) · 0/2
                ⚠️ An
                ⚠️ An

                xã Minh Khai · 1/1
                ✅ Bình""");
        assertThat(TaskTestBot.text(message(town.taps(minh, TaskTestBot.button(people, "unfinished")))))
                .endsWith("""
                1. An – xã Hòa Bình (huyện Vũ Thư)
                2. An – xã Hòa Bình (huyện Vũ Thư)""");
    }

    @Test
    void theDigestCountsPeopleNotNames() {
        town.goesTo("2024-01-15T08:00");
        assertThat(TaskTestBot.text(town.digests(minh).get(1))).contains("""
                • An (xã Hòa Bình (huyện Vũ Thư)): 1
                • An (xã Hòa Bình (huyện Vũ Thư)): 1
                """.strip());
    }

    private static Outgoing message(List<Outgoing> answers) {
        return answers.stream()
                .filter(Outgoing.Message.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
