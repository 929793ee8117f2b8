package danvan.desk.links;

import danvan.storage.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The little of OData 4 that Excel and Power BI ask for: a service with one set of entities, to be read only. */
final class OData {
    static final String JSON = "application/json;odata.metadata=minimal;charset=utf-8";
    static final String XML = "application/xml;charset=utf-8";
    static final String SET = "Reports";

    private OData() {}

    /** @param root the service's address, with a slash at its end */
    static String service(String root) {
        return Json.write(ordered(
                "@odata.context",
                root + "$metadata",
                "value",
                List.of(ordered("name", SET, "kind", "EntitySet", "url", SET))));
    }

    static String metadata(LinkFields fields) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>"
                + "<Schema Namespace=\"danvan\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">"
                + "<EntityType Name=\"Report\"><Key><PropertyRef Name=\"receipt\"/></Key>");
        for (LinkFields.Field field : fields.all()) {
            xml.append("<Property Name=\"")
                    .append(field.name())
                    .append("\" Type=\"")
                    .append(field.type().edm());
            xml.append(field.name().equals("receipt") ? "\" Nullable=\"false\">" : "\">");
            xml.append("<Annotation Term=\"Org.OData.Core.V1.Description\" String=\"")
                    .append(escaped(field.label()))
                    .append("\"/></Property>");
        }
        return xml + "</EntityType><EntityContainer Name=\"Desk\"><EntitySet Name=\"" + SET
                + "\" EntityType=\"danvan.Report\"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>";
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A page of the set.
     *
     * @param next the address of the page behind it; empty for the last
     */
    static String page(
            String root,
            LinkFields fields,
            List<List<Optional<Object>>> rows,
            Set<String> select,
            OptionalLong count,
            Optional<String> next) {
        List<Map<String, Object>> value = new ArrayList<>();
        for (List<Optional<Object>> row : rows) {
            Map<String, Object> entity = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                LinkFields.Field field = fields.all().get(i);
                if (select.isEmpty() || select.contains(field.name())) {
                    entity.put(field.name(), row.get(i).map(OData::plain));
                }
            }
            value.add(entity);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "@odata.context",
                root + "$metadata#" + SET + (select.isEmpty() ? "" : "(" + String.join(",", select) + ")"));
        count.ifPresent(all -> page.put("@odata.count", all));
        page.put("value", value);
        next.ifPresent(address -> page.put("@odata.nextLink", address));
        return Json.write(page);
    }

    static String problem(int status, String message) {
        return Json.write(Map.of("error", ordered("code", Integer.toString(status), "message", message)));
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Map<String, Object> ordered(String name, Object value, String other, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        map.put(other, otherValue);
        return map;
    }

    private static Map<String, Object> ordered(
            String name, Object value, String other, Object otherValue, String third, Object thirdValue) {
        Map<String, Object> map = ordered(name, value, other, otherValue);
        map.put(third, thirdValue);
        return map;
    }
}
