package danvan.cli;

import danvan.ask.QuestionSheet;
import danvan.config.Config;
import danvan.knowledge.KnowledgeFolder;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.evaluation.Abstention;
import danvan.library.evaluation.Evaluation;
import danvan.library.imports.evaluation.DocumentsEvaluation;
import danvan.library.imports.shelving.Shelving;
import danvan.storage.Database;
import danvan.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the search on data by others: the table goes to standard output, what goes on meanwhile to standard error. */
@Command(
        name = "evaluate",
        description = {
            "Measures the search on a data set, or on a folder of them, and prints a table (TSV).",
            "A set is a folder with corpus.jsonl, queries*.jsonl and qrels.tsv, as BEIR has them.",
            "With --documents it measures instead how documents are read, over a folder with files/ and truth.tsv.",
            "With --questions it asks the knowledge base instead; exit status 1 when a reply is not as it must be."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Supplier<Config> settings;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The data set, or a folder of data sets.")
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

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = {
                "Asks the knowledge base the questions of a sheet (TSV; head line with question, expect: answer or refuse,",
                "must_say: facts between semicolons) and says of each whether the first reply states every fact, or refuses."
            })
    private @Nullable Path questions;

    @Option(
            names = "--installed",
            description = {
                "With --questions: asks over what was imported into the data folder too. The sheet's columns file (a file as",
                "imported) and where_it_stands (like Điều 5 k2: 03 ngày) say which passage must be shown first."
            })
    private boolean installed;

    @Option(
            names = "--documents",
            paramLabel = "FOLDER",
            description = {
                "Reads the documents in FOLDER/files and compares them with FOLDER/truth.tsv (columns file, number, kind, issuer,",
                "issued, title, in_force_from, replaces, amends, amended_by; blank is not judged, - is none)."
            })
    private @Nullable Path documents;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day the questions are asked on, like 2024-03-01 (default: today).")
    private @Nullable LocalDate day;

    EvaluateCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (documents != null) {
            new DocumentsEvaluation(out, progress).of(documents);
            return 0;
        }
        if (questions != null) {
            return asked(questions, out, progress);
        }
        if (abstain) {
            new Abstention(half, headings(), out, progress).of(folder);
            return 0;
        }
        new Evaluation(half, peers, out, progress).ofRanking(folder);
        return 0;
    }

    private int asked(Path file, PrintStream out, PrintStream progress) throws IOException {
        Config config = settings.get();
        LocalDate on = day == null ? LocalDate.ofInstant(Clock.systemUTC().instant(), config.zone()) : day;
        Path base = KnowledgeFolder.find(config.knowledgeBase());
        try (Library library = Library.open(base, progress::println)) {
            if (installed) {
                try (Database database = Database.open(config.storage())) {
                    new Shelving(database, library).step();
                }
            }
            return QuestionSheet.read(file).ask(library, new Texts(), on, out) == 0 ? 0 : 1;
        } catch (QuestionSheet.Unusable e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    private Map<String, List<String>> headings() {
        Map<String, List<String>> headings = new HashMap<>();
        Path base = KnowledgeFolder.find(settings.get().knowledgeBase());
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
