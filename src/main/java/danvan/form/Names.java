package danvan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which node a {@code ${name}} means. */
final class Names {
    private final Map<String, List<Node>> nodes = new HashMap<>();

    void add(Node node) {
        nodes.computeIfAbsent(node.name(), name -> new ArrayList<>()).add(node);
    }

    List<Node> of(String name) {
        return nodes.getOrDefault(name, List.of());
    }

    /**
     * The path from {@code context} to {@code target}: relative when both stand in the same repeat, so that each
     * repetition sees its own; absolute otherwise.
     */
    static String path(Node target, Node context) {
        var shared = innermostShared(target, context);
        if (shared == null) {
            return target.path();
        }
        var base = shared.path();
        long up = context.path()
                .substring(base.length())
                .chars()
                .filter(c -> c == '/')
                .count();
        var down = target.path().substring(base.length());
        return up == 0 ? "." + down : "../".repeat((int) up - 1) + ".." + down;
    }

    private static Node.@org.jspecify.annotations.Nullable Group innermostShared(Node target, Node context) {
        var theirs = target.repeats();
        var ours = context.repeats();
        if (context instanceof Node.Group group && group.repeat()) {
            ours.add(group);
        }
        Node.Group shared = null;
        for (var repeat : ours) {
            if (theirs.contains(repeat)) {
                shared = repeat;
            }
        }
        return shared;
    }
}
