package danvan.task.reminder;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What units are called where several stand side by side: by their names, and those of one name, of which a province has
 * many, each with the unit above it.
 */
public final class UnitNames {
    private final Map<String, String> names = new HashMap<>();

    /** The names of units, given by their codes. */
    public UnitNames(Leads units, Collection<String> codes) {
        Map<String, Set<String>> called = new HashMap<>();
        codes.forEach(code ->
                called.computeIfAbsent(units.name(code), any -> new HashSet<>()).add(code));
        codes.forEach(code -> {
            String name = units.name(code);
            List<String> chain = units.upFrom(code);
            boolean shared = called.getOrDefault(name, Set.of()).size() > 1 && chain.size() > 1;
            names.put(code, shared ? name + " (" + units.name(chain.get(1)) + ")" : name);
        });
    }

    public String of(String code) {
        return names.getOrDefault(code, code);
    }
}
