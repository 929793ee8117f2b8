package danvan.report.export;

import danvan.config.Config;
import danvan.form.Forms;
import danvan.organization.directory.MadeUpOrganization;
import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.report.ReportForms;
import danvan.report.store.AnswerCipher;
import danvan.report.store.ReportQuery;
import danvan.report.store.ReportStore;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports in a real database, of a form in two versions with a repeat and a personal question. */
public final class ReportFixture implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final Organization ORGANIZATION = new MadeUpOrganization()
            .with(new UnitRef("tinh", "tỉnh Thái Bình", "province", Optional.empty()))
            .with(new UnitRef("huyen", "huyện Hưng Hà", "district", Optional.of("tinh")))
            .with(new UnitRef("xa-a", "xã Hồng Minh", "commune", Optional.of("huyen")))
            .with(new UnitRef("xa-b", "xã Tiến Đức", "commune", Optional.of("huyen")));
    public static final List<UnitRef> UNITS = ORGANIZATION.within("tinh");

    private static final String FORM = """
            settings: {form_id: thang, version: "%s", default_language: Tiếng Việt (vi), form_title: "Báo cáo tháng"}
            survey:
              - {type: note, name: loi_chao, label: "Xin chào"}
              - {type: text, name: noi_dung, label: "Nội dung"}
              - {type: integer, name: so_cuoc, label: "Số cuộc họp"}
              - {type: decimal, name: tien, label: "Số tiền (triệu đồng)"}
              - {type: date, name: ngay, label: "Ngày"}
              - {type: select_one muc, name: muc, label: "Mức"}
              - {type: text, name: lien_he, label: "Người liên hệ", "bind::bot:pii": "yes"}
            %s
              - {type: begin repeat, name: ho, label: "Hộ"}
              - {type: integer, name: nguoi, label: "Số người"}
              - {type: select_multiple muc, name: can, label: "Cần gì"}
              - {type: end repeat}
            choices:
              - {list_name: muc, name: a, label: "Tốt"}
              - {list_name: muc, name: b, label: "Khá"}
            """;

    private static final String TOTALS = """
            settings: {form_id: ty-le, version: "1", form_title: "Tỷ lệ"}
            survey:
              - {type: integer, name: ho, label: "Số hộ"}
              - {type: decimal, name: ngheo, label: "Tỷ lệ hộ nghèo", "bind::bot:total": mean by ho}
              - {type: integer, name: dung_han, label: "Đúng hạn", "bind::bot:total": mean}
              - {type: integer, name: ton, label: "Đơn tồn", "bind::bot:total": last}
              - {type: integer, name: moc, label: "Mốc", "bind::bot:total": none}
              - {type: integer, name: doan, label: "Đoàn viên, %"}
              - {type: begin repeat, name: thon, label: "Thôn"}
              - {type: integer, name: nguoi, label: "Số người"}
              - {type: decimal, name: tuoi, label: "Tuổi bình quân", "bind::bot:total": mean by nguoi}
              - {type: end repeat}
            """;

    private static final String PLACES = """
            settings: {form_id: noi, version: "1", form_title: "Nơi họp"}
            survey:
              - {type: time, name: gio, label: "Mấy giờ?"}
              - {type: geopoint, name: cho, label: "Ở đâu?"}
              - {type: text, name: ma, label: "Mã hồ sơ"}
            """;

    private static final String COUNTS = """
            settings: {form_id: dem, version: "1", form_title: "Đếm"}
            survey:
              - {type: integer, name: so_bao_cao, label: "Bao nhiêu báo cáo?"}
            """;

    private static final String ORDER = """
            settings: {form_id: uu-tien, version: "1", form_title: "Ưu tiên"}
            survey:
              - {type: rank viec, name: viec, label: "Thứ tự ưu tiên?"}
            choices:
              - {list_name: viec, name: dien, label: "Điện"}
              - {list_name: viec, name: duong, label: "Đường"}
              - {list_name: viec, name: nuoc, label: "Nước"}
            """;

    public final Database database;
    public final Forms forms;
    public final AnswerCipher cipher = AnswerCipher.of(Base64.getEncoder().encodeToString(new byte[32]));
    private int number;

    public ReportFixture(Path folder) throws IOException {
        this(folder, TestDatabase.sqlite(folder));
    }

    public ReportFixture(Path folder, Config.Storage storage) throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(sheets.resolve("places.yml"), PLACES);
        Files.writeString(sheets.resolve("v1.yml"), FORM.formatted("1", ""));
        Files.writeString(
                sheets.resolve("v2.yml"), FORM.formatted("2", "  - {type: integer, name: moi, label: \"Câu mới\"}"));
        Files.writeString(sheets.resolve("ty-le.yml"), TOTALS);
        Files.writeString(sheets.resolve("dem.yml"), COUNTS);
        Files.writeString(sheets.resolve("uu-tien.yml"), ORDER);
        this.database = Database.open(storage);
        this.forms = Forms.load(sheets, problem -> {
            throw new AssertionError(problem.toString());
        });
    }

    /** A report, its answers as XML elements without the root. */
    public void report(String version, String unit, String day, String answers) {
        report("thang", version, unit, day, answers);
    }

    public void report(String form, String version, String unit, String day, String answers) {
        int next = ++number;
        database.change(tx -> tx.update(
                """
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, 0, ?)
                """,
                Integer.parseInt(day.substring(0, 4)),
                next,
                form,
                version,
                "Báo cáo tháng",
                "uuid:" + next,
                unit,
                Instant.parse(day + "T03:00:00Z"),
                "<data id=\"" + form + "\" version=\"" + version + "\">" + answers + "</data>"));
    }

    /** Where the reports of May hold sealed answers; the others hold none that were recorded. */
    public void sealed(String path) {
        database.change(tx -> tx.update(
                "UPDATE report SET sealed = ? WHERE submitted_at >= ?",
                "[\"" + path + "\"]",
                Instant.parse("2024-05-01T00:00:00Z")));
    }

    /** A report is dealt with. */
    public void resolved(String number, String day) {
        database.change(tx -> {
            tx.update("UPDATE report SET status = 'RESOLVED' WHERE number = ?", Integer.parseInt(number));
            tx.update(
                    "INSERT INTO report_event (report_id, at, member_id, kind, words) SELECT id, ?, 2, 'RESOLVED', ''"
                            + " FROM report WHERE number = ?",
                    Instant.parse(day + "T03:00:00Z"),
                    Integer.parseInt(number));
        });
    }

    /** A report is for a period. */
    public void isFor(String number, String period) {
        database.change(
                tx -> tx.update("UPDATE report SET period = ? WHERE number = ?", period, Integer.parseInt(number)));
    }

    /** A report says that there is nothing to report. */
    public void nil(String number) {
        database.change(tx -> tx.update("UPDATE report SET nil = 1 WHERE number = ?", Integer.parseInt(number)));
    }

    public ReportStore store() {
        return new ReportStore(database, new danvan.storage.Files(database, Clock.systemUTC()), cipher, ZONE);
    }

    public ReportForms served() {
        return new ReportForms(() -> forms, ZONE);
    }

    public ReportQuery all(String unit) {
        return new ReportQuery(Set.of(), Optional.empty(), ORGANIZATION.codesWithin(unit), Long.MAX_VALUE);
    }

    @Override
    public void close() {
        database.close();
    }
}
