package danvan.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A workbook opened to be read, row by row; {@link WorkbookParts#check} passes it first. */
public final class OpenedWorkbook extends ReadableWorkbook {
    private final CellText cells;

    private OpenedWorkbook(byte[] content, boolean from1904) throws IOException {
        super(new ByteArrayInputStream(content), new ReadingOptions(true, false));
        this.cells = new CellText(from1904);
    }

    public static OpenedWorkbook of(byte[] content) throws IOException {
        return new OpenedWorkbook(content, countsFrom1904(content));
    }

    /** What its cells say. */
    public CellText cells() {
        return cells;
    }

    /** Whether its days are counted from 1904, as on a Mac. The reader's own answer takes «1» for no. */
    static boolean countsFrom1904(byte[] content) throws UnsafeWorkbook {
        Optional<byte[]> sheets = WorkbookParts.listOfSheets(content);
        if (sheets.isEmpty()) {
            return false;
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(sheets.get()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    if (xml.getLocalName().equals("workbookPr")) {
                        String says = xml.getAttributeValue(null, "date1904");
                        return says != null
                                && (says.strip().equals("1") || says.strip().equalsIgnoreCase("true"));
                    }
                    if (xml.getLocalName().equals("sheets")) {
                        return false;
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new UnsafeWorkbook(UnsafeWorkbook.Why.DAMAGED, e);
        }
    }
}
