package danvan.library.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Evaluation(Evaluation.Half.ALL, true, out, silent()).ofRanking(folder);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("data set\tvariant\tR@1\tR@5\tR@10\tMRR@10\tnDCG@10\tp50 ms\tp99 ms\tindex s"
                        + "\tdefault BM25 R@1\tdefault BM25 nDCG@10\tSQLite FTS5 R@1\tSQLite FTS5 nDCG@10");
        assertThat(lines.get(1)).startsWith("small\tclean\t1.0000\t1.0000\t1.0000\t1.0000\t1.0000\t");
        assertThat(lines.get(2)).startsWith("small\tnodia_typo\t1.0000\t");
    }

    private static PrintStream silent() {
        return new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Test
    void aSetAsBeirKeepsItIsReadToo() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), """
                {"_id": "p1", "text": "The commune chair receives citizens at least one day a week."}
                {"_id": "p2", "text": "Köy başkanı toplantı planını hazırlar ve halka duyurur."}
                """);
        Files.writeString(
                folder.resolve("queries.jsonl"), "{\"_id\": \"q1\", \"text\": \"toplanti planini kim hazirlar\"}\n");
        Files.writeString(
                Files.createDirectories(folder.resolve("qrels")).resolve("test.tsv"),
                "query-id\tcorpus-id\tscore\nq1\tp2\t1\n");
        var bytes = new ByteArrayOutputStream();
        new Evaluation(Evaluation.Half.ALL, false, new PrintStream(bytes, true, StandardCharsets.UTF_8), silent())
                .ofRanking(folder);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList().get(1))
                .contains("\tclean\t1.0000\t1.0000\t");
    }

    @Test
    void whatIsMissingOrMalformedIsSaidInOneLine() throws IOException {
        var evaluation = new Evaluation(Evaluation.Half.ALL, false, silent(), silent());
        assertProblem(evaluation, folder.resolve("absent"), "no such folder");
        assertProblem(evaluation, folder, "no corpus.jsonl here");
        Files.writeString(folder.resolve("corpus.jsonl"), "{\"id\": \"p1\", \"text\": \"a\"}\n{\"id\": \n");
        assertProblem(evaluation, folder, "corpus.jsonl:2: not JSON");
        Files.writeString(folder.resolve("corpus.jsonl"), "{\"id\": \"p1\"}\n");
        assertProblem(evaluation, folder, "corpus.jsonl:1: no id or no text");
        Files.writeString(folder.resolve("corpus.jsonl"), "{\"id\": \"p1\", \"text\": \"a\"}\n");
        assertProblem(evaluation, folder, "no queries.jsonl");
        Files.writeString(folder.resolve("queries.jsonl"), "{\"id\": \"q1\", \"text\": \"a\"}\n");
        assertProblem(evaluation, folder, "no qrels.tsv");
        Files.writeString(folder.resolve("qrels.tsv"), "q1\tp1\t1\nq1 p1 much\n");
        assertProblem(evaluation, folder, "qrels.tsv:2: not question, passage and relevance");
    }

    private static void assertProblem(Evaluation evaluation, Path folder, String says) {
        assertThatThrownBy(() -> evaluation.ofRanking(folder))
                .isInstanceOf(EvaluationProblem.class)
                .hasMessageContaining(says)
                .hasMessageContaining(" → ")
                .message()
                .doesNotContain("\n");
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
