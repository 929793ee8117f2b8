package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelexTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ddeef an 08 laf gif                            | đề an 08 là gì
            Ddeef An 08 LAF gif                            | Đề An 08 LÀ gì
            bis thuw ddangr uyr xax tieeps daan maays ngayf | bí thư đảng ủy xã tiếp dân mấy ngày
            huwowng uwowcs nieem yeets maays ngayf         | hương ước niêm yết mấy ngày
            quyeets ddinhj cuar UBND xax nq25 UBMTTQ       | quyết định của UBND xã nq25 UBMTTQ
            khieeus naij vowis toos caos khacs nhau naof   | khiếu nại với tố cáo khác nhau nào
            tiepes dana nguowif giaf thuowr nhor          | tiếp dân người già thuở nhỏ
            quas trinhf chuyeenr hoas                      | quá trình chuyển hóa
            đề án 08 laf gif ddaays                        | đề án 08 là gì đấy
            """)
    void theKeysThatWereTypedAreReadAsTheirLetters(String typed, String meant) {
        assertThat(Telex.undone(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many days a week must the commune chairman receive citizens?",
                "how long is 08-DA/TU",
                "when was decree 59 issued",
                "who is on the team now",
                "Komün parti sekreteri ayda kaç gün halkı kabul etmeli?",
                "koy tuzugu taslagi kac gun ilan edilir",
                "bir tur var mi",
                "bi thu dang uy xa 1 thang tiep dan may ngay",
                "to dan van gom nhung ai vay ad",
                "Nhà nghiên cứu nào sử dụng từ oxi lần đầu tiên?",
                "co bao nhieu nguoi chet vi benh dich hach o paris nam 1466",
                "08-ĐA/TU",
                "📞❓❓",
                ""
            })
    void whatIsNoTelexStaysAsItIs(String typed) {
        assertThat(Telex.undone(typed)).isEqualTo(typed);
    }
}
