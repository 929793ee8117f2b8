package danvan.library.imports.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.TestFiles;
import danvan.library.imports.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    @TempDir
    Path folder;

    @Test
    void itShowsTheFieldsWithTheirWordsTheStructureAndTheSum() throws Exception {
        Path file = TestFiles.file(folder, "qd.txt", TestFiles.DECISION.getBytes(StandardCharsets.UTF_8));
        String said = Explanation.of(Reading.ofOwnFiles(), file, "qd.txt");
        assertThat(said)
                .containsPattern("number +45/2025/QĐ-UBND +← (?iu:số: 45/2025/QĐ-UBND)")
                .containsPattern("\\d+  Điều 2 \\| Điều 2\\. Người giữ chìa khóa")
                .containsPattern("\\d+  letterhead: ỦY BAN NHÂN DÂN · XÃ TIẾN ĐỨC")
                .containsPattern("\\d+  signature: TM\\. ỦY BAN NHÂN DÂN · CHỦ TỊCH")
                .containsPattern("Letters: (\\d+) in the text = \\d+ in 4 passages \\+ \\d+ in no passage\\n")
                .doesNotContain("LOST");
    }
}
