package danvan.library.answer;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.Question;
import danvan.library.confidence.Confidence;
import danvan.library.source.KnowledgeBase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CandidateSearchTest {
    /** What the glossary writes out has its marks, whatever was typed. */
    @Test
    void anAbbreviationWrittenOutDoesNotMakeAQuestionOneTypedWithMarks() {
        try (AnswerSearch finder =
                new AnswerSearch(KnowledgeBase.read(Path.of("knowledge-base"), problem -> {}), Confidence::of)) {
            assertThat(isMarked(finder, "UBND xa phai cong khai nhung gi")).isFalse();
            assertThat(isMarked(finder, "UBND xã phải công khai những gì")).isTrue();
        }
    }

    private static boolean isMarked(AnswerSearch finder, String question) {
        return finder.considering()
                .of(new Question(question, null, LocalDate.of(2024, 3, 1)), null)
                .reading()
                .marked();
    }
}
