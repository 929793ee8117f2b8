package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nhiem ky may nam                 | Nhiệm kỳ là 05 năm.                              | true
            nhiem ky may nam                 | Mỗi năm họp ít nhất 02 kỳ.                       | false
            moi thon may nguoi               | được công nhận 01 (một) người có uy tín          | true
            moi thon may nguoi               | theo khoản 1 Điều 2 về người có uy tín           | false
            cham nhat khi nao                | trước ngày 25 tháng 12                           | true
            cham nhat khi nao                | theo Nghị định số 30/2020 của Chính phủ          | false
            cach nhau bao lau                | cách nhau ít nhất sáu tháng                      | true
            ho tro bao nhieu tien            | hỗ trợ 500.000 đồng                              | true
            ho tro bao nhieu tien            | hỗ trợ trong 15 ngày                             | false
            ho tro bao nhieu tien            | mỗi suất 500.000đ                                | true
            thuong bao nhieu tien            | khen thưởng 8 đồng chí                           | false
            mot suat may dong                | mỗi suất 500k                                    | true
            ma so ho so bao nhieu            | mã số hồ sơ 095724                               | true
            nop truoc ngay nao               | Hưng Hà, ngày 02 tháng 3 năm 2024                | false
            nop truoc ngay nao               | Số 19-CT/TU Hưng Hà, ngày 02 tháng 3 năm 2024    | false
            nop truoc ngay nao               | Hưng Hà, ngày 2/5/2024                           | false
            nop truoc ngay nao               | Họp tại Hưng Hà, ngày 2/5/2024                   | true
            ban hanh ngay nao                | Hưng Hà, ngày 02 tháng 3 năm 2024                | true
            nop truoc ngay nao               | theo Công văn số 12/UBND-NV ngày 04/10/2024      | false
            nop truoc ngay nao               | thực hiện Công văn số 12/UBND, gửi trước 15/7/2024 | true
            nop truoc ngay nao               | Gửi về trước 15/7/2024.                          | true
            nop truoc ngay nao               | Rà soát hộ nghèo cuối năm 2024                   | false
            nop truoc ngay nao               | nộp trước 30/6 hằng năm                          | true
            nop truoc ngay nao               | theo khoản 3/4 của Quy chế                       | false
            hop may gio                      | Thời gian: 8 giờ ngày 15/3/2024                  | true
            ai chu tri                       | Trưởng thôn chủ trì.                             | true
            """)
    void whatIsCountedIsAskedFor(String question, String sentence, boolean holds) {
        List<QueryTerm> terms = Word.of(question).stream()
                .map(word -> new QueryTerm(word, List.of(new QueryTerm.Form(word.exact(), word.folded(), 1)), 1))
                .toList();
        assertThat(AskedKind.of(terms).isIn(Word.of(sentence))).isEqualTo(holds);
    }
}
