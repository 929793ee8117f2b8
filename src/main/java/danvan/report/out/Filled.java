package danvan.report.out;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A report's answers as they stand in its XML.
 *
 * @param text of a leaf; empty where there are children
 */
record Filled(String name, List<Filled> children, String text) {
    private static final XMLInputFactory READERS = readers();

    /**
     * A row of a table: the answers that stand once in a report, or in one repetition.
     *
     * @param place empty for the report itself, {@code 2} for the second repetition, {@code 2.1} for the first one in it
     * @param values by path, without the numbers of repetitions
     */
    record Row(String place, Map<String, String> values) {}

    static Filled read(String xml) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(xml));
            Deque<List<Filled>> open = new ArrayDeque<>();
            Deque<StringBuilder> texts = new ArrayDeque<>();
            open.push(new ArrayList<>());
            texts.push(new StringBuilder());
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.push(new ArrayList<>());
                        texts.push(new StringBuilder());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        texts.getFirst().append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        List<Filled> children = open.pop();
                        String text = texts.pop().toString();
                        open.getFirst()
                                .add(new Filled(reader.getLocalName(), children, children.isEmpty() ? text : ""));
                    }
                    default -> {
                        // Comments and the like say nothing.
                    }
                }
            }
            return open.getFirst().get(0);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("reading the answers of a report", e);
        }
    }

    /** Every answer that is not empty, with its path. */
    void each(BiConsumer<String, String> answer) {
        each("/" + name, answer);
    }

    private void each(String path, BiConsumer<String, String> answer) {
        if (children.isEmpty() && !text.isEmpty()) {
            answer.accept(path, text);
        }
        children.forEach(child -> child.each(path + "/" + child.name, answer));
    }

    /**
     * The rows of a table.
     *
     * @param repeat the path of the repeat, or empty for what stands once
     * @param repeats the paths of all repeats
     */
    List<Row> rows(String repeat, Collection<String> repeats) {
        List<Row> rows = new ArrayList<>();
        if (repeat.isEmpty()) {
            Map<String, String> values = new LinkedHashMap<>();
            values(repeats, "/" + name, values);
            rows.add(new Row("", values));
        } else {
            find(repeat, repeats, "/" + name, "", rows);
        }
        return rows;
    }

    private void find(String repeat, Collection<String> repeats, String path, String place, List<Row> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Filled child : children) {
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
                Map<String, String> values = new LinkedHashMap<>();
                child.values(repeats, below, values);
                rows.add(new Row(inside, values));
            } else {
                child.find(repeat, repeats, below, inside, rows);
            }
        }
    }

    private void values(Collection<String> repeats, String path, Map<String, String> values) {
        if (children.isEmpty() && !text.isEmpty()) {
            values.merge(path, text, (first, second) -> first + "\n" + second);
        }
        for (Filled child : children) {
            String below = path + "/" + child.name;
            if (!repeats.contains(below)) {
                child.values(repeats, below, values);
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
