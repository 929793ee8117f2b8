package danvan.library.imports.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.DocumentMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstPageTest {
    @Test
    void aDocumentOfTheParty() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                TỈNH ỦY THÁI BÌNH
                BAN DÂN VẬN
                *
                Số 12-HD/BDVTU
                ĐẢNG CỘNG SẢN VIỆT NAM
                Thái Bình, ngày 05 tháng 7 năm 2023
                HƯỚNG DẪN
                về việc tổ chức hội nghị đối thoại với Nhân dân
                -----
                Căn cứ Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị;
                1. Mục đích
                Nơi nhận:
                T/M BAN THƯỜNG VỤ
                TRƯỞNG BAN
                Nguyễn Văn A
                """));
        assertThat(read.number()).isEqualTo("12-HD/BDVTU");
        assertThat(read.symbol()).isEqualTo("HD/BDVTU");
        assertThat(read.kind()).isEqualTo("Hướng dẫn");
        assertThat(read.issuer()).isEqualTo("Ban Dân vận, Tỉnh ủy Thái Bình");
        assertThat(read.place()).isEqualTo("Thái Bình");
        assertThat(read.issued()).isEqualTo("2023-07-05");
        assertThat(read.subject()).isEqualTo("về việc tổ chức hội nghị đối thoại với Nhân dân");
        assertThat(read.post()).isEqualTo("T/M BAN THƯỜNG VỤ – TRƯỞNG BAN");
    }

    @Test
    void aDecisionByDecree30InTwoColumnsRunTogether() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                TỈNH THÁI BÌNH Độc lập - Tự do - Hạnh phúc
                Số: 12/2024/QĐ-UBND Thái Bình, ngày 3 tháng 02 năm 2024
                QUYẾT ĐỊNH
                Ban hành Quy định về tiếp công dân
                trên địa bàn tỉnh
                ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH
                Căn cứ Luật Tổ chức chính quyền địa phương;
                Điều 1. Ban hành kèm theo Quyết định này Quy định.
                Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 02 năm 2024 và thay thế Quyết định số 08/2019/QĐ-UBND.
                TM. ỦY BAN NHÂN DÂN
                KT. CHỦ TỊCH
                PHÓ CHỦ TỊCH
                Trần Văn B
                """));
        assertThat(read.number()).isEqualTo("12/2024/QĐ-UBND");
        assertThat(read.issuer()).isEqualTo("Ủy ban nhân dân tỉnh Thái Bình");
        assertThat(read.place()).isEqualTo("Thái Bình");
        assertThat(read.issued()).isEqualTo("2024-02-03");
        assertThat(read.inForce()).isEqualTo("2024-02-15");
        assertThat(read.replaces()).containsExactly("08/2019/QĐ-UBND");
        assertThat(read.kind()).isEqualTo("Quyết định");
        assertThat(read.subject()).isEqualTo("Ban hành Quy định về tiếp công dân trên địa bàn tỉnh");
        assertThat(read.post()).isEqualTo("TM. ỦY BAN NHÂN DÂN – KT. CHỦ TỊCH – PHÓ CHỦ TỊCH");
    }

    @Test
    void aLetterSaysItsSubjectBelowItsNumber() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                UBND TỈNH HƯNG YÊN
                SỞ NỘI VỤ
                Số: 345/SNV-XDCQ
                V/v báo cáo kết quả thực hiện
                công tác dân vận chính quyền
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Hưng Yên, ngày 20 tháng 8 năm 2025
                Kính gửi: Ủy ban nhân dân các xã, phường
                """));
        assertThat(read.number()).isEqualTo("345/SNV-XDCQ");
        assertThat(read.kind()).isEqualTo("Công văn");
        assertThat(read.subject()).isEqualTo("báo cáo kết quả thực hiện công tác dân vận chính quyền");
        assertThat(read.issuer()).isEqualTo("Sở Nội vụ, UBND tỉnh Hưng Yên");
    }

    @Test
    void withoutDiacriticsAsAScanGivesIt() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                TINH UY THAI BINH
                So 08 - DA/TU
                DANG CONG SAN VIET NAM
                Thai Binh, ngay 5 thang 7 nam 2023
                DE AN
                nang cao chat luong cong tac dan van
                """));
        assertThat(read.number()).isEqualTo("08-DA/TU");
        assertThat(read.issued()).isEqualTo("2023-07-05");
        assertThat(read.kind()).isEqualTo("Đề án");
        assertThat(read.issuer()).isEqualTo("Tỉnh ủy Thái Bình");
    }

    @Test
    void whatThePageDoesNotSayStaysEmpty() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                Ghi chép buổi họp thôn
                Bà con bàn về con đường liên thôn.
                """));
        assertThat(read.number()).isEmpty();
        assertThat(read.issued()).isEmpty();
        assertThat(read.issuer()).isEmpty();
        assertThat(read.subject()).as("what to call it is for Titles").isEmpty();
        assertThat(FirstPage.read(List.of()).subject()).isEmpty();
    }

    @Test
    void aNumberLeftOpenAndADayThatIsNoneAreNotInvented() {
        DocumentMetadata read = FirstPage.read(TestFiles.page("""
                TỈNH ỦY THÁI BÌNH
                Số     -BC/TU
                Thái Bình, ngày 31 tháng 2 năm 2023
                BÁO CÁO
                kết quả quý I
                Căn cứ Đề án số 08-ĐA/TU của Tỉnh ủy
                """));
        assertThat(read.number()).isEmpty();
        assertThat(read.issued()).isEmpty();
        assertThat(read.kind()).isEqualTo("Báo cáo");
    }

    /** On a scan whose head could not be read, the day of the replaced document was taken. */
    @Test
    void aDayOfAnotherDocumentInTheTextIsNotItsOwn() {
        assertThat(FirstPage.read(TestFiles.page("""
                                ỦY BAN NHÂN DÂN
                                XÃ AN LẠC
                                Số: 135/QĐ-UBND
                                QUYẾT ĐỊNH
                                Về hòm thư thôn
                                Điều 1. Ban hành quy chế.
                                Điều 2. Thay thế Quyết định số 77/QĐ-
                                UBND ngày 02 tháng 3 năm 2020.
                                """)).issued()).isEmpty();
        assertThat(FirstPage.read(TestFiles.page("""
                                BIÊN BẢN
                                Họp thôn Đoài
                                I. Thành phần
                                Trưởng thôn và 40 hộ.
                                An Lạc, ngày 02 tháng 3 năm 2020
                                """)).issued()).isEqualTo("2020-03-02");
    }
}
