package danvan.library.answer;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.Passage;
import danvan.library.Validity;
import danvan.library.query.ParsedQuery;
import danvan.library.query.QueryTerm;
import danvan.library.query.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is bold in an answer: "chính sách" was asked for, and "sách" of "danh sách" was bold. */
class TellingWordsTest {
    private static final Set<String> WORDS =
            Set.of("danh sach", "chinh sach", "truong thon", "hoa giai", "giai vien", "tu choi");

    private static List<String> bold(String question, String text) {
        return bold("vi", question, text);
    }

    private static List<String> bold(String language, String question, String text) {
        List<QueryTerm> terms = Word.of(question).stream()
                .map(word -> new QueryTerm(
                        word,
                        List.of(new QueryTerm.Form(word.exact(), word.folded(), 1)),
                        word.folded().equals("tu") ? 0 : 1,
                        false))
                .toList();
        Passage passage =
                new Passage("d", "p", language, "", text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
        return new TellingWords(
                        new ParsedQuery(language, terms, true),
                        (one, other) -> WORDS.contains(one.folded() + ' ' + other.folded()))
                .in(passage).stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .toList();
    }

    @Test
    void aSyllableOfAnotherWordIsNot() {
        assertThat(bold("chính sách dân tộc", "Lập danh sách hộ nghèo theo chính sách của xã."))
                .containsExactly("chính sách");
        assertThat(bold("họp thôn", "Trưởng thôn báo cáo; thôn họp mỗi quý.")).containsExactly("thôn họp");
    }

    @Test
    void aSyllableThatStandsAloneIs() {
        assertThat(bold("mua sách", "Xã mua sách; sách để ở nhà văn hóa.")).containsExactly("mua sách", "sách");
        assertThat(bold("danh sách", "Danh sách, sách.")).containsExactly("Danh sách", "sách");
    }

    /** "giải" makes a word with "hòa", and one with "viên" that was not asked for: what was asked for stays whole. */
    @Test
    void aWholeWordStaysWholeInALongerOne() {
        assertThat(bold("hòa giải", "Hòa giải viên ở cơ sở.")).containsExactly("Hòa giải");
    }

    @Test
    void atTheEdgeOfARunOnlyTheSyllableOfTheOtherWordIsLeftOut() {
        assertThat(bold("lập kế hoạch chính sách", "Xã lập danh sách.")).containsExactly("lập");
        assertThat(bold("sách kế hoạch", "Danh sách kế hoạch.")).containsExactly("kế hoạch");
    }

    /** "từ" is a question word, and half of "từ chối": "chối tiếp" was bold. */
    @Test
    void aWordThatBeginsLikeAQuestionWordIsWhole() {
        assertThat(bold("có được từ chối tiếp không", "Cán bộ được từ chối tiếp; từ năm 2024."))
                .containsExactly("được từ chối tiếp");
    }

    @Test
    void inALanguageWithSpacesBetweenWordsEachIs() {
        assertThat(bold("en", "policy list", "The list of policy papers.")).containsExactly("list", "policy");
    }
}
