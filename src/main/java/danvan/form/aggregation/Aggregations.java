package danvan.form.aggregation;

import danvan.form.Field;
import danvan.form.FormException;
import danvan.form.QuestionType;
import danvan.form.xform.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * How each question of a form is put together. What its author does not say is added up, unless it looks like a share or a
 * rate: 5 % and 5 % are not 10 %.
 *
 * @param all by path
 * @param unsaid the paths of those that look like a share, of which the author says nothing
 */
public record Aggregations(Map<String, Aggregation> all, List<String> unsaid) {
    private static final Pattern FROM_NOUGHT = Pattern.compile("\\.>=0(?![\\d.])|(?<![\\d.])0<=\\.(?!\\d)");
    private static final Pattern TO_HUNDRED =
            Pattern.compile("\\.<=100(?![\\d.])|(?<![\\d.])100>=\\.(?!\\d)|\\.<=100\\.0(?!\\d)");
    private static final Pattern QUOTIENT = Pattern.compile("(?<![\\w-])div(?![\\w-])");
    private static final List<String> WORDS = List.of("%", "phần trăm", "tỷ lệ", "tỉ lệ", "percent", "yüzde");

    public Aggregations {
        all = Map.copyOf(all);
        unsaid = List.copyOf(unsaid);
    }

    /** Reads them off a form, whose fields are given in each of its languages. */
    public static Aggregations of(String xform, List<List<Field>> languages) {
        var binds = binds(xform);
        var hundreds = hundreds(xform);
        var all = new LinkedHashMap<String, Aggregation>();
        var unsaid = new ArrayList<String>();
        for (var fields : languages) {
            for (var field : fields) {
                var said = java.util.Optional.ofNullable(field.marks().get("total"))
                        .flatMap(Aggregation::read);
                boolean share = said.isEmpty()
                        && isNumeric(field)
                        && (hundreds.contains(field.path()) || isShare(field, binds.get(field.path())));
                if (share && !unsaid.contains(field.path())) {
                    unsaid.add(field.path());
                }
                if (share) {
                    all.put(field.path(), Aggregation.NONE);
                } else {
                    // What looks like a share in one language is one in all of them.
                    all.putIfAbsent(field.path(), said.orElse(Aggregation.SUM));
                }
            }
        }
        return new Aggregations(all, unsaid);
    }

    private static boolean isNumeric(Field field) {
        return field.type() == QuestionType.INTEGER
                || field.type() == QuestionType.DECIMAL
                || field.type() == QuestionType.COMPUTED;
    }

    private static boolean isShare(Field field, @org.jspecify.annotations.Nullable Element bind) {
        var label = field.label().toLowerCase(Locale.ROOT);
        if (field.asked() && WORDS.stream().anyMatch(label::contains)) {
            return true;
        }
        if (bind == null) {
            return false;
        }
        var constraint = bind.getAttribute("constraint").replaceAll("\\s+", "");
        return (FROM_NOUGHT.matcher(constraint).find()
                        && TO_HUNDRED.matcher(constraint).find())
                || QUOTIENT.matcher(bind.getAttribute("calculate")).find();
    }

    /** The paths of ranges from 0 to 100. */
    private static Set<String> hundreds(String xform) {
        try {
            return Xml.elements(Xml.parse(xform).getDocumentElement(), "range").stream()
                    .filter(range -> range.getAttribute("start").equals("0")
                            && range.getAttribute("end").equals("100"))
                    .map(range -> range.getAttribute("ref"))
                    .collect(Collectors.toSet());
        } catch (SAXException e) {
            throw new FormException("Reading a form", e);
        }
    }

    private static Map<String, Element> binds(String xform) {
        try {
            var binds = new LinkedHashMap<String, Element>();
            Xml.elements(Xml.parse(xform).getDocumentElement(), "bind")
                    .forEach(bind -> binds.putIfAbsent(bind.getAttribute("nodeset"), bind));
            return binds;
        } catch (SAXException e) {
            throw new FormException("Reading a form", e);
        }
    }
}
