package danvan.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserTest {
    private static List<Reference> in(String text) {
        return ReferenceParser.in(text, Word.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08-ĐA/TU                     | [da] 8 0 tu
            08-DA/TU là gì               | [da] 8 0 tu
            08 da tu                     | [da] 8 0 tu
            da 08                        | [da] 8 0
            da08                         | [da] 8 0
            ĐA 08                        | [da] 8 0
            đề án 08                     | [da] 8 0
            de an so 8                   | [da] 8 0
            nq25                         | [nq] 25 0
            nghị quyết 25 năm 2013       | [nq] 25 2013
            qd 23-QĐ/TW nam 2021         | [qd, qdi] 23 2021 tw
            quy dinh 11                  | [qdi] 11 0
            11-QĐi/TW                    | [qdi] 11 0 tw
            qd 11-QĐi/TW                 | [qdi] 11 0 tw
            nd 59                        | [nd] 59 0
            Nghị định 59/2023/NĐ-CP      | [nd] 59 2023 cp
            10/2022/QH15                 | [luat, nq] 10 2022 qh
            Luật số 10/2022/QH15         | [luat] 10 2022 qh
            16/CT-TTg                    | [ct] 16 0 ttg
            Resolution 25                | [nq] 25 0
            Decree No. 59                | [nd] 59 0
            59 sayılı kararname          | [nd] 59 0
            08 projesi                   | [da] 8 0
            huong dan 36 hd vptw         | [hd] 36 0 vptw
            hd 36 vptw                   | [hd] 36 0 vptw
            ct 01 ttg 2014               | [ct] 1 2014 ttg
            kh 16 mttq                   | [kh] 16 0 mttq
            16/KH-MTTQ-BTT               | [kh] 16 0 mttq-btt
            thong tu lien tich 01/2014 ubdt btc | [tt] 1 2014 ubdt-btc
            01/2014/TTLT-UBDT-BTC        | [tt] 1 2014 ubdt-btc
            nghi quyet lien tich 102/2025 | [nq] 102 2025
            chi thi 01 tlđ               | [ct] 1 0 tld
            sắc lệnh số 4                | [sl] 4 0
            công văn 2587-CV/VPTW        | [cv] 2587 0 vptw
            """)
    void areReadInEverySpelling(String text, String expected) {
        assertThat(in(text))
                .singleElement()
                .satisfies(reference -> assertThat((new TreeSet<>(reference.kinds()) + " " + reference.number() + " "
                                        + reference.year() + " " + reference.organ())
                                .strip())
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kế hoạch 5 năm",
                "báo cáo 6 tháng",
                "quyết định trong 30 ngày",
                "ngày 8 đã họp",
                "luật 2022",
                "sắc lệnh 1945",
                "kế hoạch 16",
                "báo cáo 2 lần",
                "ct xa 1 tuan",
                "quy 1",
                "5 biết 4 luôn",
                "15/10",
                "100% hộ"
            })
    void numbersOfOtherThingsAreNone(String text) {
        assertThat(in(text)).isEmpty();
    }
}
