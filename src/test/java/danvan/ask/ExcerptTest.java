package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String FILLER = "Câu này nói về một việc khác, không liên quan tới điều được hỏi ở đây. ";

    @Test
    void aShortTextComesWholeWithItsTellingWordsBold() {
        String text = "Niêm yết <ít nhất> 30 ngày.";
        assertThat(Excerpt.of(text, List.of(span(text, "30 ngày"))).markup(List.of(span(text, "30 ngày"))))
                .isEqualTo("Niêm yết &lt;ít nhất&gt; <b>30 ngày</b>.");
    }

    @Test
    void aLongTextIsCutAtSentenceEndsRoundTheTellingWords() {
        String text = FILLER.repeat(20) + "Bí thư tiếp dân ít nhất 2 ngày. "
                + FILLER.repeat(20).strip();
        List<Span> telling = List.of(span(text, "tiếp dân"));
        Excerpt excerpt = Excerpt.of(text, telling);
        String shown = excerpt.markup(telling);
        assertThat(excerpt.isWhole()).isFalse();
        assertThat(shown).startsWith("[…] ").endsWith(" […]").contains("Bí thư <b>tiếp dân</b> ít nhất 2 ngày. Câu");
        assertThat(text).contains(text.substring(excerpt.start(), excerpt.end()));
        assertThat(excerpt.end() - excerpt.start()).isBetween(Excerpt.SCREEN / 2, Excerpt.SCREEN);
        assertThat(text.substring(0, excerpt.start())).endsWith(". ");
        assertThat(text.substring(0, excerpt.end()).stripTrailing()).endsWith(".");
    }

    /** The words of the question stood in the clause before, and the one line that answered was cut off. */
    @Test
    void theSentenceThatAnswersIsShown() {
        String clause = "a) Người được bình chọn phải có uy tín trong thôn và được bình chọn tại hội nghị thôn; "
                + FILLER.repeat(8).strip();
        String answer = "a) Thôn đủ điều kiện được bình chọn 01 (một) người;";
        String text = "1. Nguyên tắc\n" + clause + "\n2. Điều kiện\n" + answer + "\nb) " + FILLER.repeat(8);
        List<Span> telling = List.of(span(text, "bình chọn"), span(text, "uy tín"), span(text, "thôn"));
        Excerpt excerpt = Excerpt.of(text, telling, java.util.Optional.of(span(text, answer)));
        assertThat(text.substring(excerpt.start(), excerpt.end())).contains("2. Điều kiện", answer);
        assertThat(excerpt.end() - excerpt.start()).isLessThanOrEqualTo(Excerpt.SCREEN);
    }

    @Test
    void aListComesWholeWithTheLineThatOpensIt() {
        StringBuilder list = new StringBuilder("Mười nhiệm vụ trọng tâm:\n");
        for (int i = 1; i <= 10; i++) {
            list.append(i)
                    .append(". Nhiệm vụ số ")
                    .append(i)
                    .append(" là ")
                    .append(FILLER, 0, 60)
                    .append('\n');
        }
        String text = FILLER.repeat(20) + "\n" + list + FILLER.repeat(20);
        List<Span> telling = List.of(span(text, "nhiệm vụ trọng tâm"));
        Excerpt excerpt = Excerpt.of(text, telling);
        assertThat(text.substring(excerpt.start(), excerpt.end()))
                .contains(list.toString().strip());
    }

    @Test
    void aNumberOrAShortTitleBeforeAStopEndsNoSentence() {
        String article = "Theo Điều 15. Nội dung tiếp công dân do TS. Nguyễn Văn B nêu. ";
        String text = article.repeat(30);
        Excerpt excerpt = Excerpt.of(text, List.of(span(text, "Nội dung")));
        assertThat(text.substring(excerpt.start(), excerpt.end()))
                .startsWith("Theo")
                .endsWith("nêu. ");
    }

    @Test
    void aTextWithoutAnyStopIsCutBetweenWords() {
        String text = "chữ ".repeat(600).strip();
        Excerpt excerpt = Excerpt.of(text, List.of());
        assertThat(excerpt.end()).isLessThanOrEqualTo(Excerpt.SCREEN);
        assertThat(excerpt.markup(List.of())).endsWith("chữ […]");
    }

    @Test
    void everyLongTextIsShownToItsEndByItsPieces() {
        List<String> odd = new ArrayList<>(
                List.of("x".repeat(5000), "a. ".repeat(900), "\n".repeat(800) + "b", "•\n".repeat(900)));
        odd.add("Điều 1. " + "khoản ".repeat(1000));
        for (String text : odd) {
            Excerpt excerpt = Excerpt.of(text, List.of());
            assertThat(excerpt.end()).isGreaterThan(excerpt.start());
            assertThat(excerpt.markup(List.of())).isNotBlank();
        }
    }

    private static Span span(String text, String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}
