package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed gets a finding, never an exception, and the library goes on answering. */
class HostileInputTest {
    private static LibraryFixture starter;

    @BeforeAll
    static void open() {
        starter = LibraryFixture.starter();
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    static Stream<String> input() {
        return Stream.of(
                "",
                "   \n\t ",
                "?",
                "😀😀👍🏽 🇻🇳",
                "là gì thế nào bao nhiêu",
                "what is the of",
                "*:* AND title:(foo~2 OR \"bar\"^4) [a TO z] NOT +x -y /re.*gex/",
                "(a+)+$ ^(\\d{1,9})*[^]]{0,99} (?<=x)",
                "'; DROP TABLE passages; --",
                "基层民主是什么意思？党委书记每月接待群众几天",
                "что такое 08",
                "\u0000\uFFFF\uD800 \uDC00",
                "0/0/0-0",
                "00000000000000000000000000000000000000000000000000000000",
                "99999/99999/QĐ-TW",
                "nq nq nq qd qd 08 08 / - / tu tu tw",
                "a".repeat(4096),
                "dân ".repeat(1024),
                "12 ".repeat(1365),
                "🙂".repeat(2048),
                "àáảãạ".repeat(800),
                "x y z w v ".repeat(409));
    }

    @ParameterizedTest
    @MethodSource("input")
    void getsAFinding(String text) {
        assertThat(starter.ask(text)).isNotNull();
        assertThat(starter.answer("08-DA/TU là gì?")).isEqualTo("de-an-08-da-tu/da08-ban-hanh");
    }

    @ParameterizedTest
    @MethodSource("nothingAsked")
    void nothingIsAnsweredWhereNothingIsAsked(String text) {
        assertThat(starter.ask(text)).isInstanceOf(Finding.NotFound.class);
    }

    static Stream<String> nothingAsked() {
        return Stream.of(
                "",
                "😀😀👍🏽",
                "là gì thế nào bao nhiêu",
                "基层民主是什么意思？",
                "dạ vâng ạ",
                "what is the of",
                "3",
                "#2",
                "12 12 12",
                "👍",
                "*:* AND title:(foo~2 OR \"bar\"^4) [a TO z]",
                "a".repeat(4096),
                "dân ".repeat(1024),
                "12 ".repeat(1365));
    }
}
