package danvan;

import danvan.library.Abstention;
import danvan.library.Document;
import danvan.library.Evaluation;
import danvan.library.Library;
import danvan.library.Passage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Main main;

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

    @Option(
            names = "--abstain",
            description = {
                "Measures instead how well what is not held is told from what is: by taking the passage out, and by",
                "questions on other matters (another set of the language, or the starter knowledge base's headings)."
            })
    private boolean abstain;

    EvaluateCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (abstain) {
            new Abstention(half, headings(), out, progress).of(folder);
            return 0;
        }
        new Evaluation(half, peers, out, progress).ofRanking(folder);
        return 0;
    }

    private Map<String, List<String>> headings() {
        Map<String, List<String>> headings = new HashMap<>();
        Path base = KnowledgeFolder.find(main.config().knowledgeBase());
        try (Library library = Library.open(base, problem -> {})) {
            for (Document document : library.documents()) {
                for (Passage passage : library.passages(document.id(), document.language())) {
                    headings.computeIfAbsent(document.language(), language -> new ArrayList<>())
                            .add(passage.heading());
                }
            }
        }
        return headings;
    }
}
