package danvan.library.imports.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Copies the parts of a .docx run by run: hidden ones are left out, references to notes become {@link WordText}'s signs. */
final class WordRuns {
    private static final Set<String> OFF = Set.of("0", "false", "off");
    private static final Set<String> REFERENCES = Set.of("footnoteReference", "endnoteReference");
    private static final Set<String> NOTES = Set.of("footnote", "endnote");
    private static final Set<String> OWN_MARKS = Set.of("footnoteRef", "endnoteRef");

    private final XMLInputFactory input = XMLInputFactory.newDefaultFactory();
    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final StringBuilder hidden = new StringBuilder();
    /** The number a note is shown with, by its kind and id. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private String note = "";

    WordRuns() {
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    String hidden() {
        return hidden.toString().strip();
    }

    void copy(InputStream in, OutputStream out) throws XMLStreamException, IOException {
        XMLEventReader reader = input.createXMLEventReader(in);
        // It writes by few letters, each of which would go through the compressor by itself.
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(buffered, "UTF-8");
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            if (isRun(event)) {
                run(whole(event, reader), writer);
            } else {
                write(event, writer);
            }
        }
        writer.flush();
        buffered.flush();
    }

    private static boolean isRun(XMLEvent event) {
        return event.isStartElement() && name(event).equals("r");
    }

    private static String name(XMLEvent event) {
        if (event.isStartElement()) {
            return event.asStartElement().getName().getLocalPart();
        }
        return event.isEndElement() ? event.asEndElement().getName().getLocalPart() : "";
    }

    private static List<XMLEvent> whole(XMLEvent start, XMLEventReader reader) throws XMLStreamException {
        List<XMLEvent> run = new ArrayList<>(List.of(start));
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            run.add(event);
        }
        return run;
    }

    /** A text box stands within a run and has runs of its own. */
    private void run(List<XMLEvent> run, XMLEventWriter writer) throws XMLStreamException {
        if (isHidden(run)) {
            boolean text = false;
            for (XMLEvent event : run) {
                text = event.isStartElement() ? name(event).equals("t") : text && !event.isEndElement();
                if (text && event.isCharacters()) {
                    hidden.append(event.asCharacters().getData());
                }
            }
            hidden.append(' ');
            return;
        }
        for (int i = 0; i < run.size(); i++) {
            if (i > 0 && isRun(run.get(i))) {
                int end = end(run, i);
                run(run.subList(i, end), writer);
                i = end - 1;
            } else {
                write(run.get(i), writer);
            }
        }
    }

    private static int end(List<XMLEvent> run, int from) {
        int depth = 0;
        for (int i = from; i < run.size(); i++) {
            depth += run.get(i).isStartElement() ? 1 : run.get(i).isEndElement() ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return run.size();
    }

    private static boolean isHidden(List<XMLEvent> run) {
        int depth = 0;
        boolean properties = false;
        for (XMLEvent event : run) {
            if (event.isStartElement()) {
                depth++;
                properties |= depth == 2 && name(event).equals("rPr");
                if (properties && depth == 3 && name(event).equals("vanish")) {
                    return !OFF.contains(attribute(event.asStartElement(), "val"));
                }
            } else if (event.isEndElement()) {
                if (depth == 2 && properties) {
                    return false;
                }
                depth--;
            }
        }
        return false;
    }

    private static String attribute(StartElement element, String name) {
        Attribute found = element.getAttributeByName(new QName(element.getName().getNamespaceURI(), name));
        return found == null ? "" : found.getValue();
    }

    private void write(XMLEvent event, XMLEventWriter writer) throws XMLStreamException {
        String name = name(event);
        if (REFERENCES.contains(name)) {
            if (event.isStartElement()) {
                String kind = name.substring(0, name.length() - "Reference".length());
                int next = 1
                        + (int) numbers.keySet().stream()
                                .filter(key -> key.startsWith(kind))
                                .count();
                int number = numbers.computeIfAbsent(kind + " " + attribute(event.asStartElement(), "id"), key -> next);
                sign(event.asStartElement(), WordText.MARK, number, writer);
            }
            return;
        }
        if (NOTES.contains(name) && event.isStartElement()) {
            note = name + " " + attribute(event.asStartElement(), "id");
        }
        if (OWN_MARKS.contains(name)) {
            if (event.isStartElement()) {
                sign(event.asStartElement(), WordText.NOTE, numbers.getOrDefault(note, 0), writer);
            }
            return;
        }
        writer.add(event);
    }

    private void sign(StartElement in, char sign, int number, XMLEventWriter writer) throws XMLStreamException {
        QName text = new QName(in.getName().getNamespaceURI(), "t", in.getName().getPrefix());
        writer.add(events.createStartElement(text, null, null));
        writer.add(events.createCharacters(sign + Integer.toString(number) + WordText.END));
        writer.add(events.createEndElement(text, null));
    }
}
