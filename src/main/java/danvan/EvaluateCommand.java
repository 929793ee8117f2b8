package danvan;

import danvan.library.Evaluation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the search on data by others: the table goes to standard output, what goes on meanwhile to standard error. */
@Command(
        name = "evaluate",
        description = {
            "Measures the search on a data set, or on a folder of them, and prints a table (TSV).",
            "A set is a folder with corpus.jsonl, queries*.jsonl and qrels.tsv, as BEIR has them."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "The data set, or a folder of data sets.")
    private Path folder = Path.of("");

    @Option(
            names = "--half",
            paramLabel = "tune|report|all",
            defaultValue = "all",
            description = "Which questions: those the weights were tuned on, the others, or all (default: all).")
    private Evaluation.Half half = Evaluation.Half.ALL;

    @Option(names = "--peers", description = "Measures default BM25 and SQLite FTS5 beside it, in further columns.")
    private boolean peers;

    @Override
    public Integer call() {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        new Evaluation(half, peers, out, progress).ofRanking(folder);
        return 0;
    }
}
