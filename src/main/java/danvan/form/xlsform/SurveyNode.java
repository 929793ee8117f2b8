package danvan.form.xlsform;

import danvan.form.RangeBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The survey as a tree: begin and end rows have become groups. */
public sealed interface SurveyNode {
    Row row();

    String name();

    /** The group around it; empty at the root. */
    Optional<Group> parent();

    /** The absolute path of its node, such as {@code /data/household/people}. */
    default String path() {
        return parent().map(SurveyNode::path).orElse("") + "/" + name();
    }

    /** The groups around it that repeat, outermost first. */
    default List<Group> repeats() {
        var found = new ArrayList<Group>();
        for (Optional<Group> up = parent(); up.isPresent(); up = up.get().parent()) {
            if (up.get().repeat()) {
                found.add(0, up.get());
            }
        }
        return found;
    }

    /**
     * A row that holds a value.
     *
     * @param list the choice list of a select; empty otherwise
     */
    record Leaf(Row row, String name, Optional<Group> parent, RowType type, String list) implements SurveyNode {
        private static final Pattern CALLED = Pattern.compile("[a-z-]\\(");

        /** The type its value has in an XForm. */
        String dataType() {
            boolean isFraction = type == RowType.RANGE
                    && RangeBounds.read(row.get("parameters"))
                            .filter(bounds -> !bounds.isWhole())
                            .isPresent();
            return isFraction ? RowType.DECIMAL.dataType() : type.dataType();
        }

        /** Whether its value is worked out when another question is answered, rather than all the time. */
        boolean isTriggered() {
            return row.has("trigger");
        }

        /** Whether the default is an expression rather than a value. */
        boolean hasDynamicDefault() {
            var value = row.get("default");
            var called = CALLED.matcher(value);
            return value.contains("${") || (called.find() && value.lastIndexOf(')') >= called.end());
        }
    }

    /** A group, a repeat or the root; its children are added while the survey is being read. */
    final class Group implements SurveyNode {
        private final Row row;
        private final String name;
        private final Optional<Group> parent;
        private final boolean repeat;
        private final List<SurveyNode> children = new ArrayList<>();

        Group(Row row, String name, Optional<Group> parent, boolean repeat) {
            this.row = row;
            this.name = name;
            this.parent = parent;
            this.repeat = repeat;
        }

        @Override
        public Row row() {
            return row;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Group> parent() {
            return parent;
        }

        boolean repeat() {
            return repeat;
        }

        /** Whether an expression says how many repetitions there are, rather than the person. */
        boolean isCounted() {
            return repeat && row.has("repeat_count");
        }

        /** Whether the number is another question's answer as it stands: then no node of its own is needed. */
        boolean isCountedByReference() {
            return isCounted() && row.get("repeat_count").strip().matches("\\$\\{[^${}]+}");
        }

        /** The node beside a counted repeat that holds the number. */
        String countName() {
            return name + "_count";
        }

        String countPath() {
            return path() + "_count";
        }

        public List<SurveyNode> children() {
            return children;
        }

        void add(SurveyNode child) {
            children.add(child);
        }
    }
}
