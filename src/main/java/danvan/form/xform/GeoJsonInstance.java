package danvan.form.xform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A GeoJSON list of points as the items of a secondary instance: properties by name, the place as {@code geometry}. */
final class GeoJsonInstance {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GeoJsonInstance() {}

    static Optional<Element> root(String text, Document document) {
        JsonNode features;
        try {
            features = JSON.readTree(text).path("features");
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!features.isArray()) {
            return Optional.empty();
        }
        var root = document.createElementNS(Xml.XFORMS, "root");
        for (var feature : features) {
            root.appendChild(item(feature, document));
        }
        return Optional.of(root);
    }

    private static Element item(JsonNode feature, Document document) {
        var item = document.createElementNS(Xml.XFORMS, "item");
        var place = feature.path("geometry").path("coordinates");
        if (place.size() >= 2) {
            // GeoJSON says longitude first, forms say latitude first.
            add(item, "geometry", place.path(1).asText() + " " + place.path(0).asText() + " 0 0", document);
        }
        if (feature.hasNonNull("id")) {
            add(item, "id", feature.path("id").asText(), document);
        }
        feature.path("properties").properties().forEach(property -> {
            if (XmlText.isName(property.getKey())
                    && Xml.children(item).stream()
                            .noneMatch(e -> property.getKey().equals(e.getLocalName()))) {
                add(item, property.getKey(), property.getValue().asText(), document);
            }
        });
        return item;
    }

    private static void add(Element item, String name, String text, Document document) {
        var element = document.createElementNS(Xml.XFORMS, name);
        element.setTextContent(XmlText.clean(text));
        item.appendChild(element);
    }
}
