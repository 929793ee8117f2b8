package danvan.library;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Measures the search on data sets by others, with the same configuration the bot answers with. A folder holds {@code
 * corpus.jsonl}, {@code queries*.jsonl} and {@code qrels.tsv}, or subfolders that do.
 */
public final class Evaluation {
    private static final int DEPTH = 10;
    private static final int WARM_UP = 200;

    /** Which questions to ask: weights were tuned on the first half, so the second is what to report. */
    public enum Half {
        TUNED_ON,
        HELD_OUT,
        BOTH;

        /** By the id alone, so that every variant of a question falls into the same half. */
        boolean takes(String questionId) {
            boolean even = (questionId.hashCode() & 1) == 0;
            return this == BOTH || even == (this == TUNED_ON);
        }
    }

    private Evaluation() {}

    /** Prints tab-separated values, a line for each data set and variant. */
    public static void run(Path folder, Half half, PrintStream out) {
        out.println(
                "data set\tvariant\tquestions\tR@1\tR@5\tR@10\tMRR@10\tnDCG@10\tp50 ms\tp99 ms\tindex s\tlanguage right");
        try {
            for (Path set : sets(folder)) {
                measure(EvaluationSet.read(set), half, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading evaluation data in " + folder, e);
        }
    }

    private static List<Path> sets(Path folder) throws IOException {
        if (Files.exists(folder.resolve("corpus.jsonl"))) {
            return List.of(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.exists(path.resolve("corpus.jsonl")))
                    .sorted()
                    .toList();
        }
    }

    private static void measure(EvaluationSet set, Half half, PrintStream out) {
        long start = System.nanoTime();
        List<IndexedText> texts = set.corpus().stream()
                .map(row -> IndexedText.of(row.lang(), row.title(), row.text()))
                .toList();
        try (var index = new TextIndex(texts, Recipe::of)) {
            QuestionReader reader = QuestionReader.over(texts, Decoder.Costs::of);
            double built = (System.nanoTime() - start) / 1e9;
            Predicate<String> asked = id -> half.takes(id) && set.relevant().containsKey(id);
            for (var variant : set.variants().entrySet()) {
                variant.getValue().stream().limit(WARM_UP).forEach(row -> ask(row, index, reader, set));
                var measures = new Measures();
                int right = 0;
                for (EvaluationSet.Row row : variant.getValue()) {
                    if (asked.test(row.id())) {
                        long from = System.nanoTime();
                        Asked answer = ask(row, index, reader, set);
                        long took = System.nanoTime() - from;
                        measures.add(answer.ids, set.relevant().getOrDefault(row.id(), Map.of()), took);
                        right += answer.language.equals(row.lang()) ? 1 : 0;
                    }
                }
                out.println(line(set.name(), variant.getKey(), measures, built, right));
            }
        }
    }

    private record Asked(List<String> ids, String language) {}

    private static Asked ask(EvaluationSet.Row row, TextIndex index, QuestionReader reader, EvaluationSet set) {
        List<Word> words = Word.of(row.text());
        Optional<String> recognised = reader.languages().of(words);
        String language = reader.languages().held(recognised, words);
        List<String> ids = index.search(reader.read(language, words, word -> false), DEPTH, null).texts().stream()
                .map(ranked -> set.corpus().get(ranked.ordinal()).id())
                .toList();
        return new Asked(ids, recognised.orElse("none"));
    }

    private static String line(String set, String variant, Measures m, double built, int right) {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.2f\t%.2f\t%.2f\t%.4f",
                set,
                variant,
                m.questions(),
                m.recall(1),
                m.recall(5),
                m.recall(10),
                m.reciprocalRank(),
                m.gain(),
                m.millisecondsAt(0.5),
                m.millisecondsAt(0.99),
                built,
                (double) right / m.questions());
    }
}
