package danvan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day as somebody types it, in the place of a deadline. */
class TypedDayTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2024-03-20, 31/3,       2024-03-31
            2024-03-20, 31.3.2024,  2024-03-31
            2024-03-20, 2024-03-31, 2024-03-31
            2024-03-20, 15/3,       2025-03-15
            2024-12-20, 5/1 mai,    2025-01-05
            2027-12-20, 29/2,       2028-02-29
            2024-03-20, 29/2,       -
            2024-03-20, 30/2,       -
            2024-03-20, 29/2/2025,  -
            2024-03-20, 31/4,       -
            2024-03-20, 12/13,      -
            2024-03-20, 0/3,        -
            2024-03-20, 1/13/2024,  -
            """)
    void aDayWithoutAYearIsTheFirstAfterTheDeadline(LocalDate due, String typed, LocalDate day) {
        assertThat(day(typed, due, due)).isEqualTo(day);
    }

    /** Of all these only 20/12, 20.12.2024 and 2024-12-20 were understood. The deadline is Wednesday, today a Monday. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            20-12                          | 2024-12-20
            20/12/24                       | 2024-12-20
            20 12 2024                     | 2024-12-20
            ngày 20/12                     | 2024-12-20
            ngay 20 thang 12               | 2024-12-20
            20 tháng 12 năm 2024           | 2024-12-20
            Cho em xin đến ngày 20/12 ạ    | 2024-12-20
            20 / 12 nhé                    | 2024-12-20
            ngày 20                        | 2024-12-20
            20                             | 2024-12-20
            3                              | 2025-01-03
            ngày 5 tháng sau               | 2025-01-05
            20 Aralık                      | 2024-12-20
            20 aralik 2024                 | 2024-12-20
            20/12'ye kadar                 | 2024-12-20
            20 December                    | 2024-12-20
            Dec 20, 2024                   | 2024-12-20
            until the 20th                 | 2024-12-20
            mai                            | 2024-12-10
            ngày kia                       | 2024-12-11
            yarın                          | 2024-12-10
            day after tomorrow             | 2024-12-11
            thứ 6                          | 2024-12-13
            T6                             | 2024-12-13
            thứ sáu này                    | 2024-12-13
            thu 2                          | 2024-12-16
            chủ nhật                       | 2024-12-15
            cuma                           | 2024-12-13
            Thursday                       | 2024-12-12
            thứ 6 tuần sau                 | 2024-12-20
            haftaya cuma                   | 2024-12-20
            gelecek cumaya kadar           | 2024-12-20
            Friday next week               | 2024-12-20
            next Friday                    | 2024-12-20
            tuần sau                       | 2024-12-20
            next week                      | 2024-12-20
            haftaya                        | 2024-12-20
            đầu tuần sau                   | 2024-12-16
            cuối tuần                      | 2024-12-15
            cuối tháng                     | 2024-12-31
            hết tháng 1                    | 2025-01-31
            đến hết ngày 20/12             | 2024-12-20
            ay sonu                        | 2024-12-31
            end of the month               | 2024-12-31
            end of January                 | 2025-01-31
            1 tuần nữa                     | 2024-12-16
            bốn ngày nữa                   | 2024-12-13
            in four days                   | 2024-12-13
            dört gün sonra                 | 2024-12-13
            hai tuần nữa                   | 2024-12-23
            2 hafta sonra                  | 2024-12-23
            in 2 weeks                     | 2024-12-23
            sau 10 ngày                    | 2024-12-19
            thêm 5 ngày                    | 2024-12-16
            5 more days                    | 2024-12-16
            5 gün                          | 2024-12-16
            thêm 2 tuần                    | 2024-12-25
            2 more weeks                   | 2024-12-25
            2 hafta daha                   | 2024-12-25
            a month                        | 2025-01-11
            soon                           | -
            sớm                            | -
            0                              | -
            32                             | -
            99/99/9999                     | -
            999999999999999                | -
            chờ số liệu                    | -
            tuần sau tôi đi vắng           | 2024-12-20
            """)
    void aDayIsUnderstoodAsPeopleTypeIt(String typed, LocalDate day) {
        assertThat(day(typed, LocalDate.parse("2024-12-11"), LocalDate.parse("2024-12-09")))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28/3 chờ số liệu thôn                  | chờ số liệu thôn
            ngày 28/3, chờ số liệu thôn            | chờ số liệu thôn
            thứ 6 tuần sau: 5 thôn chưa nộp        | 5 thôn chưa nộp
            20/12 24 hộ chưa xong                  | 24 hộ chưa xong
            28.3. köy verileri bekleniyor          | köy verileri bekleniyor
            28 Mart'a kadar, daha fazla olmaz      | daha fazla olmaz
            28/3 nhé, nhà văn hóa đang sửa         | nhà văn hóa đang sửa
            28/3 nhà văn hóa đang sửa              | nhà văn hóa đang sửa
            """)
    void whatStandsBehindADayIsAWordOnIt(String typed, String rest) {
        assertThat(TypedDay.in(typed, LocalDate.parse("2024-03-20"), LocalDate.parse("2024-03-18"))
                        .map(TypedDay.Found::rest))
                .contains(rest);
    }

    private static @Nullable LocalDate day(String typed, LocalDate due, LocalDate today) {
        return TypedDay.in(typed, due, today).map(TypedDay.Found::day).orElse(null);
    }
}
