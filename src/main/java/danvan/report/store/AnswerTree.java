package danvan.report.store;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A report's answers as they stand in its XML.
 *
 * @param text of a leaf; empty where there are children
 * @param sealed whether the leaf is sealed in the database
 * @param readable whether it could be opened; where not, the text is empty
 */
public record AnswerTree(String name, List<AnswerTree> children, String text, boolean sealed, boolean readable) {
    private static final XMLInputFactory READERS = readers();

    /**
     * A row of a table: the answers that stand once in a report, or in one repetition.
     *
     * @param place empty for the report itself, {@code 2} for the second repetition, {@code 2.1} for the first one in it
     * @param values by path, without the numbers of repetitions
     * @param sealed the paths of those that are sealed in the database
     * @param unreadable the paths of those that could not be opened
     */
    public record Row(String place, Map<String, String> values, Set<String> sealed, Set<String> unreadable) {
        private static Row at(String place) {
            return new Row(place, new LinkedHashMap<>(), new HashSet<>(), new HashSet<>());
        }
    }

    /** Reads a leaf, by its path without the numbers of repetitions. */
    @FunctionalInterface
    interface LeafReader {
        AnswerCipher.Content read(String path, String text);
    }

    /** An instance in which nothing is sealed. */
    public static AnswerTree read(String xml) {
        return read(xml, (path, text) -> new AnswerCipher.Content(text, false, true));
    }

    static AnswerTree read(String xml, LeafReader leaves) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(xml));
            Deque<List<AnswerTree>> open = new ArrayDeque<>();
            Deque<StringBuilder> texts = new ArrayDeque<>();
            Deque<String> paths = new ArrayDeque<>();
            paths.push("");
            open.push(new ArrayList<>());
            texts.push(new StringBuilder());
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.push(new ArrayList<>());
                        texts.push(new StringBuilder());
                        paths.push(paths.getFirst() + "/" + reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        texts.getFirst().append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        List<AnswerTree> children = open.pop();
                        String text = texts.pop().toString();
                        AnswerCipher.Content content = leaves.read(paths.pop(), children.isEmpty() ? text : "");
                        open.getFirst()
                                .add(new AnswerTree(
                                        reader.getLocalName(),
                                        children,
                                        content.text(),
                                        content.sealed(),
                                        content.readable()));
                    }
                    default -> {
                        // Comments and similar nodes say nothing.
                    }
                }
            }
            return open.getFirst().get(0);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("reading the answers of a report", e);
        }
    }

    /** Every leaf's texts, the empty ones too, by its path, in order. */
    public Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts("/" + name, texts);
        return texts;
    }

    private void texts(String path, Map<String, List<String>> texts) {
        if (children.isEmpty()) {
            texts.computeIfAbsent(path, any -> new ArrayList<>()).add(text.strip());
        }
        children.forEach(child -> child.texts(path + "/" + child.name, texts));
    }

    /** Every leaf that is not empty, with its path. */
    public void each(BiConsumer<String, AnswerTree> answer) {
        each("/" + name, answer);
    }

    private void each(String path, BiConsumer<String, AnswerTree> answer) {
        if (children.isEmpty() && (!text.isEmpty() || !readable)) {
            answer.accept(path, this);
        }
        children.forEach(child -> child.each(path + "/" + child.name, answer));
    }

    /**
     * The rows of a table.
     *
     * @param repeat the path of the repeat, or empty for what stands once
     * @param repeats the paths of all repeats
     */
    public List<Row> rows(String repeat, Collection<String> repeats) {
        List<Row> rows = new ArrayList<>();
        if (repeat.isEmpty()) {
            Row row = Row.at("");
            values(repeats, "/" + name, row);
            rows.add(row);
        } else {
            find(repeat, repeats, "/" + name, "", rows);
        }
        return rows;
    }

    private void find(String repeat, Collection<String> repeats, String path, String place, List<Row> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AnswerTree child : children) {
            String below = path + "/" + child.name;
            if (!repeat.equals(below) && !repeat.startsWith(below + "/")) {
                continue;
            }
            String inside = place;
            if (repeats.contains(below)) {
                int count = counts.merge(below, 1, Integer::sum);
                inside = place.isEmpty() ? Integer.toString(count) : place + "." + count;
            }
            if (repeat.equals(below)) {
                Row row = Row.at(inside);
                child.values(repeats, below, row);
                rows.add(row);
            } else {
                child.find(repeat, repeats, below, inside, rows);
            }
        }
    }

    private void values(Collection<String> repeats, String path, Row row) {
        if (children.isEmpty() && !text.isEmpty()) {
            row.values().merge(path, text, (first, second) -> first + "\n" + second);
        }
        if (sealed) {
            row.sealed().add(path);
        }
        if (!readable) {
            row.unreadable().add(path);
        }
        for (AnswerTree child : children) {
            String below = path + "/" + child.name;
            if (!repeats.contains(below)) {
                child.values(repeats, below, row);
            }
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newInstance();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        return readers;
    }
}
