package danvan.form.session;

import danvan.form.xform.ListCalls;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.AbstractTreeElement;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.jspecify.annotations.Nullable;

/**
 * Functions that phones have over the lists in a form's files, and that JavaRosa leaves to them: {@code pulldata()}, and the
 * comparison of {@code search()}.
 */
final class ListFunctions {
    private record Column(String list, String key) {}

    /** The rows of a list by what stands in one of its columns. A list never changes while a form is in memory. */
    private final Map<Column, Map<String, AbstractTreeElement<?>>> known = new HashMap<>();

    private final FormDef form;

    private ListFunctions(FormDef form) {
        this.form = form;
    }

    static void install(FormEntryController controller) {
        var lists = new ListFunctions(controller.getModel().getForm());
        controller.addFunctionHandler(new FormFunction(ListCalls.PULLDATA, (args, place) -> lists.pulled(args)));
        controller.addFunctionHandler(new FormFunction(ListCalls.MATCHES, (args, place) -> matches(args)));
    }

    /**
     * {@code pulldata(instance, list, wanted column, key column, key)}: of the first row with that key; nothing where there is
     * none. The instance is named because JavaRosa leaves out those that no path names.
     */
    private Object pulled(Object[] args) {
        if (args.length != 5) {
            return "";
        }
        var list = ListCalls.listName(text(args[1]));
        var row = rows(new Column(list, text(args[3]))).get(text(args[4]).strip());
        return row == null ? "" : cell(row, text(args[2]));
    }

    private Map<String, AbstractTreeElement<?>> rows(Column column) {
        return known.computeIfAbsent(column, wanted -> {
            var rows = new HashMap<String, AbstractTreeElement<?>>();
            var instance = form.getNonMainInstance(wanted.list());
            AbstractTreeElement<?> root = instance == null ? null : instance.getRoot();
            for (int i = 0; root != null && i < root.getNumChildren(); i++) {
                var row = root.getChildAt(i);
                rows.putIfAbsent(cell(row, wanted.key()).strip(), row);
            }
            return rows;
        });
    }

    private static String cell(AbstractTreeElement<?> row, String column) {
        @Nullable AbstractTreeElement<?> cell = row.getChild(column, 0);
        return cell == null || cell.getValue() == null
                ? ""
                : cell.getValue().uncast().getString();
    }

    /** How phones compare, which look in a database: in any case of the letters. */
    private static boolean matches(Object[] args) {
        if (args.length != 3) {
            return false;
        }
        var there = text(args[1]).toLowerCase(Locale.ROOT);
        var wanted = text(args[2]).toLowerCase(Locale.ROOT);
        return switch (text(args[0])) {
            case "startswith" -> there.startsWith(wanted);
            case "endswith" -> there.endsWith(wanted);
            case "matches" -> there.equals(wanted);
            default -> there.contains(wanted);
        };
    }

    private static String text(Object value) {
        return XPathFuncExpr.toString(value);
    }
}
