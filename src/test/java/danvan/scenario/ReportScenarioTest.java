package danvan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Role;
import danvan.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports from the first question to the reply, over Telegram. Told again with a restart before each turn. */
class ReportScenarioTest {
    private static final String COMMUNE = "xa-tien-duc";
    private static final byte[] PHOTO = "ảnh".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    Bot bot;

    boolean restartsBeforeEveryTurn() {
        return false;
    }

    @BeforeEach
    void start() {
        bot = Bot.withForms(data, restartsBeforeEveryTurn(), Path.of("src/test/resources/scenario-forms"));
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void everyKindOfQuestionIsAnsweredByItsOwnMeans() throws Exception {
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        lan.sees("Địa bàn", "Thôn 1", "Thôn 8", "1/2", "▶️");
        lan.taps("▶️");
        lan.taps("Thôn 11");
        lan.sees("Ngày nào?", "Hôm nay", "Hôm qua", "📅 Ngày khác");
        lan.taps("📅 Ngày khác");
        lan.taps("◀️");
        lan.taps("25");
        assertThat(new String(lan.receives("so-do.png"), StandardCharsets.ISO_8859_1))
                .contains("PNG");
        lan.sees("Ở chỗ nào?");
        lan.sees("Bấm nút dưới ô nhập");
        assertThat(lan.fixedButtons()).containsExactly("📍 Gửi vị trí");
        lan.sharesPlace(20.5, 106.25);
        // They were gone until the next greeting.
        assertThat(lan.fixedButtons()).containsExactly("❓ Hỏi", "📝 Báo cáo", "📋 Việc của tôi");
        lan.sees("Những việc gì?", "▫️ Đường sá", "✅ Xong (0)");
        lan.taps("▫️ Đường sá");
        lan.taps("▫️ Đất đai");
        lan.taps("▫️ Nước sạch");
        lan.taps("☑️ Nước sạch");
        lan.taps("✅ Xong (2)");
        lan.sees("Vận động được bao nhiêu triệu?");
        lan.says("1.250,5");
        lan.sees("Ảnh hiện trường?");
        lan.sendsAlbum(PHOTO, PHOTO, PHOTO);
        lan.sees("gửi cùng lúc");
        lan.taps("✔️ Xong");
        lan.sees("Số điện thoại liên hệ?");
        lan.says("0912 345 678");
        lan.sees("Hộ có mấy người?");
        lan.says("4");
        lan.sees("Hộ: đã ghi 1");
        lan.taps("Có");
        lan.says("3");
        lan.taps("Không");
        lan.sees("Thôn nào? Thôn 11");
        lan.sees("25/12/2023");
        lan.sees("Đường sá, Đất đai");
        lan.sees("📎 3 tệp");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("BC-2024-0001");
        assertThat(database()).doesNotContain("0912 345 678</contact>");

        Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
        minh.says("/reports");
        minh.sees("1 báo cáo");
        minh.taps("BC-2024-0001");
        minh.sees("Hộ có mấy người? 4");
        minh.sees("Số điện thoại liên hệ? •••");
        minh.taps("📎 3 tệp");
        assertThat(minh.receives("picture-")).isEqualTo(PHOTO);
    }

    @Test
    void whatDoesNotFitIsSaidClearlyAndNothingIsLost() {
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        lan.sendsPhoto(PHOTO);
        lan.sees("không nhận ảnh hay tệp");
        lan.sees("Thôn nào?");
        lan.says("thon 7");
        lan.sendsSticker();
        lan.sees("bằng chữ hoặc bấm nút");
        lan.says("x".repeat(100_000));
        lan.sees("⚠️");
        lan.says("15/10");
        lan.sees("Ở chỗ nào?");
        lan.sendsFile("a.pdf", "application/pdf", PHOTO);
        lan.sees("không nhận ảnh hay tệp");
        lan.taps("⏭ Bỏ qua");
        lan.says("1, 3");
        lan.sees("Vận động được bao nhiêu triệu?");
        lan.taps("⏭ Bỏ qua");
        lan.says("ảnh đây");
        lan.sees("⚠️");
        lan.sendsFile("a.pdf", "application/pdf", PHOTO);
        lan.sees("loại tệp khác");
        lan.sendsPhoto(PHOTO);
        lan.sees("Đã nhận 1 tệp");
        lan.taps("✔️ Xong (1 tệp)");
        lan.sees("Số điện thoại liên hệ?");
        lan.taps("📋 Đã trả lời");
        lan.sees("Sửa câu nào?", "Ngày nào?");
        lan.taps("Ngày nào?");
        lan.sees("Đang ghi: 15/10/2023");
        lan.says("hôm qua");
        lan.sees("Số điện thoại liên hệ?");
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndTheFormGoesOn() {
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        lan.says("de an 08 ban hanh ngay nao?");
        lan.sees("ban hành ngày 05/7/2023");
        lan.sees("Thôn nào?", "Thôn 1");
        lan.taps("Thôn 2");
        lan.sees("Ngày nào?");
    }

    @Test
    void theLanguageIsChangedInTheMiddleAndTheDialogGoesOn() {
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        lan.says("/language");
        lan.taps("English");
        lan.sees("Which village?", "Village 1");
        lan.taps("Village 2");
        lan.sees("Which day?", "Today");
    }

    @Test
    void aDraftIsPutOffResumedRemindedOfOnceAndGoesInTheEnd() {
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        lan.says("/baocao");
        lan.taps("Nắm tình hình");
        lan.taps("Thôn 2");
        lan.taps("💾 Để sau");
        lan.sees("Gõ /baocao để viết tiếp");
        lan.says("/baocao");
        lan.sees("Chọn mẫu", "📝 Nắm tình hình (viết dở)");
        bot.clockAdvances(Duration.ofHours(25));
        lan.sees("còn bản viết dở: Nắm tình hình", "▶️ Viết tiếp");
        bot.clockAdvances(Duration.ofHours(25));
        bot.restarts();
        assertThat(lan.countOf("còn bản viết dở")).isEqualTo(1);
        lan.taps("▶️ Viết tiếp");
        lan.sees("Ngày nào?");
        lan.taps("💾 Để sau");
        bot.clockAdvances(Duration.ofDays(13).plusHours(1));
        lan.sees("Bản viết dở «Nắm tình hình» sẽ tự xóa vào ngày mai", "▶️ Viết tiếp");
        bot.clockAdvances(Duration.ofDays(1));
        lan.says("/baocao");
        lan.sees("Chọn mẫu", "Nắm tình hình");
        lan.doesNotSeeButton("📝 Nắm tình hình (viết dở)");
    }

    @Test
    void aReportIsReturnedTalkedAboutChangedAndResolved() {
        Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.EN);
        Member elsewhere = bot.member("Tú", Role.LEAD, "xa-vu-ninh", Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        sends(lan);
        elsewhere.says("/reports");
        elsewhere.sees("Không có báo cáo nào");
        minh.says("/reports");
        minh.taps("BC-2024-0001");
        Runnable stale = minh.keepsButton("✅ Resolve");
        minh.taps("🔎 Start review");
        lan.sees("đang được Minh xử lý");
        stale.run();
        minh.seesToast("has changed in the meantime");
        minh.taps("↩️ Return");
        minh.sees("why you return BC-2024-0001");
        minh.says("Which village exactly?");
        lan.sees("trả lại để sửa");
        lan.sees("Which village exactly?", "✏️ Sửa báo cáo", "💬 Trao đổi");
        lan.taps("💬 Trao đổi");
        lan.says("Em sửa ngay");
        minh.sees("Lan wrote about BC-2024-0001");
        lan.taps("✏️ Sửa báo cáo");
        lan.sees("Xin xem lại trước khi gửi");
        lan.taps("✏️ Sửa");
        lan.taps("Thôn nào?");
        lan.says("Thôn 5");
        lan.sees("Ngày nào?");
        lan.taps("⏭ Bỏ qua");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("bản thứ 2");
        minh.sees("Lan edited BC-2024-0001", "📄 Open the report");
        minh.taps("📄 Open the report");
        minh.sees("Which village? Village 5");
        minh.taps("✅ Resolve");
        minh.says("Thank you");
        lan.sees("đã được Minh giải quyết");
        minh.taps("📄 Open the report");
        minh.taps("🕓 History");
        minh.sees("edited it and sent it again");
        minh.sees("resolved it: Thank you");
    }

    @Test
    void aReportIsAssignedFilteredAndWithdrawnInTime() {
        Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        sends(lan);
        sends(lan);
        hoa.says("/reports");
        hoa.sees("2 báo cáo", "Chờ xử lý", "Mọi kỳ", "Mọi mẫu", "Mọi đơn vị");
        hoa.taps("BC-2024-0001");
        hoa.taps("👤 Giao xử lý");
        hoa.taps("Minh");
        minh.sees("Hoa giao đồng chí xử lý BC-2024-0001");
        minh.says("/reports");
        minh.taps("Chờ xử lý");
        minh.taps("Giao cho tôi");
        assertThat(minh.countOf("1 báo cáo")).isEqualTo(1);
        lan.says("/reports");
        lan.taps("BC-2024-0002");
        lan.taps("🗑 Thu hồi");
        lan.taps("🗑 Thu hồi báo cáo");
        lan.sees("Đã thu hồi BC-2024-0002");
        bot.clockAdvances(Duration.ofHours(25));
        lan.taps("BC-2024-0001");
        assertThat(lan.countOf("BC-2024-0001")).isPositive();
        lan.sees("Trạng thái: đã nhận");
        lan.doesNotSeeButton("🗑 Thu hồi");
    }

    /** Who had been a lead went on reading what was assigned, and was the only one to be told of it. */
    @Test
    void whoIsNoLeadAnyMoreDealsWithNoReport() {
        Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        Member minh = bot.member("Minh", Role.LEAD, COMMUNE, Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        sends(lan);
        hoa.says("/reports");
        hoa.taps("BC-2024-0001");
        hoa.taps("👤 Giao xử lý");
        hoa.taps("Minh");
        minh.sees("Hoa giao đồng chí xử lý BC-2024-0001");
        Runnable opens = minh.keepsButton("📄 Xem báo cáo");
        hoa.says("/canbo minh");
        hoa.taps("Minh · Phụ trách · xã Tiến Đức");
        hoa.taps("🎖 Đổi vai trò");
        hoa.taps("Cán bộ");
        opens.run();
        minh.doesNotSee("Thôn 2");
        hoa.hasSeenAll();
        lan.says("/reports");
        lan.taps("BC-2024-0001");
        lan.taps("💬 Trao đổi");
        lan.says("Có thêm ba hộ");
        hoa.sees("Lan trao đổi về BC-2024-0001");
        minh.doesNotSee("Có thêm ba hộ");
    }

    /** The office had to type the command again after each report, and saw neither whose a report was nor how old. */
    @Test
    void theOfficeFindsAUnitByNameAndGoesFromOneReportToTheNext() {
        Member hoa = bot.member("Hoa", Role.OFFICE, "tinh-thai-binh", Language.VI);
        Member lan = bot.member("Lan", Role.CADRE, COMMUNE, Language.VI);
        sends(lan);
        sends(lan);
        bot.clockAdvances(Duration.ofDays(2));
        hoa.says("/reports");
        hoa.sees("BC-2024-0002 · Báo nhanh · xã Tiến Đức · Lan · 2 ngày trước", "BC-2024-0001");
        hoa.says("/dagui tien duc");
        hoa.sees("BC-2024-0001 · Báo nhanh · xã Tiến Đức · Lan · 2 ngày trước", "xã Tiến Đức");
        hoa.says("/dagui xã");
        hoa.sees("đơn vị tên như vậy", "xã Tiến Đức", "xã Chí Hòa");
        hoa.says("/dagui Không Có Ở Đây");
        hoa.sees("Không có đơn vị nào tên «Không Có Ở Đây»");
        hoa.says("/reports");
        hoa.taps("BC-2024-0002");
        hoa.taps("🔎 Nhận xử lý");
        hoa.sees("Báo cáo BC-2024-0002: đang xử lý", "↩️ Trả lại");
        hoa.taps("↩️ Trả lại");
        hoa.says("Thiếu số hộ");
        hoa.sees("Báo cáo BC-2024-0002", "➡️ Báo cáo tiếp theo: BC-2024-0001");
        hoa.taps("➡️ Báo cáo tiếp theo: BC-2024-0001");
        hoa.sees("Trạng thái: đã nhận");
    }

    private static void sends(Member lan) {
        lan.says("/baocao");
        lan.taps("Báo nhanh");
        lan.taps("Thôn 2");
        lan.taps("✅ Gửi báo cáo");
        lan.sees("Số biên nhận");
    }

    /** All that the database's file holds, as text. */
    private String database() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file :
                    files.filter(any -> any.toString().contains("danvan.db")).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
