package danvan.library.source;

import com.fasterxml.jackson.databind.JsonNode;
import danvan.library.DocumentContent;
import danvan.library.EverydayExpression;
import danvan.library.Gap;
import danvan.library.Glossary;
import danvan.library.KnownGap;
import danvan.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What lies in the knowledge base's folder, as far as it can be read.
 *
 * @param folder may lie within a jar
 */
public record KnowledgeBase(Path folder, List<KnownGap> gaps, Glossary glossary, List<EverydayExpression> everyday) {
    private static final Set<String> LANGUAGES = Set.of("vi", "tr", "en");

    public KnowledgeBase {
        gaps = List.copyOf(gaps);
        everyday = List.copyOf(everyday);
    }

    /** Reads all but the documents. What cannot be read is reported and left out. */
    public static KnowledgeBase read(Path folder, Consumer<Problem> problems) {
        return new KnowledgeBase(
                folder, gaps(folder, problems), glossary(folder, problems), everyday(folder, problems));
    }

    /** Reads one document after the other, in the order of their paths. What cannot be read is reported and left out. */
    public void forEachDocument(Consumer<DocumentContent> consumer, Consumer<Problem> problems) {
        Path documents = folder.resolve("documents");
        Set<String> known = new HashSet<>();
        for (Path file : markdown(documents, problems)) {
            String name = "documents/" + documents.relativize(file).toString().replace('\\', '/');
            try {
                DocumentContent read = DocumentParser.parse(file, name, lines(file), problems);
                if (!LANGUAGES.contains(read.document().language())) {
                    throw new MalformedFile(0, "noLanguage");
                }
                if (known.add(read.document().id() + '/' + read.document().language())) {
                    consumer.accept(read);
                }
            } catch (MalformedFile e) {
                problems.accept(e.in(name));
            }
        }
    }

    private static List<Path> markdown(Path folder, Consumer<Problem> problems) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept(MalformedFile.at(folder.toString(), 0, Problem.of("library.noDocuments")));
            return List.of();
        }
    }

    private static List<KnownGap> gaps(Path folder, Consumer<Problem> problems) {
        List<KnownGap> gaps = new ArrayList<>();
        for (JsonNode node : yaml(folder, "gaps.yml", problems)) {
            Map<String, String> topic = new LinkedHashMap<>();
            for (String language : LANGUAGES) {
                Yaml.text(node.path("topic"), language).ifPresent(name -> topic.put(language, name));
            }
            try {
                gaps.add(new KnownGap(new Gap(Yaml.text(node, "id").orElse(""), topic), Yaml.texts(node, "typed")));
            } catch (IllegalArgumentException e) {
                problems.accept(MalformedFile.at(
                        "gaps.yml", 0, Problem.of("library.badGap", "why", String.valueOf(e.getMessage()))));
            }
        }
        return gaps;
    }

    private static Glossary glossary(Path folder, Consumer<Problem> problems) {
        return GlossaryParser.parse(yaml(folder, "glossary.yml", problems));
    }

    private static List<EverydayExpression> everyday(Path folder, Consumer<Problem> problems) {
        List<EverydayExpression> everyday = new ArrayList<>();
        JsonNode root = yaml(folder, "everyday.yml", problems);
        for (String language : LANGUAGES.stream().sorted().toList()) {
            for (JsonNode node : root.path(language)) {
                try {
                    everyday.add(new EverydayExpression(language, Yaml.texts(node, "say"), Yaml.texts(node, "mean")));
                } catch (IllegalArgumentException e) {
                    problems.accept(MalformedFile.at(
                            "everyday.yml",
                            0,
                            Problem.of("library.badExpression", "why", language + ": " + e.getMessage())));
                }
            }
        }
        return everyday;
    }

    /** An empty node when there is no such file: all are optional. */
    private static JsonNode yaml(Path folder, String name, Consumer<Problem> problems) {
        Path file = folder.resolve(name);
        try {
            return Yaml.read(Files.exists(file) ? String.join("\n", lines(file)) : "", 0);
        } catch (MalformedFile e) {
            problems.accept(e.in(name));
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    private static List<String> lines(Path file) throws MalformedFile {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new MalformedFile(0, "notUtf8");
        } catch (IOException e) {
            throw new MalformedFile(0, "unreadable", "why", e.toString());
        }
    }
}
