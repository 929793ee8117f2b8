package danvan;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds classes that depend on each other in a ring. Nested classes count with the one they are in. */
final class ClassCycles {
    /** So many classes of one room may hold together: a type, its parts and who makes them. */
    private static final int MOST_IN_A_ROOM = 3;

    private final Map<String, Set<String>> dependencies = new TreeMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<SortedSet<String>> found = new ArrayList<>();

    private ClassCycles(JavaClasses classes) {
        classes.forEach(type -> dependencies.put(outermost(type), new TreeSet<>()));
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = outermost(dependency.getTargetClass().getBaseComponentType());
                if (dependencies.containsKey(target)) {
                    dependencies
                            .computeIfAbsent(outermost(type), none -> new TreeSet<>())
                            .add(target);
                }
            }
        }
        dependencies.keySet().stream().filter(type -> !index.containsKey(type)).forEach(this::visit);
    }

    /** The rings that join classes of different packages, or more of one package than may hold together. */
    static List<SortedSet<String>> forbiddenIn(JavaClasses classes) {
        return new ClassCycles(classes)
                .found.stream()
                        .filter(ring -> ring.size() > MOST_IN_A_ROOM
                                || ring.stream()
                                                .map(ClassCycles::packageOf)
                                                .distinct()
                                                .count()
                                        > 1)
                        .toList();
    }

    /** Tarjan's algorithm for strongly connected components. */
    private void visit(String type) {
        index.put(type, index.size());
        low.put(type, index.get(type));
        open.push(type);
        for (String target : dependencies.getOrDefault(type, new TreeSet<>())) {
            if (!index.containsKey(target)) {
                visit(target);
                low.merge(type, low.get(target), Math::min);
            } else if (open.contains(target)) {
                low.merge(type, index.get(target), Math::min);
            }
        }
        if (low.get(type).equals(index.get(type))) {
            SortedSet<String> ring = new TreeSet<>();
            String member;
            do {
                member = open.pop();
                ring.add(member);
            } while (!member.equals(type));
            if (ring.size() > 1) {
                found.add(ring);
            }
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }
}
