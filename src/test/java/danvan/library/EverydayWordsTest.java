package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.query.GlossaryExpander;
import danvan.library.query.Thesaurus;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions in the words of a village, over what the bot ships with. */
class EverydayWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "làng mình muốn viết lại lệ làng thì dán bảng bao nhiêu hôm|nd-61-2023",
                "đơn kêu oan xử lần hai thì lâu nhất mấy bữa|luat-khieu-nai-2011",
                "chup anh can cuoc cua dan roi gui len zalo co dc k|luat-bao-ve-du-lieu-2025",
                "How long must the draft village rules hang on the notice board?|nd-61-2023",
                "İhbarcının adı gizli kalır mı?|luat-to-cao-2018",
            })
    void findTheDocumentThatSaysItOtherwise(String question, String document) {
        assertThat(LibraryFixture.starter().ask(question))
                .extracting(finding -> finding.accept(new First()).map(Passage::documentId))
                .isEqualTo(Optional.of(document));
    }

    /** How long there is to complain, and how long a complaint may take, were taken for one another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bà con không chịu cách xã giải quyết lần đầu thì gửi đơn tiếp lên huyện trong mấy hôm|kn-thoi-han-lan-hai",
                "giai quyet lan dau ma dan khong dong y thi con may ngay de khieu nai tiep|kn-thoi-han-lan-hai",
                "muốn làm đơn khiếu nại quyết định của xã thì phải nộp trong mấy hôm|kn-thoi-hieu",
                "đơn kêu oan xử lần hai thì lâu nhất mấy bữa|kn-lan-hai",
                "khiếu nại lần hai mấy ngày|kn-lan-hai",
                "khiếu nại lần đầu mấy ngày|kn-lan-dau",
                "How long may a second complaint take to be settled?|kn-lan-hai",
                "How many days do we have to complain again when the first decision is wrong?|kn-thoi-han-lan-hai",
            })
    void tellTimeToComplainFromTimeToSettle(String question, String passage) {
        assertThat(LibraryFixture.starter().ask(question))
                .extracting(finding -> finding.accept(new First()).map(Passage::id))
                .isEqualTo(Optional.of(passage));
    }

    @Test
    void severalExpressionsOfAQuestionAreExchangedAtOnceAndTheLongestWins() {
        Thesaurus thesaurus = new GlossaryExpander(
                        new Glossary(List.of(), List.of(), List.of()),
                        List.of(),
                        List.of(
                                new EverydayExpression("vi", List.of("xóm"), List.of("thôn")),
                                new EverydayExpression(
                                        "vi", List.of("sếp xã"), List.of("Chủ tịch xã", "người đứng đầu")),
                                new EverydayExpression("vi", List.of("sếp xã to"), List.of("Bí thư"))))
                .thesaurus();
        assertThat(said(thesaurus, "sếp xã gặp xóm"))
                .containsExactly(words("Chủ tịch xã gặp thôn"), words("người đứng đầu gặp thôn"));
        assertThat(said(thesaurus, "sếp xã to")).containsExactly(words("Bí thư"));
        assertThat(said(thesaurus, "sep xa gap ai"))
                .containsExactly(words("Chủ tịch xã gap ai"), words("người đứng đầu gap ai"));
        // One word without marks may be another one: "ap" is áp, ấp and áo with a slip.
        assertThat(said(thesaurus, "xom nao")).isEmpty();
        assertThat(said(thesaurus, "họp dân")).isEmpty();
    }

    private static List<List<String>> said(Thesaurus thesaurus, String question) {
        List<Word> words = Word.of(question);
        return thesaurus.exchanged("vi", words, words.stream().anyMatch(Word::hasMarks), letters -> true).stream()
                .map(way -> WordForms.exact(way.words()))
                .toList();
    }

    private static List<String> words(String text) {
        return WordForms.exact(Word.of(text));
    }

    /** What is shown first. */
    private static final class First implements Finding.Visitor<Optional<Passage>> {
        @Override
        public Optional<Passage> found(Finding.Found found) {
            return Optional.of(found.best().passage());
        }

        @Override
        public Optional<Passage> likely(Finding.Likely likely) {
            return Optional.of(likely.best().passage());
        }

        @Override
        public Optional<Passage> whichDocument(Finding.WhichDocument which) {
            return Optional.empty();
        }

        @Override
        public Optional<Passage> notFound(Finding.NotFound notFound) {
            return Optional.empty();
        }
    }
}
