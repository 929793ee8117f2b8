package danvan.glossary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import danvan.text.Problem;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The glossary as YAML: the file of the knowledge base, and what is kept of an entry in the database. */
public final class GlossaryFile {
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final Pattern LIST = Pattern.compile("(?m)^(abbreviations|synonyms|terms)\\s*:");
    private static final Pattern OTHERS = Pattern.compile("(?m)^(tasks|survey)\\s*:");

    private GlossaryFile() {}

    /** Whether a text means to be a glossary. */
    static boolean isOne(String text) {
        return LIST.matcher(text).find() && !OTHERS.matcher(text).find();
    }

    /** Reads a glossary. One in which a list is missing is told so: it would take everything in it out. */
    public static Written read(String text) {
        Check check = new Check();
        try {
            JsonNode root = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            for (Entry.Kind kind : Entry.Kind.values()) {
                JsonNode list = root.path(kind.list());
                if (!list.isArray() && !list.isNull()) {
                    check.fault(Problem.NOWHERE, "", "noList", kind.list());
                }
                int number = 0;
                for (JsonNode node : list) {
                    read(kind, node, new Problem.Cell(kind.list(), ++number), check);
                }
            }
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String line = where == null ? "?" : Integer.toString(where.getLineNr());
            check.fault(Problem.NOWHERE, "", "noYaml", line);
        }
        return check.written();
    }

    private static void read(Entry.Kind kind, JsonNode node, Problem.Place place, Check check) {
        switch (kind) {
            case ABBREVIATION -> {
                List<String> variants = texts(node, "variants");
                JsonNode readings = node.path("readings");
                if (readings.isEmpty()) {
                    abbreviation(node, node, variants, place, check);
                }
                readings.forEach(reading -> abbreviation(node, reading, variants, place, check));
            }
            case SYNONYMS -> {
                List<String> words = new ArrayList<>();
                node.forEach(word -> words.add(word.asText().strip()));
                words.removeIf(String::isEmpty);
                check.synonyms(place, Check.Columns.NONE, words);
            }
            case TERM -> {
                List<String> turkish = new ArrayList<>(texts(node, "tr"));
                turkish.addAll(texts(node, "also_tr"));
                List<String> english = new ArrayList<>(texts(node, "en"));
                english.addAll(texts(node, "also_en"));
                check.term(place, Check.Columns.NONE, text(node, "vi"), turkish, english);
            }
        }
    }

    private static void abbreviation(
            JsonNode node, JsonNode reading, List<String> variants, Problem.Place place, Check check) {
        check.abbreviation(
                place,
                Check.Columns.NONE,
                text(node, "abbr"),
                variants,
                new Entry.Meaning(text(reading, "full"), text(reading, "when")));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).isNull() ? "" : node.path(key).asText().strip();
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        if (node.path(key).isArray()) {
            node.path(key).forEach(item -> texts.add(item.asText().strip()));
        } else {
            texts.add(text(node, key));
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** Writes a glossary, to be read again. */
    static String write(Book book) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        lists.put(
                Entry.Kind.ABBREVIATION.list(),
                book.all(Entry.Abbreviation.class).stream()
                        .map(GlossaryFile::plain)
                        .toList());
        lists.put(
                Entry.Kind.SYNONYMS.list(),
                book.all(Entry.Synonyms.class).stream()
                        .map(Entry.Synonyms::words)
                        .toList());
        lists.put(
                Entry.Kind.TERM.list(),
                book.all(Entry.Term.class).stream().map(GlossaryFile::plain).toList());
        try {
            return MAPPER.writeValueAsString(lists);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing a glossary", e);
        }
    }

    private static Map<String, Object> plain(Entry.Abbreviation entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("abbr", entry.name());
        fields.put("variants", entry.variants());
        fields.put(
                "readings",
                entry.meanings().stream()
                        .map(meaning -> Map.of("full", meaning.full(), "when", meaning.when()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> plain(Entry.Term entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("vi", entry.name());
        fields.put("tr", entry.turkish());
        fields.put("en", entry.english());
        return fields;
    }
}
