package danvan.library.source;

import com.fasterxml.jackson.databind.JsonNode;
import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One Markdown file of the knowledge base, read: front matter between two lines of dashes, then a passage under each
 * second-level heading, whose first line may be a comment with what is known about the passage.
 */
final class DocumentParser {
    private static final Pattern HEADING = Pattern.compile("^##\\s+(.*)$");
    private static final Pattern TITLE = Pattern.compile("^#\\s+.*$");

    private DocumentParser() {}

    /** @param name how the file is called in problems: its path below the knowledge base */
    static DocumentContent parse(Path file, String name, List<String> lines, Consumer<Problem> problems)
            throws MalformedFile {
        int end = endOfFrontMatter(lines);
        JsonNode front = Yaml.read(String.join("\n", lines.subList(1, end)), 1);
        Document document = document(file, front);
        List<DocumentContent.Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : sections(lines, end + 1)) {
            try {
                DocumentContent.Entry entry = section.entry(document, entries.size() + 1);
                if (!ids.add(entry.passage().id())) {
                    throw new MalformedFile(
                            section.line, "idTwice", "id", entry.passage().id());
                }
                entries.add(entry);
            } catch (MalformedFile e) {
                problems.accept(e.in(name));
            }
        }
        return new DocumentContent(document, entries);
    }

    private static int endOfFrontMatter(List<String> lines) throws MalformedFile {
        if (lines.isEmpty() || !lines.get(0).strip().equals("---")) {
            throw new MalformedFile(1, "noFront");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i;
            }
        }
        throw new MalformedFile(1, "openFront");
    }

    private static Document document(Path file, JsonNode front) throws MalformedFile {
        int names = file.getNameCount();
        if (names < 2) {
            throw new MalformedFile(0, "noFolder");
        }
        // A zip file system may end a folder's name with a slash.
        String folder = file.getName(names - 2).toString().replace("/", "");
        String language = file.getName(names - 1).toString().replaceFirst("\\.md$", "");
        String title = required(front, "title");
        return new Document(
                folder,
                language,
                Yaml.text(front, "number"),
                required(front, "kind"),
                title,
                Yaml.text(front, "short").orElse(title),
                Yaml.text(front, "issuer").orElse(""),
                Yaml.date(front, "issued", 1),
                Yaml.validity(front, "in_force", 1),
                Yaml.texts(front, "replaces"),
                Yaml.texts(front, "amended_by"),
                Yaml.text(front, "verification").orElse(""),
                Yaml.texts(front, "source"),
                file);
    }

    private static String required(JsonNode front, String key) throws MalformedFile {
        return Yaml.text(front, key).orElseThrow(() -> new MalformedFile(1, "lacks", "key", key));
    }

    private static List<Section> sections(List<String> lines, int from) {
        List<Section> sections = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            var heading = HEADING.matcher(lines.get(i));
            if (heading.matches()) {
                sections.add(new Section(PlainText.inline(heading.group(1)), i + 1, new ArrayList<>()));
            } else if (!sections.isEmpty() && !TITLE.matcher(lines.get(i)).matches()) {
                sections.get(sections.size() - 1).body.add(lines.get(i));
            }
        }
        return sections;
    }

    /** @param line of the heading, counted from 1 */
    private record Section(String heading, int line, List<String> body) {
        DocumentContent.Entry entry(Document document, int ordinal) throws MalformedFile {
            int first = 0;
            while (first < body.size() && body.get(first).isBlank()) {
                first++;
            }
            JsonNode notes = Yaml.read("{}", 0);
            int textFrom = first;
            if (first < body.size() && body.get(first).strip().startsWith("<!--")) {
                int last = first;
                while (last < body.size() && !body.get(last).contains("-->")) {
                    last++;
                }
                if (last == body.size()) {
                    throw new MalformedFile(line + first + 1, "openComment");
                }
                String comment =
                        String.join("\n", body.subList(first, last + 1)).strip();
                notes = Yaml.read(
                        comment.substring("<!--".length(), comment.lastIndexOf("-->"))
                                .strip(),
                        line + first);
                textFrom = last + 1;
            }
            String text = PlainText.of(body.subList(textFrom, body.size()));
            if (text.isBlank()) {
                throw new MalformedFile(line, "noText", "heading", heading);
            }
            Passage passage = new Passage(
                    document.id(),
                    Yaml.text(notes, "id").orElse("p" + ordinal),
                    document.language(),
                    heading,
                    text,
                    Yaml.text(notes, "article"),
                    Yaml.text(notes, "label"),
                    Yaml.text(notes, "status").orElse(document.verification()),
                    Yaml.validity(notes, "holds", line + first + 1));
            return new DocumentContent.Entry(passage, String.join(" ", Yaml.texts(notes, "also")));
        }
    }
}
