package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.form.Submission;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.UnitRef;
import danvan.report.desk.ReportNews;
import danvan.report.store.AnswerCipher;
import danvan.report.store.NewsTable;
import danvan.report.store.Receipt;
import danvan.report.store.Report;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportStore;
import danvan.report.store.ReportTable;
import danvan.report.store.SealedPaths;
import danvan.report.store.SubmittedAnswers;
import danvan.report.store.SummedFigures;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leads hear of reports: nobody told them of any but urgent ones. */
class ReportNewsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final NewsRules RULES =
            new NewsRules(List.of(LocalTime.of(16, 30), LocalTime.of(11, 0)), Duration.ofDays(3), ZONE);
    private static final Person LAN = new Person(1, "Lan", Role.CADRE, "xa", Optional.of(Language.VI));

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Database database;
    private ReportStore store;
    private ReportNews news;
    private long number;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(TestDatabase.sqlite(folder));
        store = new ReportStore(
                database, new Files(database, Clock.systemUTC()), AnswerCipher.in(folder.resolve("report.key")), ZONE);
        MadeUpOrganization organization = new MadeUpOrganization()
                .with(new UnitRef("tinh", "tỉnh Thái Bình", "province", Optional.empty()))
                .with(new UnitRef("xa", "xã Tiến Đức", "commune", Optional.of("tinh")))
                .with(1, "Lan", Role.CADRE, "xa")
                .with(2, "Minh", Role.LEAD, "xa")
                .with(3, "Hà", Role.LEAD, "tinh")
                .with(4, "Hoa", Role.OFFICE, "tinh");
        news = new ReportNews(
                store,
                organization,
                (tx, to, what) -> told.add(to.chat() + " "
                        + Markup.strip(((Outgoing.Message) what).text()).replace('\n', '|')),
                RULES,
                new Texts());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newReportsComeInOneMessageAtTheHoursThatAreSet() {
        send("2024-01-02T08:10", false);
        send("2024-01-02T09:15", false);
        assertThat(run("2024-01-02T10:59")).isFalse();
        assertThat(run("2024-01-02T11:00")).isTrue();
        assertThat(told)
                .containsExactly("2 📥 2 báo cáo mới|• BC-2024-0001 · Báo nhanh · xã Tiến Đức · Lan · 02/01 08:10"
                        + "|• BC-2024-0002 · Báo nhanh · xã Tiến Đức · Lan · 02/01 09:15|Xem tất cả: /reports");
        assertThat(run("2024-01-02T11:01")).as("once").isFalse();
        send("2024-01-02T17:00", false);
        assertThat(run("2024-01-02T20:00")).isFalse();
        assertThat(run("2024-01-03T11:00")).isTrue();
    }

    @Test
    void inQuietHoursNobodyIsWrittenToAndNothingIsLost() {
        send("2024-01-02T08:10", false);
        assertThat(news.run(at("2024-01-02T12:00"), true)).isFalse();
        assertThat(told).isEmpty();
        assertThat(run("2024-01-03T06:30")).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatLiesOpenIsToldToItsLeadsAndThenToTheLevelAbove() {
        send("2024-01-02T08:10", false);
        run("2024-01-02T11:00");
        told.clear();
        run("2024-01-05T10:59");
        assertThat(told).isEmpty();
        run("2024-01-05T11:00");
        assertThat(told).singleElement().asString().startsWith("2 ⏳ 1 báo cáo chưa xử lý xong|• BC-2024-0001");
        told.clear();
        run("2024-01-08T11:00");
        assertThat(told).singleElement().asString().startsWith("3 ⏳ 1 báo cáo cấp dưới chưa xử lý xong");
        told.clear();
        run("2024-03-01T11:00");
        assertThat(told).isEmpty();
    }

    /** Those on duty hear of it at once; what lies open is chased the same day. */
    @Test
    void anUrgentOneIsChasedTheSameDay() {
        send("2024-01-02T08:10", true);
        run("2024-01-02T10:10");
        assertThat(told).singleElement().asString().startsWith("2 ⏳ 1 báo cáo chưa xử lý xong|• 🚨 BC-2024-0001");
        run("2024-01-02T12:10");
        assertThat(told).hasSize(2).last().asString().startsWith("3 ");
        run("2024-01-02T16:30");
        assertThat(told).as("no news of what they know").hasSize(2);
    }

    @Test
    void whatIsDealtWithOrTakenBackIsNotChased() {
        Report resolved = send("2024-01-02T08:10", false);
        Report withdrawn = send("2024-01-02T08:20", false);
        database.change(tx -> ReportTable.move(tx, resolved, ReportOperation.RESOLVE));
        database.change(tx -> ReportTable.move(tx, withdrawn, ReportOperation.WITHDRAW));
        run("2024-01-02T11:00");
        assertThat(told).singleElement().asString().contains("BC-2024-0001").doesNotContain("BC-2024-0002");
        told.clear();
        run("2024-01-20T11:00");
        assertThat(told).isEmpty();
        assertThat(store.news().due(at("2024-12-31T11:00"))).isEmpty();
    }

    @Test
    void whoeverHasItIsChasedFirst() {
        Report report = send("2024-01-02T08:10", false);
        database.change(tx -> ReportTable.assign(tx, report, 4));
        run("2024-01-02T11:00");
        told.clear();
        run("2024-01-05T11:00");
        assertThat(told).singleElement().asString().startsWith("4 ");
    }

    /** Hundreds of lines are no message. */
    @Test
    void ofManyTheFirstAreNamed() {
        for (int i = 0; i < 40; i++) {
            send("2024-01-02T08:10", false);
        }
        run("2024-01-02T11:00");
        assertThat(told)
                .singleElement()
                .asString()
                .contains("40 báo cáo mới", "… và 28 báo cáo khác.")
                .hasSizeLessThan(1_500);
    }

    private boolean run(String local) {
        return news.run(at(local), false);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private Report send(String local, boolean urgent) {
        Instant now = at(local);
        String xml = "<data><a>1</a></data>";
        SubmittedAnswers arrival = new SubmittedAnswers(
                new Submission("nhanh", "1", "uuid:" + ++number, xml, List.of()),
                new SealedPaths.Sealed(xml, new SealedPaths(Optional.of(Set.of()))),
                "Báo nhanh",
                urgent,
                false,
                "2024-01",
                SummedFigures.NOTHING);
        Receipt receipt = store.reports().next(2024);
        database.change(tx -> {
            long id = ReportTable.add(tx, receipt, arrival, LAN, now);
            NewsTable.plan(tx, RULES, id, 1, urgent, urgent, now);
        });
        return store.reports().find(receipt).orElseThrow();
    }
}
