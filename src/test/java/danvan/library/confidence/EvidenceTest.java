package danvan.library.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.index.PlainTexts;
import danvan.library.query.ParsedQuery;
import danvan.library.query.Word;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen in the texts that a search ranked; how it is weighed is measured by {@code evaluate --abstain}. */
class EvidenceTest {
    private static final String QUESTION = "ai chủ trì họp thôn Đông Hải";

    @Test
    void wordsOfOneSentenceTellMoreThanTheSameWordsSpreadOverTwo() {
        Evidence together = of(QUESTION, "Trưởng thôn chủ trì họp thôn Đông Hải. Xã hỗ trợ.");
        Evidence apart = of(QUESTION, "Trưởng thôn chủ trì. Việc họp ở Đông Hải do xã hỗ trợ.");
        assertThat(together.inOneSentence()).isEqualTo(1);
        assertThat(apart.inOneSentence()).isLessThan(0.8);
        assertThat(apart.lacks()).as("the passage holds them all").isZero();
    }

    @Test
    void aStopWithinANumberEndsNoSentence() {
        List<Word> words = Word.of("Theo mục 2.3 của đề án; xã báo cáo\nHuyện tổng hợp");
        assertThat(words.stream().filter(Word::opens).map(Word::folded)).containsExactly("theo", "xa", "huyen");
    }

    @Test
    void aMissingNameIsALack() {
        assertThat(of(QUESTION, "Trưởng thôn chủ trì họp thôn Nam Hải.").lacksNames())
                .isGreaterThan(0);
        assertThat(of(QUESTION, "Trưởng thôn chủ trì họp thôn Đông Hải.").lacksNames())
                .isZero();
    }

    @Test
    void aWordThatOnlyThisTextHoldsTellsItApartAndOneThatOnlyItLacksSpeaksAgainstIt() {
        EvidenceExtractor texts =
                ranked("chủ trì họp", "Trưởng thôn chủ trì họp.", "Phó thôn chủ trì, phó thôn chủ trì.", "Xã chủ trì.");
        assertThat(texts.of(0, 0).tellsApart()).isGreaterThan(0);
        assertThat(texts.of(0, 0).lacks()).isZero();
        assertThat(texts.of(1, 0).tellsApart()).isZero();
        assertThat(texts.of(1, 0).lacks()).isGreaterThan(0);
    }

    /** Of two passages that named a document, both led by all: a question on another province's was answered. */
    @Test
    void oneOfTwoThatAreAlikeIsNotAhead() {
        EvidenceExtractor alike = ranked("chủ trì họp", "Trưởng thôn chủ trì họp.", "Trưởng xóm chủ trì họp.");
        assertThat(alike.of(0, 0).aheadOfThird()).isLessThan(0.1);
        assertThat(alike.of(1, 0).aheadOfThird()).isLessThan(0.1);
    }

    private static Evidence of(String question, String text) {
        return ranked(question, text).of(0, 0);
    }

    /** Among others on other matters, so that a word held by two or three is rare. */
    private static EvidenceExtractor ranked(String question, String... bodies) {
        Stream<String> others = IntStream.range(0, 30).mapToObj(i -> "Lịch tiếp công dân tuần " + i + ".");
        try (PlainTexts texts = new PlainTexts()) {
            Stream.concat(Stream.of(bodies), others).forEach(body -> texts.with("vi", "", body));
            return texts.index.read(snapshot -> {
                ParsedQuery read = snapshot.parser().read("vi", Word.of(question), word -> false);
                return EvidenceExtractor.of(read, snapshot.search(read, 10, null), snapshot);
            });
        }
    }
}
