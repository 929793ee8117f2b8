package danvan.library.imports.recognition;

import static danvan.library.imports.document.DocumentMetadata.Field.ISSUED;
import static danvan.library.imports.document.DocumentMetadata.Field.ISSUER;
import static danvan.library.imports.document.DocumentMetadata.Field.KIND;
import static danvan.library.imports.document.DocumentMetadata.Field.NUMBER;
import static danvan.library.imports.document.DocumentMetadata.Field.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents as offices have them are read as; each was read wrong, or in part, once. */
class RecognitionTest {
    private static final String COMMUNE = """
            ỦY BAN NHÂN DÂN
            XÃ THÁI PHƯƠNG
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 12/2025/QĐ-UBND
            Thái Phương, ngày 10 tháng 9 năm 2025
            QUYẾT ĐỊNH
            Ban hành Quy định về chợ
            Căn cứ Luật Tổ chức chính quyền địa phương;
            """;

    /** Words without their marks were taken for others: "xã Thái phường", "ban quận Lý", "Bảo về". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ỦY BAN NHÂN DÂN/XÃ THÁI PHƯƠNG|Ủy ban nhân dân xã Thái Phương
            BAN QUẢN LÝ DI TÍCH|Ban Quản lý di tích
            CHI CỤC BẢO VỆ THỰC VẬT|Chi cục Bảo vệ thực vật
            SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG|Sở Nông nghiệp và Môi trường
            BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI|Bộ Lao động - Thương binh và Xã hội
            SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH|Sở Văn hóa, Thể thao và Du lịch
            TỔNG LIÊN ĐOÀN LAO ĐỘNG/VIỆT NAM|Tổng Liên đoàn Lao động Việt Nam
            TIỂU BAN THÔNG TIN, TUYÊN TRUYỀN/XÃ PHỐ BẢNG|Tiểu ban Thông tin, Tuyên truyền xã Phố Bảng
            ỦY BAN MTTQ VIỆT NAM/PHƯỜNG BẮC CAM|Ủy ban MTTQ Việt Nam phường Bắc Cam
            ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM/TỈNH HƯNG YÊN/BAN THƯỜNG TRỰC|Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hưng Yên
            TỈNH ỦY HƯNG YÊN/BAN TUYÊN GIÁO VÀ DÂN VẬN|Ban Tuyên giáo và Dân vận, Tỉnh ủy Hưng Yên
            BAN CHẤP HÀNH TRUNG ƯƠNG/VĂN PHÒNG|Văn phòng Trung ương Đảng
            ĐẢNG BỘ TỈNH TUYÊN QUANG/ĐẢNG ỦY XÃ LŨNG CÚ|Đảng ủy xã Lũng Cú, Đảng bộ tỉnh Tuyên Quang
            ỦY BAN DÂN TỘC - BỘ TÀI CHÍNH|Ủy ban Dân tộc, Bộ Tài chính
            ỦY BAN THƯỜNG VỤ QUỐC HỘI - CHÍNH PHỦ - ĐOÀN CHỦ TỊCH ỦY/BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM|Ủy ban Thường vụ Quốc hội, Chính phủ, Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
            ĐẢNG ỦY XÃ ĐÔNG Á/KHỐI DÂN VẬN|Khối Dân vận, Đảng ủy xã Đông Á
            BAN CHỈ ĐẠO QCDC Ở CƠ SỞ/TỈNH HƯNG YÊN|Ban Chỉ đạo QCDC ở cơ sở tỉnh Hưng Yên
            UBND XÃ HỘI AN|UBND xã Hội An
            SỞ GIÁO DỤC VÀ ĐÀO TẠO HƯNG YÊN|Sở Giáo dục và Đào tạo Hưng Yên
            """)
    void anIssuerIsWrittenAsTheAdministrationWritesIt(String printed, String said) {
        assertThat(Issuer.of(Arrays.asList(printed.split("/")))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THỂ THỨC VĂN BẢN CỦA ĐẢNG Ở TỈNH THÁI NGUYÊN|Thể thức văn bản của Đảng ở tỉnh Thái Nguyên
            BAN HÀNH QUY ĐỊNH QUẢN LÝ NHÀ NƯỚC VỀ GIÁ TRÊN ĐỊA BÀN TỈNH THÁI BÌNH|Ban hành Quy định quản lý nhà nước về giá trên địa bàn tỉnh Thái Bình
            VỀ TRIỂN KHAI THI HÀNH LUẬT ĐẤT ĐAI|Về triển khai thi hành Luật Đất đai
            BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA XVI VÀ HỘI ĐỒNG NHÂN DÂN CÁC CẤP|Bầu cử đại biểu Quốc hội khóa XVI và Hội đồng nhân dân các cấp
            HỖ TRỢ CÁC XÃ, PHƯỜNG VỀ AN SINH XÃ HỘI|Hỗ trợ các xã, phường về an sinh xã hội
            """)
    void aTitleInCapitalsIsASentence(String printed, String said) {
        assertThat(VietnameseCapitals.title(printed, "")).isEqualTo(said);
    }

    @Test
    void blanksStayBlankAndAreAskedAbout() {
        DocumentMetadata plan = read(
                "ĐẢNG ỦY XÃ LŨNG CÚ\n*\nSố:      -QC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nLũng Cú, ngày    tháng    năm 2025\nQUY CHẾ\n"
                        + "làm việc của Ban Chấp hành\n- Căn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương;\nĐiều 1. Phạm vi\nA.");
        assertThat(plan.number()).isEmpty();
        assertThat(plan.issued()).isEmpty();
        assertThat(plan.kind()).isEqualTo("Quy chế");
        assertThat(plan.subject()).isEqualTo("làm việc của Ban Chấp hành");
        assertThat(plan.place()).isEqualTo("Lũng Cú");
        assertThat(plan.unsure()).contains(NUMBER, ISSUED).doesNotContain(KIND, ISSUER, SUBJECT);
        DocumentMetadata oneLine = read(
                "UBND TỈNH PHÚ THỌ\nSố:       /2025/QĐ-CTUBND Phú Thọ, ngày 17 tháng 10 năm 2025\nQUYẾT ĐỊNH\nVề chợ\nĐiều 1. A");
        assertThat(oneLine.number()).isEmpty();
        assertThat(oneLine.place()).isEqualTo("Phú Thọ");
        assertThat(oneLine.issued()).isEqualTo("2025-10-17");
    }

    @Test
    void aTitleMayBeginLikeABasis() {
        DocumentMetadata plan = read(
                "UBND XÃ LƯƠNG MINH\nSố: 16/KH-UBND\nLương Minh, ngày 20 tháng 11 năm 2025\nKẾ HOẠCH\nThực hiện công tác dân vận\n"
                        + "và bầu cử trên địa bàn xã\nThực hiện Kế hoạch số 3/KH-UBND ngày 1/2/2025 của UBND tỉnh, UBND xã làm như sau:\nI. MỤC ĐÍCH\nA");
        assertThat(plan.subject()).isEqualTo("Thực hiện công tác dân vận và bầu cử trên địa bàn xã");
        assertThat(
                        read("UBND XÃ LƯƠNG MINH\nSố: 4/TB-UBND\nTHÔNG BÁO\nThực hiện Kế hoạch số 3/KH-UBND ngày 1/2/2025, UBND xã thông báo:\n1. A")
                                .subject())
                .isEmpty();
    }

    @Test
    void theHeadsOfLegalPortals() {
        DocumentMetadata decree = read(
                "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010\nVỀ CHÀO BÁN CỔ PHẦN\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ;\nNGHỊ ĐỊNH:\nĐiều 1. A");
        assertThat(List.of(decree.number(), decree.kind(), decree.issuer(), decree.issued(), decree.subject()))
                .containsExactly("01/2010/NĐ-CP", "Nghị định", "Chính phủ", "2010-01-04", "Về chào bán cổ phần");
        DocumentMetadata old =
                read("SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI SỐ 50\nNGÀY 9 THÁNG 10 NĂM 1945\nĐiều thứ 1: A.");
        assertThat(List.of(old.number(), old.kind(), old.issuer(), old.issued(), old.subject()))
                .containsExactly("50", "Sắc lệnh", "Chủ tịch Chính phủ lâm thời", "1945-10-09", "");
        DocumentMetadata page = FirstPage.read(List.of(
                new Block(Block.Kind.PARAGRAPH, 1, List.of("Trang chủ"), 0),
                new Block(
                        Block.Kind.HEADING,
                        1,
                        List.of("Quyết định số 51/2025/QĐ-TTg Ban hành Bộ tiêu chí quốc gia"),
                        0),
                new Block(Block.Kind.PARAGRAPH, 1, List.of("Căn cứ Luật Tổ chức Chính phủ;"), 0)));
        assertThat(List.of(page.number(), page.kind(), page.issuer(), page.subject()))
                .containsExactly(
                        "51/2025/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "Ban hành Bộ tiêu chí quốc gia");
    }

    @Test
    void aLetterWhoseSubjectGoesOverSeveralLines() {
        DocumentMetadata letter = read(
                "SỞ TƯ PHÁP\nSố: 788/STP-HCBT\nV/v trình hồ sơ phê chuẩn kết quả\nĐại hội nhiệm kỳ III Hội Công chứng viên\ntỉnh Bình Thuận\n"
                        + "Bình Thuận, ngày 27 tháng 5 năm 2025\nKính gửi: Ủy ban nhân dân tỉnh.\nA.");
        assertThat(letter.subject())
                .isEqualTo("trình hồ sơ phê chuẩn kết quả Đại hội nhiệm kỳ III Hội Công chứng viên tỉnh Bình Thuận");
        assertThat(letter.kind()).isEqualTo("Công văn");
        assertThat(letter.unsure()).isEmpty();
    }

    @Test
    void anAnnexIsAnAnnexOfItsDecree() {
        DocumentMetadata annex = read(
                "Phụ lục I\nTHỂ THỨC VĂN BẢN\n(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)\nPhần I\nQUY ĐỊNH CHUNG\n1. Khổ giấy A4.");
        assertThat(annex.number()).isEmpty();
        assertThat(annex.partOf()).isEqualTo("I Nghị định 30/2020/NĐ-CP");
        assertThat(annex.shortName()).isEqualTo("Phụ lục I Nghị định 30/2020/NĐ-CP");
        assertThat(List.of(annex.kind(), annex.issuer(), annex.issued(), annex.subject()))
                .containsExactly("Phụ lục", "Chính phủ", "2020-03-05", "Thể thức văn bản");
        DocumentMetadata rules = read(
                "QUY CHẾ\nHoạt động của Ban Thanh tra\n(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 02 tháng 3 năm 2025 của Ủy ban nhân dân xã An Lạc)\nĐiều 1. A");
        assertThat(List.of(rules.number(), rules.kind(), rules.partOf(), rules.issuer()))
                .containsExactly("", "Quy chế", "Quyết định 77/QĐ-UBND", "Ủy ban nhân dân xã An Lạc");
    }

    @Test
    void anExamplesNumberInATableIsNoNumber() {
        List<Block> blocks = new ArrayList<>(TestFiles.page("PHỤ LỤC I\nMẪU CHỮ TRÌNH BÀY VĂN BẢN"));
        blocks.add(new Block(Block.Kind.ROW, 1, List.of("STT", "Thành phần", "Cỡ chữ", "Ví dụ"), 0));
        blocks.add(new Block(Block.Kind.ROW, 1, List.of("2", "Số, ký hiệu", "13", "Số: 15/QĐ-BNV"), 0));
        assertThat(FirstPage.read(blocks).number()).isEmpty();
        assertThat(FirstPage.read(blocks).subject()).isEqualTo("Mẫu chữ trình bày văn bản");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 9 năm 2025.|2025-09-20
            Quyết định này có hiệu lực thi hành sau 10 (mười) ngày, kể từ ngày ký.|2025-09-20
            Quyết định này có hiệu lực kể từ ngày ký ban hành.|2025-09-10
            Quyết định có hiệu lực từ ngày 01/10/2025.|2025-10-01
            Quyết định này có hiệu lực từ ngày ký.|2025-09-10
            Luật Đất đai có hiệu lực thi hành từ ngày 01 tháng 7 năm 2014.|''
            Quyết định số 5/2024/QĐ-UBND có hiệu lực thi hành từ ngày 01 tháng 7 năm 2014.|''
            Chậm nhất 30 ngày kể từ ngày Quyết định này có hiệu lực thi hành, các thôn báo cáo.|''
            Bổ sung: “Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2013.”|''
            Quyết định này có hiệu lực sau 45 ngày kể từ ngày đăng Công báo.|''
            """)
    void fromWhenItHoldsIsSaidOfItself(String clause, String day) {
        assertThat(read(COMMUNE + "Điều 2. Hiệu lực\n" + clause + "\nCHỦ TỊCH").inForce())
                .isEqualTo(day);
    }

    @Test
    void aLawHoldsFromTheDayItWasPassed() {
        DocumentMetadata law = read(
                "QUỐC HỘI\nLuật số: 72/2025/QH15\nHà Nội, ngày 16 tháng 6 năm 2025\nLUẬT\nTỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG\nCăn cứ Hiến pháp;\n"
                        + "Điều 52. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày được thông qua.\nLuật này được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 16 tháng 6 năm 2025.");
        assertThat(law.inForce()).isEqualTo("2025-06-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quyết định này thay thế Quyết định số 31/2021/QĐ-UBND ngày 01 tháng 11 năm 2021, Quyết định số 06/2023/QĐ-UBND ngày 20 tháng 02 năm 2023.|31/2021/QĐ-UBND 06/2023/QĐ-UBND
            Quyết định số 44/2024/QĐ-UBND ngày 05 tháng 12 năm 2024 và Quyết định số 35/2024/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.|44/2024/QĐ-UBND 35/2024/QĐ-UBND
            Bãi bỏ Quyết định số 9/2020/QĐ-UBND ngày 2 tháng 3 năm 2020 hướng dẫn thực hiện Nghị định số 7/2019/NĐ-CP.|9/2020/QĐ-UBND
            Quyết định số 9/2020/QĐ-UBND được thay thế bằng Quyết định này.|9/2020/QĐ-UBND
            Nghị định số 7/2019/NĐ-CP đã được thay thế bởi Nghị định số 8/2021/NĐ-CP.|''
            Khi Nghị định số 7/2019/NĐ-CP được sửa đổi, bổ sung hoặc thay thế thì thực hiện theo văn bản mới.|''
            Bãi bỏ khoản 2 Điều 9 của Luật Thủ đô số 39/2024/QH15.|''
            Bãi bỏ các quy định trước đây trái với Quyết định này.|''
            2. Quyết định số 44/2024/QĐ-UBND ngày 05 tháng 12 năm 2024 và Quyết định số 35/2024/QĐ-UBND hết hiệu lực.|44/2024/QĐ-UBND 35/2024/QĐ-UBND
            Quyết định này có hiệu lực sau 07 ngày kể từ ngày ký; Quyết định số 9/2020/QĐ-UBND ngày 2/3/2020 hết hiệu lực thi hành.|9/2020/QĐ-UBND
            Quyết định số 9/2020/QĐ-UBND ngày 2/3/2020 đã hết hiệu lực.|''
            """)
    void whatEndsWithIt(String sentence, String numbers) {
        DocumentMetadata read = read(COMMUNE + "Điều 2. Hiệu lực\n" + sentence + "\nCHỦ TỊCH");
        assertThat(String.join(" ", read.replaces())).isEqualTo(numbers);
        assertThat(read.amends()).isEmpty();
    }

    @Test
    void aListOfWhatEndsGoesOverSeveralLines() {
        DocumentMetadata read = read(
                COMMUNE + "Điều 2. Quyết định này thay thế các văn bản sau đây:\n"
                        + "a) Quyết định số 1/2019/QĐ-UBND ngày 2 tháng 3 năm 2019 theo Nghị định số 7/2019/NĐ-CP;\nb) Quyết định số 2/2020/QĐ-UBND.\nĐiều 3. Thi hành\nGiao Văn phòng theo Quyết định số 3/2021/QĐ-UBND.");
        assertThat(read.replaces()).containsExactly("1/2019/QĐ-UBND", "2/2020/QĐ-UBND");
    }

    @Test
    void beingAmendedIsNoAmending() {
        DocumentMetadata plan = read(
                "UBND XÃ LƯƠNG MINH\nSố: 16/KH-UBND\nKẾ HOẠCH\nCông tác bầu cử\nCăn cứ Luật Bầu cử số 85/2015/QH13 đã được sửa đổi, bổ sung bởi Luật số 83/2025/QH15;\n"
                        + "I. MỤC ĐÍCH\n1. Làm theo Luật số 85/2015/QH13 đã được sửa đổi, bổ sung bởi Luật số 83/2025/QH15.");
        assertThat(plan.amends()).isEmpty();
        assertThat(plan.replaces()).isEmpty();
        DocumentMetadata circular = read(
                "BỘ NỘI VỤ\nSố: 09/2025/TT-BNV\nHà Nội, ngày 18 tháng 6 năm 2025\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 04/2012/TT-BNV đã được sửa đổi theo Thông tư số 14/2018/TT-BNV\n"
                        + "Căn cứ Nghị định số 25/2025/NĐ-CP;\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 04/2012/TT-BNV\n1. Sửa đổi khoản 1 Điều 3 như sau:\n“1. Thay thế Quyết định số 13/2002/QĐ-BNV.”");
        assertThat(circular.amends()).containsExactly("04/2012/TT-BNV");
        assertThat(circular.replaces()).isEmpty();
    }

    @Test
    void aRepealedClauseIsNamedWithItsLaw() {
        assertThat(read(COMMUNE + "Điều 2. Bãi bỏ khoản 2 Điều 9 và Điều 12 của Luật Thủ đô số 39/2024/QH15.")
                        .repeals())
                .containsExactly(new DocumentMetadata.Repeal("khoản 2 Điều 9 và Điều 12", "39/2024/QH15"));
    }

    @Test
    void aConsolidatedTextSaysWhatItHolds() {
        DocumentMetadata text = read("""
                VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                LUẬT
                CƯ TRÚ
                Luật Cư trú số 47/2014/QH13 ngày 16 tháng 6 năm 2014 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2015, được sửa đổi, bổ sung bởi:
                1. Luật số 51/2019/QH14 ngày 25 tháng 11 năm 2019 của Quốc hội sửa đổi Luật số 47/2014/QH13;
                2. Luật số 23/2023/QH15 ngày 24 tháng 6 năm 2023.
                Căn cứ Hiến pháp;
                Điều 1. A
                VĂN PHÒNG QUỐC HỘI
                Số: 30/VBHN-VPQH
                XÁC THỰC VĂN BẢN HỢP NHẤT
                Hà Nội, ngày 02 tháng 8 năm 2023
                CHỦ NHIỆM
                """);
        assertThat(List.of(
                        text.number(),
                        text.kind(),
                        text.issuer(),
                        text.issued(),
                        text.subject(),
                        text.inForce(),
                        text.consolidates()))
                .containsExactly(
                        "30/VBHN-VPQH",
                        "Văn bản hợp nhất",
                        "Văn phòng Quốc hội",
                        "2023-08-02",
                        "Cư trú",
                        "2015-01-01",
                        "47/2014/QH13");
        assertThat(text.amendedBy()).containsExactly("51/2019/QH14", "23/2023/QH15");
    }

    @Test
    void theSignersPostIsTheDecisionsOwn() {
        assertThat(read(COMMUNE
                                + "Điều 1. Ban hành.\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\nMẪU SỐ 01\nBIÊN BẢN\nT/M BAN KIỂM PHIẾU\nTRƯỞNG BAN")
                        .post())
                .isEqualTo("KT. CHỦ TỊCH – PHÓ CHỦ TỊCH");
        assertThat(read(COMMUNE
                                + "Điều 1. Cách ghi chức vụ\nT/M BAN KIỂM PHIẾU\nlà mẫu.\nĐiều 2. Thi hành.\nNơi nhận:\n- Như Điều 2;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
                        .post())
                .isEqualTo("TM. ỦY BAN NHÂN DÂN – CHỦ TỊCH");
    }

    /** Only the one on the right was told. */
    @Test
    void allWhoSignAJointDocumentAreTold() {
        List<String> head = List.of(
                "BỘ Y TẾ - BỘ TÀI CHÍNH",
                "Số: 12/2014/TTLT-BYT-BTC",
                "Hà Nội, ngày 10 tháng 5 năm 2014",
                "THÔNG TƯ LIÊN TỊCH",
                "Hướng dẫn khám bệnh cho người cao tuổi",
                "Căn cứ Luật Người cao tuổi;",
                "Điều 1. Trạm y tế lập sổ theo dõi.");
        String health = "KT. BỘ TRƯỞNG\nBỘ Y TẾ\nTHỨ TRƯỞNG\nTrần Văn Bình";
        String finance = "KT. BỘ TRƯỞNG\nBỘ TÀI CHÍNH\nTHỨ TRƯỞNG\nLê Thị An";
        String both = "KT. BỘ TRƯỞNG – BỘ Y TẾ – THỨ TRƯỞNG; KT. BỘ TRƯỞNG – BỘ TÀI CHÍNH – THỨ TRƯỞNG";
        for (List<Block> signatures : List.of(
                // With the names in the same cells, in a row of their own, and one signature below the other.
                List.of(row(health, finance)),
                List.of(
                        row(health.replaceFirst("\n[^\n]*$", ""), finance.replaceFirst("\n[^\n]*$", "")),
                        row("Trần Văn Bình", "Lê Thị An")),
                List.of(row(health), row(finance)))) {
            List<Block> blocks = new ArrayList<>();
            head.forEach(line -> blocks.add(new Block(Block.Kind.PARAGRAPH, 1, List.of(line), 0)));
            blocks.addAll(signatures);
            blocks.add(new Block(Block.Kind.PARAGRAPH, 1, List.of("Nơi nhận:"), 0));
            blocks.add(new Block(Block.Kind.PARAGRAPH, 1, List.of("- Văn phòng Chính phủ;"), 0));
            assertThat(FirstPage.read(blocks).post()).isEqualTo(both);
        }
    }

    private static Block row(String... cells) {
        return new Block(Block.Kind.ROW, 1, List.of(cells), 0);
    }

    @Test
    void capitalsOfTheOldFontsAreCapitals() {
        DocumentMetadata old =
                read("SắC LệNH\nCủA CHủ TịCH CHíNH PHủ LâM THờI Số 4\nNGàY 4 THáNG 9 NăM 1945\nKhoản thứ nhất: A.");
        assertThat(List.of(old.number(), old.kind(), old.issuer(), old.issued()))
                .containsExactly("4", "Sắc lệnh", "Chủ tịch Chính phủ lâm thời", "1945-09-04");
    }

    @Test
    void whatIsReadOffAScanIsLookedOver() {
        DocumentMetadata read = read(COMMUNE + "Điều 1. A");
        assertThat(read.unsure()).isEmpty();
        assertThat(read.doubted().unsure()).contains(NUMBER, KIND, ISSUER, ISSUED, SUBJECT);
    }

    /** The right column's name was taken for a body above the issuer, and "T/M BAN BÍ THƯ" for the Party's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TỈNH ĐOÀN HƯNG YÊN;ĐOÀN TNCS HỒ CHÍ MINH;Số: 215 TB/TĐTN-VP|Tỉnh đoàn Hưng Yên|215-TB/TĐTN-VP
            BCH ĐOÀN XÃ ĐÔNG Á;***;Số: 03-TB/ĐTN;ĐOÀN TNCS HỒ CHÍ MINH|BCH Đoàn xã Đông Á|03-TB/ĐTN
            BAN CHẤP HÀNH TRUNG ƯƠNG;***;Số: 12 TB/TWĐTN-BTG;ĐOÀN TNCS HỒ CHÍ MINH|Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh|12-TB/TWĐTN-BTG
            ĐOÀN TNCS HỒ CHÍ MINH;BCH XÃ ĐÔNG Á;SỐ 4 TB / ĐTN|BCH xã Đông Á, Đoàn TNCS Hồ Chí Minh|4-TB/ĐTN
            """)
    void theYouthUnionsNameStandsWhereOthersHaveTheMotto(String head, String issuer, String number) {
        DocumentMetadata read = read(head.replace(';', '\n')
                + "\nHưng Yên, ngày 17 tháng 7 năm 2024\nTHÔNG BÁO\nKết luận tại Hội nghị sơ kết\n"
                + "Ngày 15/7/2024, Ban Thường vụ đã họp và thống nhất.\nTM. BAN BÍ THƯ");
        assertThat(read.issuer()).isEqualTo(issuer);
        assertThat(read.number()).isEqualTo(number);
    }

    private static DocumentMetadata read(String text) {
        return FirstPage.read(TestFiles.page(text));
    }
}
