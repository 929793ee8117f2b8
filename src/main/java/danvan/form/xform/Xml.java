package danvan.form.xform;

import danvan.form.FormException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML in and out, without document types and outside entities. */
public final class Xml {
    public static final String XFORMS = "http://www.w3.org/2002/xforms";
    public static final String XHTML = "http://www.w3.org/1999/xhtml";
    public static final String ODK = "http://www.opendatakit.org/xforms";
    public static final String JAVAROSA = "http://openrosa.org/javarosa";
    public static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

    /** No other text looks so: a written ampersand comes as its entity, and sections of raw text are read as plain text. */
    private static final Pattern BEYOND = Pattern.compile("&#(\\d{5,7});");

    private Xml() {}

    public static Document parse(String xml) throws SAXException {
        try {
            var builder = builder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (IOException e) {
            throw new FormException("Reading XML from memory", e);
        }
    }

    public static Document empty() {
        return builder().newDocument();
    }

    public static String write(Document document) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return withLettersAsTheyAre(out.toString());
        } catch (TransformerException e) {
            throw new FormException("Writing XML to memory", e);
        }
    }

    /**
     * Java writes a character beyond the first 65,536, such as an emoji, as its number, and the parser JavaRosa brings along
     * cuts such a number to sixteen bits; the character itself it reads well.
     */
    private static String withLettersAsTheyAre(String xml) {
        return BEYOND.matcher(xml).replaceAll(number -> {
            int character = Integer.parseInt(number.group(1));
            return Character.isSupplementaryCodePoint(character) ? Character.toString(character) : number.group();
        });
    }

    /** Every element of this local name below the parent, in any namespace. */
    public static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    public static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new FormException("Configuring the XML parser", e);
        }
    }
}
