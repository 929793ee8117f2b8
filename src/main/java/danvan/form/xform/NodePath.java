package danvan.form.xform;

import org.javarosa.core.model.instance.TreeReference;

/** Paths as drafts, problems and submissions name a node. */
public final class NodePath {
    private NodePath() {}

    /** With the number of each repetition after the first: {@code /data/household[2]/people}. */
    public static String of(TreeReference reference) {
        var path = new StringBuilder();
        for (int i = 0; i < reference.size(); i++) {
            path.append('/').append(reference.getName(i));
            if (reference.getMultiplicity(i) > 0) {
                path.append('[').append(reference.getMultiplicity(i) + 1).append(']');
            }
        }
        return path.toString();
    }
}
