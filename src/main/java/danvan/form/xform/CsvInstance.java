package danvan.form.xform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A CSV list (RFC 4180; commas, semicolons or tabs) as the items of a secondary instance, one element a column. */
final class CsvInstance {
    private static final Pattern ELEMENT_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    /** What Excel writes, and wants to read, in front of a list. */
    private static final Pattern SAID_SEPARATOR = Pattern.compile("\"?sep=([,;\t])\"?\n", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final char separator;
    private int at;

    private CsvInstance(String text) {
        this.text = text;
        var said = SAID_SEPARATOR.matcher(text);
        if (said.lookingAt()) {
            this.separator = said.group(1).charAt(0);
            this.at = said.end();
            return;
        }
        int firstLine = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        var heading = text.substring(0, firstLine);
        this.separator = heading.contains(",") ? ',' : heading.contains("\t") ? '\t' : ';';
    }

    static Element root(String csv, Document document) {
        var reader = new CsvInstance(XmlText.clean(csv));
        var root = document.createElementNS(Xml.XFORMS, "root");
        var heading = reader.row();
        while (reader.at < reader.text.length()) {
            var row = reader.row();
            if (row.size() == 1 && row.get(0).isEmpty()) {
                continue;
            }
            var item = document.createElementNS(Xml.XFORMS, "item");
            for (int i = 0; i < heading.size(); i++) {
                if (ELEMENT_NAME.matcher(heading.get(i)).matches()) {
                    var cell = document.createElementNS(Xml.XFORMS, heading.get(i));
                    cell.setTextContent(i < row.size() ? row.get(i) : "");
                    item.appendChild(cell);
                }
            }
            root.appendChild(item);
        }
        return root;
    }

    private List<String> row() {
        var cells = new ArrayList<String>();
        do {
            cells.add(cell());
        } while (at < text.length() && text.charAt(at++) == separator);
        return cells;
    }

    /** Leaves {@code at} on the separator or line feed behind the cell. */
    private String cell() {
        var cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    quoted = false;
                    at++;
                    continue;
                }
            } else if (!quoted && (c == separator || c == '\n')) {
                break;
            }
            cell.append(c);
            at++;
        }
        return cell.toString().strip();
    }
}
