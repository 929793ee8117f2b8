package danvan.library;

import java.util.List;

/**
 * How people say what documents write otherwise.
 *
 * @param said expressions of everyday life
 * @param meant what the administration writes; the first is tried before the others
 */
public record EverydayExpression(String language, List<String> said, List<String> meant) {
    public EverydayExpression {
        said = List.copyOf(said);
        meant = List.copyOf(meant);
        if (said.isEmpty() || meant.isEmpty()) {
            throw new IllegalArgumentException("an everyday expression that says or means nothing");
        }
    }
}
