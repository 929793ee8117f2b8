package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    @TempDir
    Path folder;

    @Test
    void eachVariantOfEachSetGetsALine() throws IOException {
        Path set = Files.createDirectories(folder.resolve("small"));
        Files.writeString(set.resolve("corpus.jsonl"), """
                {"id": "p1", "title": "Tiếp dân", "text": "Bí thư đảng ủy xã tiếp dân hai ngày một tháng.", "lang": "vi"}
                {"id": "p2", "title": "Hương ước", "text": "Dự thảo hương ước được niêm yết ba mươi ngày.", "lang": "vi"}
                """);
        Files.writeString(
                set.resolve("queries.jsonl"),
                "{\"id\": \"q1\", \"text\": \"hương ước niêm yết mấy ngày\", \"lang\": \"vi\"}\n");
        Files.writeString(
                set.resolve("queries.nodia_typo.jsonl"),
                "{\"id\": \"q1\", \"text\": \"huogn uoc niem yet may ngay\", \"lang\": \"vi\"}\n");
        Files.writeString(set.resolve("qrels.tsv"), "q1\tp2\t1\n");
        var bytes = new ByteArrayOutputStream();
        Evaluation.run(folder, Evaluation.Half.BOTH, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("data set\tvariant\tquestions\tR@1\tR@5\tR@10\tMRR@10\tnDCG@10\tp50 ms");
        assertThat(lines.get(1)).startsWith("small\tclean\t1\t1.0000\t1.0000\t1.0000\t1.0000\t1.0000\t");
        assertThat(lines.get(2)).startsWith("small\tnodia_typo\t1\t1.0000\t");
    }

    @Test
    void measuresFollowTheirDefinitions() {
        var measures = new Measures();
        measures.add(List.of("a", "b", "c"), java.util.Map.of("c", 1), 1_000_000);
        measures.add(List.of("a", "b"), java.util.Map.of("x", 1), 3_000_000);
        assertThat(measures.recall(1)).isZero();
        assertThat(measures.recall(5)).isEqualTo(0.5);
        assertThat(measures.reciprocalRank()).isEqualTo(1.0 / 6);
        assertThat(measures.gain()).isEqualTo(0.25); // log2(3 + 1) = 2
        assertThat(measures.millisecondsAt(0.99)).isEqualTo(3);
    }
}
