package danvan.form.xlsform;

import danvan.form.xform.BotAttributes;
import danvan.form.xform.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The binds of an XForm: what type a value has, and the author's conditions on it. */
final class XFormBinds {
    private static final Set<String> NO = Set.of("no", "false", "false()", "n", "không", "hayır");

    private final Expressions expressions;
    private final XFormTexts texts;
    private final Document document;
    private final List<Element> binds = new ArrayList<>();

    XFormBinds(Expressions expressions, XFormTexts texts, Document document) {
        this.expressions = expressions;
        this.texts = texts;
        this.document = document;
    }

    List<Element> all() {
        return List.copyOf(binds);
    }

    void add(SurveyNode node) {
        var bind = bind(node.path());
        if (node instanceof SurveyNode.Leaf leaf) {
            bind.setAttribute("type", leaf.dataType());
            preload(leaf.type()).ifPresent(preload -> {
                bind.setAttributeNS(Xml.JAVAROSA, "jr:preload", preload.getKey());
                bind.setAttributeNS(Xml.JAVAROSA, "jr:preloadParams", preload.getValue());
            });
        }
        yesNo(node, "required", "required", bind);
        yesNo(node, "read_only", "readonly", bind);
        if (node instanceof SurveyNode.Leaf leaf && leaf.type() == RowType.NOTE) {
            bind.setAttribute("readonly", "true()");
        }
        expressions.xpath(node, "relevant").ifPresent(x -> bind.setAttribute("relevant", x));
        constraint(node).ifPresent(x -> bind.setAttribute("constraint", x));
        if (!(node instanceof SurveyNode.Leaf leaf && leaf.isTriggered())) {
            expressions.xpath(node, "calculation").ifPresent(x -> bind.setAttribute("calculate", x));
        }
        message(node, "constraint_message", "constraintMsg", bind);
        message(node, "required_message", "requiredMsg", bind);
        for (var column : node.row().columns()) {
            if (column.startsWith("bind::bot:")) {
                var name = column.substring("bind::".length());
                bind.setAttributeNS(BotAttributes.NAMESPACE, name, node.row().get(column));
            }
        }
        binds.add(bind);
    }

    /** The author's, and what the type itself demands. */
    private Optional<String> constraint(SurveyNode node) {
        var written = expressions.xpath(node, "constraint");
        var implied = node instanceof SurveyNode.Leaf leaf ? leaf.type().impliedConstraint() : Optional.<String>empty();
        return written.isPresent() && implied.isPresent()
                ? Optional.of("(" + written.get() + ") and (" + implied.get() + ")")
                : written.or(() -> implied);
    }

    /** The name a submission is listed under, where the author gives one. */
    void addInstanceName(Row settings, SurveyNode.Group root) {
        var row = new Row("settings", settings.number(), settings.cells());
        var node = new SurveyNode.Leaf(row, "instanceName", Optional.of(root), RowType.CALCULATE, "");
        expressions.xpath(node, "instance_name").ifPresent(xpath -> {
            var bind = bind(root.path() + "/meta/instanceName");
            bind.setAttribute("type", "string");
            bind.setAttribute("calculate", xpath);
            binds.add(bind);
        });
    }

    /** {@code jr:count} takes a path only, so the number of repetitions is calculated into a node of its own. */
    void addCount(SurveyNode.Group repeat) {
        expressions.xpath(repeat, "repeat_count").ifPresent(xpath -> {
            var bind = bind(repeat.countPath());
            bind.setAttribute("type", "string");
            bind.setAttribute("readonly", "true()");
            bind.setAttribute("calculate", xpath);
            binds.add(bind);
        });
    }

    void addInstanceId(String path) {
        var bind = bind(path);
        bind.setAttribute("type", "string");
        bind.setAttribute("readonly", "true()");
        bind.setAttributeNS(Xml.JAVAROSA, "jr:preload", "uid");
        binds.add(bind);
    }

    private Element bind(String path) {
        var bind = document.createElementNS(Xml.XFORMS, "bind");
        bind.setAttribute("nodeset", path);
        return bind;
    }

    private static Optional<Map.Entry<String, String>> preload(RowType type) {
        return switch (type) {
            case START -> Optional.of(Map.entry("timestamp", "start"));
            case END -> Optional.of(Map.entry("timestamp", "end"));
            case TODAY -> Optional.of(Map.entry("date", "today"));
            case USERNAME, DEVICE_ID, SIM_SERIAL, SUBSCRIBER_ID, PHONE_NUMBER, EMAIL ->
                Optional.of(Map.entry("property", type.writtenAs()));
            default -> Optional.empty();
        };
    }

    private void yesNo(SurveyNode node, String column, String attribute, Element bind) {
        node.row().text(column).ifPresent(written -> {
            if (BotAttributes.isYes(written)) {
                bind.setAttribute(attribute, "true()");
            } else if (!NO.contains(written.toLowerCase(Locale.ROOT))) {
                expressions.xpath(node, column).ifPresent(x -> bind.setAttribute(attribute, x));
            }
        });
    }

    private void message(SurveyNode node, String column, String attribute, Element bind) {
        var translations = node.row().translations(column);
        if (!translations.isEmpty()) {
            var id = node.path() + ":jr:" + attribute;
            texts.add(id, node, translations);
            bind.setAttributeNS(Xml.JAVAROSA, "jr:" + attribute, "jr:itext('" + id + "')");
        }
    }
}
