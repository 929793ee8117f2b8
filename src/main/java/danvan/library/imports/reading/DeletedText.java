package danvan.library.imports.reading;

import danvan.library.imports.document.Block;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What somebody deleted in an OpenDocument text while its changes were recorded: the file holds it, and Tika reads it out. */
final class DeletedText {
    private static final long MOST_BYTES = 200L << 20;

    private DeletedText() {}

    /** The blocks without it. */
    static List<Block> without(List<Block> blocks, Path file) throws IOException {
        List<Block> rest = new ArrayList<>(blocks);
        for (String deleted : of(file)) {
            // Recorded changes stand before the text: the first one like it is it.
            for (int i = 0; i < rest.size(); i++) {
                if (letters(rest.get(i).text()).equals(letters(deleted))) {
                    rest.remove(i);
                    break;
                }
            }
        }
        return rest;
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("content.xml");
            if (entry == null || entry.getSize() > MOST_BYTES) {
                return List.of();
            }
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            try (InputStream in = zip.getInputStream(entry)) {
                return read(factory.createXMLStreamReader(in));
            }
        } catch (XMLStreamException e) {
            // The reader of the text is to say what is wrong with it.
            return List.of();
        }
    }

    private static List<String> read(XMLStreamReader xml) throws XMLStreamException {
        List<String> deleted = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("deletion")) {
                inside = true;
            } else if (event == XMLStreamConstants.START_ELEMENT && isParagraph(xml)) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS && inside) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && inside
                    && isParagraph(xml)
                    && !text.toString().isBlank()) {
                deleted.add(text.toString());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("tracked-changes")) {
                    return deleted;
                }
                inside &= !xml.getLocalName().equals("deletion");
            }
        }
        return deleted;
    }

    private static boolean isParagraph(XMLStreamReader xml) {
        return xml.getLocalName().equals("p") || xml.getLocalName().equals("h");
    }
}
