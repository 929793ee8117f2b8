package danvan.patterns;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The patterns that stand in the sources as words: {@code text.split("…")}, {@code Pattern.compile("…")} and the like. */
final class PatternsOfSources {
    private static final Set<String> OF_A_STRING = Set.of("matches", "replaceAll", "replaceFirst", "split");

    private final List<FoundPattern> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    /** Words of the fields that hold a text, by file and name. */
    private final Map<String, ExpressionTree> texts = new HashMap<>();

    static PatternsOfSources read(Path root) throws IOException {
        PatternsOfSources patterns = new PatternsOfSources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(root)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            Trees trees = Trees.instance(task);
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(unit -> patterns.new Constants().scan(unit, null));
            units.forEach(unit -> patterns.new Calls(trees, unit).scan(unit, null));
        }
        return patterns;
    }

    List<FoundPattern> found() {
        return found;
    }

    /** Calls whose pattern is made when the bot runs. */
    List<String> unread() {
        return unread;
    }

    private static String owner(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                return type.getSimpleName().toString();
            }
        }
        return "";
    }

    private final class Constants extends TreePathScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
            if (variable.getInitializer() != null
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
                    && String.valueOf(variable.getType()).equals("String")) {
                texts.put(owner(getCurrentPath()) + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, null);
        }
    }

    private final class Calls extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;

        Calls(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree called
                    && !call.getArguments().isEmpty()) {
                String name = called.getIdentifier().toString();
                boolean compiled = name.equals("compile")
                        && called.getExpression().toString().equals("Pattern");
                boolean whole = name.equals("matches");
                if (compiled || OF_A_STRING.contains(name)) {
                    add(call, compiled, whole);
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        private void add(MethodInvocationTree call, boolean compiled, boolean whole) {
            String where = where(call);
            Optional<String> words = value(call.getArguments().get(0));
            if (words.isEmpty() && !compiled && isOfPattern(call)) {
                return;
            }
            if (words.isEmpty() && compiled && isHeld(getCurrentPath())) {
                // The class itself tells it, whatever it is put together from.
                return;
            }
            if (words.isEmpty()) {
                unread.add(where + "  " + call);
                return;
            }
            int flags = compiled && call.getArguments().size() > 1
                    ? flags(call.getArguments().get(1))
                    : 0;
            boolean wholeOnly = whole || (compiled && onlyWhole(getCurrentPath()));
            found.add(new FoundPattern(where, Pattern.compile(words.get(), flags), wholeOnly));
        }

        /** {@code X.split(text)} and {@code X.matcher(…).replaceAll(…)}: the pattern is the field, which is tried by itself. */
        private boolean isOfPattern(MethodInvocationTree call) {
            String receiver =
                    ((MemberSelectTree) call.getMethodSelect()).getExpression().toString();
            return receiver.matches("[A-Z][A-Z_]*")
                    || receiver.contains(".matcher(")
                    || call.getArguments().get(0) instanceof LambdaExpressionTree;
        }

        private static boolean isHeld(TreePath path) {
            return path.getParentPath().getLeaf() instanceof VariableTree field
                    && path.getParentPath().getParentPath().getLeaf() instanceof ClassTree
                    && field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private String where(Tree tree) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            return owner(getCurrentPath()) + ":" + line;
        }

        /** {@code X = Pattern.compile(…)} as a field: the field's uses tell. */
        private boolean onlyWhole(TreePath path) {
            return path.getParentPath().getLeaf() instanceof VariableTree field
                    && path.getParentPath().getParentPath().getLeaf() instanceof ClassTree
                    && Uses.of(unit).onlyWhole(field);
        }

        private Optional<String> value(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal) {
                return Optional.of(String.valueOf(literal.getValue()));
            }
            if (tree instanceof ParenthesizedTree inner) {
                return value(inner.getExpression());
            }
            if (tree instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS) {
                return value(both.getLeftOperand())
                        .flatMap(left -> value(both.getRightOperand()).map(right -> left + right));
            }
            String key = tree instanceof IdentifierTree name
                    ? owner(getCurrentPath()) + "." + name.getName()
                    : tree instanceof MemberSelectTree select ? select.toString() : "";
            ExpressionTree text = texts.get(key);
            return text == null ? Optional.empty() : value(text);
        }

        private static int flags(ExpressionTree tree) {
            int flags = 0;
            String words = tree.toString();
            for (var known : Map.of(
                            "CASE_INSENSITIVE", Pattern.CASE_INSENSITIVE,
                            "UNICODE_CASE", Pattern.UNICODE_CASE,
                            "UNICODE_CHARACTER_CLASS", Pattern.UNICODE_CHARACTER_CLASS,
                            "DOTALL", Pattern.DOTALL,
                            "MULTILINE", Pattern.MULTILINE)
                    .entrySet()) {
                flags |= words.contains(known.getKey()) ? known.getValue() : 0;
            }
            return flags;
        }
    }
}
