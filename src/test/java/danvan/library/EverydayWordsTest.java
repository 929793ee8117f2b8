package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.query.GlossaryExpander;
import danvan.library.query.Thesaurus;
import danvan.library.query.Word;
import danvan.library.query.WordForms;
import java.util.List;
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
                .isInstanceOfAny(Finding.Found.class, Finding.Likely.class)
                .extracting(finding -> finding.accept(new FirstDocument()))
                .isEqualTo(document);
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

    private static final class FirstDocument implements Finding.Visitor<String> {
        @Override
        public String found(Finding.Found found) {
            return found.best().passage().documentId();
        }

        @Override
        public String likely(Finding.Likely likely) {
            return likely.best().passage().documentId();
        }

        @Override
        public String whichDocument(Finding.WhichDocument which) {
            return "which";
        }

        @Override
        public String notFound(Finding.NotFound notFound) {
            return "nothing";
        }
    }
}
