package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Language;
import danvan.chat.Markup;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.config.Config;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Forms;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forms allow, what time does, and the key: one member's turns on a real database, without a channel. */
class ReportingTest {
    private static final Instant START = Instant.parse("2024-01-02T00:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Address LAN = new Address("telegram", "1");
    private static final Forms FORMS = Forms.load(Path.of("src/test/resources/scenario-forms"), problem -> {
        throw new AssertionError(problem.toString());
    });

    @TempDir
    private Path folder;

    private final Person lan = new Person(1, "Lan", Role.CADRE, "xa", Optional.of(Language.VI));
    private final List<Submissions.Submitted> submitted = new ArrayList<>();
    private final List<Outgoing> posted = new ArrayList<>();
    private final List<Outgoing.Message> said = new ArrayList<>();
    private Instant now = START;
    private Optional<Dialog> dialog = Optional.empty();
    private long revision = 1;
    private Database database;
    private Reporting reporting;

    Config.Storage storage(Path where) {
        return TestDatabase.sqlite(where);
    }

    @BeforeEach
    void open() throws IOException {
        database = Database.open(storage(folder));
        Files files = new Files(database, Clock.systemUTC());
        reporting = new Reporting(
                () -> FORMS,
                database,
                files,
                new Downloads(files, 1_000),
                Vault.in(folder.resolve("report.key")),
                new Rules(Duration.ofDays(1), Duration.ofDays(14), Duration.ofDays(1), Period.ofYears(10)),
                new Reporting.Neighbours(
                        new Alone(),
                        (turn, words) -> Optional.empty(),
                        (tx, report) -> submitted.add(report),
                        (tx, to, what) -> posted.add(what),
                        new Habits(form -> true, form -> true)),
                new Texts(),
                ZONE,
                () -> UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingToReportIsOneTapAndCompletesWhatWaitsForIt() {
        command("report");
        tap("Báo nhanh");
        tap("🟢 Không phát sinh");
        assertThat(last()).contains("không phát sinh").contains("BC-2024-0001");
        assertThat(submitted)
                .containsExactly(
                        new Submissions.Submitted("xa", "nhanh", "2024-01", java.time.LocalDate.of(2024, 1, 2), 1));
        command("reports");
        tap("BC-2024-0001");
        assertThat(last()).contains("Không phát sinh.");
    }

    @Test
    void aReportBeginsWithTheAnswersOfTheLastOneButNotItsDate() {
        command("report");
        tap("Báo nhanh");
        tap("✍️ Điền báo cáo");
        tap("Thôn 5");
        tap("Hôm nay");
        tap("✅ Gửi báo cáo");
        now = now.plus(Duration.ofDays(30));
        command("report");
        tap("Báo nhanh");
        tap("📄 Như kỳ trước");
        assertThat(last()).contains("Ngày nào?").doesNotContain("Đang ghi");
        tap("Hôm qua");
        assertThat(last()).contains("Thôn nào? Thôn 5").contains("31/01/2024");
        tap("✅ Gửi báo cáo");
        assertThat(last()).contains("BC-2024-0002");
        assertThat(submitted).extracting(Submissions.Submitted::period).containsExactly("2024-01", "2024-02");
    }

    @Test
    void aDraftIsRemindedOfOnceHoweverOftenAndByWhomeverItIsTried() {
        command("report");
        tap("Báo nhanh");
        tap("✍️ Điền báo cáo");
        assertThat(reporting.upkeep().remind(now.plus(Duration.ofHours(23)))).isZero();
        Instant later = now.plus(Duration.ofHours(25));
        assertThat(reporting.upkeep().remind(later)).isOne();
        assertThat(reporting.upkeep().remind(later)).isZero();
        assertThat(posted).hasSize(1);
        assertThat(reporting.upkeep().expireDrafts(later)).isZero();
        assertThat(reporting.upkeep().expireDrafts(later.plus(Duration.ofDays(14))))
                .isOne();
    }

    @Test
    void aReportGoesWhenItsTimeIsOver() {
        command("report");
        tap("Báo nhanh");
        tap("🟢 Không phát sinh");
        assertThat(reporting.upkeep().purge(now.plus(Duration.ofDays(3_600)), ZONE))
                .isZero();
        assertThat(reporting.upkeep().purge(now.plus(Duration.ofDays(3_700)), ZONE))
                .isOne();
        assertThat(database.<Long>read(tx -> tx.count("SELECT COUNT(*) AS n FROM report_event")))
                .isZero();
    }

    @Test
    void theKeyIsTheBotsAloneAndOpensOnlyItsOwnSeals() throws IOException {
        Path file = folder.resolve("report.key");
        assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String sealed = Vault.in(file).seal("0912 345 678");
        assertThat(sealed).doesNotContain("0912");
        assertThat(Vault.in(file).open(sealed)).isEqualTo("0912 345 678");
        Vault other = Vault.in(folder.resolve("other.key"));
        assertThatIllegalStateException().isThrownBy(() -> other.open(sealed)).withMessageContaining("reports.key");
    }

    private void command(String command) {
        turn(new Incoming.Words("/" + command), command);
    }

    /** Taps the newest button with this label. */
    private void tap(String label) {
        for (int i = said.size() - 1; i >= 0; i--) {
            for (var row : said.get(i).buttons()) {
                for (var button : row) {
                    if (button.label().equals(label)) {
                        turn(new Incoming.Tap("", "", button.action()), button.action());
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + said);
    }

    private void turn(Incoming incoming, String action) {
        Turn turn = new Turn(lan, LAN, incoming, now, dialog, revision, new Texts().in(Language.VI));
        Reply reply = incoming instanceof Incoming.Tap
                ? feature(action.substring(0, action.indexOf(':'))).tap(turn, action.substring(action.indexOf(':') + 1))
                : feature(action.equals("reports") ? "desk" : "report").command(turn, action, "");
        database.change(tx -> reply.effects().forEach(effect -> effect.apply(tx)));
        if (reply.dialog() instanceof Reply.Next.Open open) {
            dialog = Optional.of(new Dialog(open.feature(), open.state(), ++revision));
        } else if (reply.dialog() instanceof Reply.Next.Close) {
            dialog = Optional.empty();
            revision++;
        }
        for (Outgoing message : reply.messages()) {
            if (message instanceof Outgoing.Message words) {
                said.add(words);
            }
        }
    }

    private Feature feature(String name) {
        return reporting.features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String last() {
        return Markup.strip(said.get(said.size() - 1).text());
    }

    /** Lan alone in her commune. */
    private static final class Alone implements Staff {
        @Override
        public List<Colleague> onDuty(String unit) {
            return List.of();
        }

        @Override
        public Optional<Colleague> find(long member) {
            return Optional.of(new Colleague(member, "Lan", LAN, Language.VI));
        }

        @Override
        public String called(long member) {
            return "Lan";
        }

        @Override
        public String nameOf(String unit) {
            return unit;
        }

        @Override
        public List<String> within(String unit) {
            return List.of(unit);
        }

        @Override
        public List<String> below(String unit) {
            return List.of();
        }
    }
}
