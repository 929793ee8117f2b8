package danvan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many passages, made of the sentences of the shipped documents, or of a folder of data sets ({@code corpus.jsonl}), put
 * together anew with some words changed, seven of ten Vietnamese where there are other languages.
 */
final class MadePassages {
    static final int IN_A_DOCUMENT = 40;
    private static final int SENTENCES = 5;
    private static final double CHANGED = 0.1;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;])\\s+|\\n+");

    private final Random random;
    private final List<Source> sources;

    private record Source(String language, List<String> sentences, List<String> words) {}

    MadePassages(Path from, Random random) throws IOException {
        this.random = random;
        this.sources = sources(from);
    }

    /** Writes so many into a knowledge base, and says which, document by document. */
    List<List<Passage>> write(Path base, int passages) throws IOException {
        List<List<Passage>> documents = new ArrayList<>();
        int made = 0;
        for (int n = 0; made < passages; n++) {
            List<Passage> one = document(n, Math.min(IN_A_DOCUMENT, passages - made));
            documents.add(one);
            made += one.size();
            write(base, one);
        }
        return documents;
    }

    /** One of the many. */
    List<Passage> document(int number, int passages) {
        Source source = number % 10 < 7 || sources.size() == 1
                ? sources.get(0)
                : sources.get(1 + number % (sources.size() - 1));
        return document("d" + number, source, passages);
    }

    /** A Vietnamese document. */
    List<Passage> document(String id) {
        return document(id, sources.get(0), IN_A_DOCUMENT);
    }

    private List<Passage> document(String id, Source source, int passages) {
        List<Passage> made = new ArrayList<>();
        for (int i = 0; i < passages; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < SENTENCES; j++) {
                text.append(text.length() == 0 ? "" : " ").append(changed(source));
            }
            String heading = changed(source).replaceAll("[#<>\\n]", " ").strip();
            made.add(new Passage(
                    id,
                    "p" + i,
                    source.language(),
                    heading.length() > 80 ? heading.substring(0, 80).strip() : heading,
                    text.toString().replaceAll("[#<>]", " "),
                    Optional.empty(),
                    Optional.empty(),
                    "V1",
                    Validity.ALWAYS));
        }
        return made;
    }

    private String changed(Source source) {
        String sentence =
                source.sentences().get(random.nextInt(source.sentences().size()));
        StringBuilder out = new StringBuilder();
        for (String word : sentence.split("\\s+", -1)) {
            boolean other = random.nextDouble() < CHANGED;
            out.append(out.length() == 0 ? "" : " ")
                    .append(
                            other
                                    ? source.words()
                                            .get(random.nextInt(source.words().size()))
                                    : word);
        }
        return out.toString();
    }

    private static void write(Path base, List<Passage> passages) throws IOException {
        Passage first = passages.get(0);
        StringBuilder text = new StringBuilder("---\nkind: \"Tài liệu\"\ntitle: \"Tài liệu ")
                .append(first.documentId())
                .append("\"\nshort: \"")
                .append(first.documentId())
                .append("\"\nissuer: \"Bench\"\nverification: V1\n---\n# ")
                .append(first.documentId())
                .append('\n');
        for (Passage passage : passages) {
            text.append("\n## ")
                    .append(passage.heading())
                    .append("\n<!-- {id: \"")
                    .append(passage.id());
            text.append("\", status: V1} -->\n").append(passage.text()).append('\n');
        }
        Path file = base.resolve("documents").resolve(first.documentId()).resolve(first.language() + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Source> sources(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String language : List.of("vi", "tr", "en")) {
            List<String> sentences = new ArrayList<>();
            for (String text : Files.isDirectory(folder.resolve("documents"))
                    ? shipped(folder, language)
                    : sets(folder, language)) {
                SENTENCE.splitAsStream(text)
                        .map(String::strip)
                        .filter(s -> s.length() > 20)
                        .forEach(sentences::add);
            }
            List<String> words = sentences.stream()
                    .flatMap(sentence -> Arrays.stream(sentence.split("\\s+", -1)))
                    .toList();
            if (!sentences.isEmpty()) {
                sources.add(new Source(language, sentences, words));
            }
        }
        return sources;
    }

    private static List<String> shipped(Path folder, String language) {
        try (Library library = Library.open(folder, problem -> System.err.println(problem))) {
            return library.documents().stream()
                    .filter(document -> document.language().equals(language))
                    .flatMap(document -> library.passages(document.id(), language).stream())
                    .map(Passage::text)
                    .toList();
        }
    }

    /** The language is the end of a set's name, as in xquad_tr; Vietnamese where it says none. */
    private static List<String> sets(Path folder, String language) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> sets = Files.list(folder)) {
            for (Path set : sets.sorted().toList()) {
                String name = String.valueOf(set.getFileName());
                String own = name.endsWith("_tr") ? "tr" : name.endsWith("_en") ? "en" : "vi";
                if (own.equals(language) && Files.exists(set.resolve("corpus.jsonl"))) {
                    for (String line : Files.readAllLines(set.resolve("corpus.jsonl"))) {
                        texts.add(new ObjectMapper().readTree(line).path("text").asText());
                    }
                }
            }
        }
        return texts;
    }
}
