package danvan.library;

import java.util.List;

/**
 * A gap with how people ask about it.
 *
 * @param typed questions as they are typed
 */
public record KnownGap(Gap gap, List<String> typed) {
    public KnownGap {
        typed = List.copyOf(typed);
    }
}
