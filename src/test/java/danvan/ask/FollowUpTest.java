package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bí thư đảng ủy xã 1 tháng tiếp dân mấy ngày | còn cấp huyện?      | bí thư đảng ủy 1 tháng tiếp dân mấy ngày cấp huyện
            bi thu dang uy xa tiep dan may ngay         | con cap huyen       | bi thu dang uy tiep dan may ngay cap huyen
            bí thư xã tiếp dân mấy ngày?                | thế còn chủ tịch?   | xã tiếp dân mấy ngày chủ tịch
            nghị quyết 25 ban hành ngày nào             | còn kết luận 43?    | ban hành ngày nào kết luận 43
            khiếu nại lần đầu giải quyết bao lâu        | lần hai thì sao     | khiếu nại giải quyết bao lâu lần hai
            how often must the commune chairman receive | what about district | how often must the chairman receive district
            """)
    void whatIsNewTakesThePlaceOfItsLike(String before, String message, String joined) {
        assertThat(FollowUp.join(before, message)).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"còn cấp huyện?", "Thế còn bí thư?", "lần hai thì sao", "what about the ward", "peki ilçe?"})
    void theseGoOn(String message) {
        assertThat(FollowUp.mayBe(message) && FollowUp.isMarked(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tổ dân vận gồm ai",
                "đề án 08 là gì",
                "họp thôn không đủ người thì có được phát phiếu lấy ý kiến không"
            })
    void theseDoNotSaySo(String message) {
        assertThat(FollowUp.isMarked(message)).isFalse();
    }
}
