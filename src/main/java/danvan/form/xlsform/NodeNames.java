package danvan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which node a {@code ${name}} means. */
final class NodeNames {
    private final Map<String, List<SurveyNode>> nodes = new HashMap<>();

    void add(SurveyNode node) {
        nodes.computeIfAbsent(node.name(), name -> new ArrayList<>()).add(node);
    }

    List<SurveyNode> of(String name) {
        return nodes.getOrDefault(name, List.of());
    }

    /**
     * The path from {@code context} to {@code target}: relative when both stand in the same repeat, so that each
     * repetition sees its own; absolute otherwise.
     */
    static String path(SurveyNode target, SurveyNode context) {
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

    private static SurveyNode.@org.jspecify.annotations.Nullable Group innermostShared(
            SurveyNode target, SurveyNode context) {
        var theirs = target.repeats();
        var ours = context.repeats();
        if (context instanceof SurveyNode.Group group && group.repeat()) {
            ours.add(group);
        }
        SurveyNode.Group shared = null;
        for (var repeat : ours) {
            if (theirs.contains(repeat)) {
                shared = repeat;
            }
        }
        return shared;
    }
}
