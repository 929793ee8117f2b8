package danvan.library.answer;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.Question;
import danvan.library.index.PassageIndex;
import danvan.library.index.TextAnalysis;
import danvan.library.query.GlossaryExpander;
import danvan.library.source.KnowledgeBase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CandidateSearchTest {
    /** What the glossary writes out has its marks, whatever was typed. */
    @Test
    void anAbbreviationWrittenOutDoesNotMakeAQuestionOneTypedWithMarks() {
        KnowledgeBase base = KnowledgeBase.read(Path.of("knowledge-base"), problem -> {});
        GlossaryExpander glossary = new GlossaryExpander(base.glossary(), base.gaps());
        try (PassageIndex index = PassageIndex.inMemory(glossary, TextAnalysis.by(glossary))) {
            assertThat(isMarked(index, "UBND xa phai cong khai nhung gi")).isFalse();
            assertThat(isMarked(index, "UBND xã phải công khai những gì")).isTrue();
        }
    }

    private static boolean isMarked(PassageIndex index, String question) {
        return index.read(snapshot -> new CandidateSearch(snapshot, new Meaning(snapshot, null))
                .of(new Question(question, null, LocalDate.of(2024, 3, 1)), null)
                .reading()
                .marked());
    }
}
