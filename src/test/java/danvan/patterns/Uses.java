package danvan.patterns;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Which private fields of a file are only ever asked for the whole text: {@code X.matcher(…).matches()}. */
final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> otherwise = new HashSet<>();

    private Uses() {}

    static Uses of(CompilationUnitTree unit) {
        Uses uses = new Uses();
        uses.scan(unit, null);
        return uses;
    }

    boolean onlyWhole(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.PRIVATE)
                && !otherwise.contains(field.getName().toString());
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void none) {
        if (!asksForTheWhole(getCurrentPath())) {
            otherwise.add(name.getName().toString());
        }
        return super.visitIdentifier(name, null);
    }

    /** The name, {@code .matcher}, the call, {@code .matches}. */
    private static boolean asksForTheWhole(TreePath name) {
        TreePath select = name.getParentPath();
        if (!(select.getLeaf() instanceof MemberSelectTree matcher)
                || !matcher.getIdentifier().contentEquals("matcher")) {
            return false;
        }
        TreePath call = select.getParentPath();
        return call.getParentPath().getLeaf() instanceof MemberSelectTree asked
                && asked.getIdentifier().contentEquals("matches");
    }
}
