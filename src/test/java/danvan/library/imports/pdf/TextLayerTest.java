package danvan.library.imports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.document.Extract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scanner that knows no Vietnamese writes words under its pictures that nobody wrote; they were quoted as the law's. */
class TextLayerTest {
    @Test
    void whatAnEnglishScannerMakesOfADecisionIsNoText() {
        assertThat(TextLayer.isGarbage(pdf("""
                CQNG HoA XA HQI CHU NGHiA VIET NAM
                DQc l4p - Ty do - H4nh phiic
                S6: 12lQD-UBND Hung Y6n, ngdy 05 thdng 7 ndm 2024
                QUYfT DINH
                Vd vi6c ban hdnh Quy chd ho4t dQng cria nhd v5n h6a
                Di6u 1. Ban hdnh kdm theo Quydt dinh ndy Quy chd t6 chric vd ho4t d0ng
                Di6u 2. Quydt dinh ndy c6 hiQu luc kC tir ngiy kf. ChSnh VSn phdng UBND tinh,
                Gi6m d5c c6c Sd, Thri truong c6c co quan, ddn vi li6n quan chlu tr6ch nhiQm thi hdnh
                """))).isTrue();
    }

    @Test
    void signsThatStandForNoLettersAreNoText() {
        assertThat(TextLayer.isGarbage(pdf("\u0003\u0011 \uf0b7\uf0a7 ()&% $#@ \uf021\uf022 !\"' *+, a\n".repeat(60))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                QUYẾT ĐỊNH
                Về việc ban hành Quy chế hoạt động của nhà văn hóa
                Căn cứ Thông tư số 12/2024/TT-BVHTTDL ngày 05/7/2024; theo đề nghị của Trưởng phòng VHXH (GDĐT cũ),
                diện tích 120 m2, điện 35 kWh, địa chỉ vanphong@anlac.gov.vn.
                Điều 1. Ban hành kèm theo Quyết định này Quy chế tổ chức và hoạt động của nhà văn hóa thôn.
                """, """
                The committee meets once a month and decides by a simple majority of those who are present. Whoever cannot
                come says so two days before. The minutes are kept by the secretary and can be read by every member.
                """, """
                Komisyon ayda bir kez toplanır ve hazır bulunanların salt çoğunluğuyla karar verir. Gelemeyecek olanlar iki
                gün önce haber verir. Tutanakları sekreter tutar; her üye okuyabilir, isterse örneğini alabilir, şikâyet edebilir.
                """, """
                CONG HOA XA HOI CHU NGHIA VIET NAM
                Dieu 1. Nha van hoa mo cua tu 7 gio den 21 gio hang ngay, tru ngay nghi theo quy dinh cua phap luat. Nguoi den
                nha van hoa giu gin ve sinh, khong hut thuoc, khong mang vat de chay no vao trong khuon vien nha van hoa.
                """, """
                Họ và tên: ........................................ Ngày sinh: ..... / ..... / ..........
                Nơi ở: ........................................................................
                Ý kiến: .........................................................................
                ..................................................................................
                """, """
                1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 1.250 3,5 % 4.400 12,75 100 200 300 400 500 600 700
                """})
    void textIsText(String text) {
        assertThat(TextLayer.isGarbage(pdf(text.repeat(4)))).isFalse();
    }

    @Test
    void textInAFontFromBeforeUnicodeIsText() {
        assertThat(TextLayer.isGarbage(pdf(
                        "Céng hoµ x· héi chñ nghÜa ViÖt Nam. §iÒu 1. Nhµ v¨n ho¸ më cöa tõ 7 giê ®Õn 21 giê hµng ngµy. "
                                .repeat(8))))
                .isFalse();
    }

    private static Extract pdf(String text) {
        return new Extract("application/pdf", "", 1, false, TestFiles.page(text));
    }
}
