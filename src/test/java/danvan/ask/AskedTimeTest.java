package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTimeTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            năm 2023 luật dân chủ có hiệu lực chưa | 2023-01-01 | 2023-12-31
            nam 2025 con cap huyen khong           | 2025-01-01 | 2025-12-31
            ngày 15/3/2023 quy định nào áp dụng    | 2023-03-15 | 2023-03-15
            trước 01/7/2025 ai đối thoại với dân   | 2025-06-30 | 2025-06-30
            sau 1/7/2025 còn cấp huyện không       | 2025-07-01 | 2025-07-01
            tháng 5/2024 áp dụng luật nào          | 2024-05-01 | 2024-05-31
            2025 yılında ilçe var mı               | 2025-01-01 | 2025-12-31
            was it in force in 2022                | 2022-01-01 | 2022-12-31
            nghị định 59/2023/NĐ-CP nói gì         | 2024-03-01 | 2024-03-01
            luật 10/2022/QH15                      | 2024-03-01 | 2024-03-01
            ngày 31/02/2023 thì sao                | 2024-03-01 | 2024-03-01
            thông tư 04/2021 có mấy mẫu            | 2024-03-01 | 2024-03-01
            tiếp dân mấy ngày                      | 2024-03-01 | 2024-03-01
            """)
    void theTimeAQuestionNames(String words, LocalDate from, LocalDate to) {
        AskedTime asked = AskedTime.in(words, TODAY);
        assertThat(asked.from()).isEqualTo(from);
        assertThat(asked.to()).isEqualTo(to);
    }
}
