package danvan.patterns;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patterns that static fields hold, also inside the lists, maps and records that such a field holds. */
final class PatternsOfClasses {
    private static final int DEEPEST = 8;

    private final List<FoundPattern> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    static List<FoundPattern> of(JavaClasses classes) throws ReflectiveOperationException {
        PatternsOfClasses patterns = new PatternsOfClasses();
        for (JavaClass each : classes) {
            Class<?> type = Class.forName(each.getName(), false, PatternsOfClasses.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.getType() != String.class) {
                    field.setAccessible(true);
                    patterns.look(type.getName() + "." + field.getName(), field.get(null), 0);
                }
            }
        }
        return patterns.found;
    }

    private void look(String where, @Nullable Object held, int depth) throws IllegalAccessException {
        if (held == null || depth > DEEPEST || !seen.add(held)) {
            return;
        }
        if (held instanceof Pattern pattern) {
            found.add(new FoundPattern(where, pattern, false));
        } else if (held instanceof Collection<?> many) {
            lookAll(where, many, depth);
        } else if (held instanceof Map<?, ?> map) {
            lookAll(where, map.keySet(), depth);
            lookAll(where, map.values(), depth);
        } else if (held instanceof Optional<?> one) {
            look(where, one.orElse(null), depth + 1);
        } else if (held instanceof Object[] array) {
            lookAll(where, List.of(array), depth);
        } else if (held.getClass().getName().startsWith("danvan.")
                && !held.getClass().isHidden()) {
            for (Field field : held.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    look(where, field.get(held), depth + 1);
                }
            }
        }
    }

    private void lookAll(String where, Collection<?> many, int depth) throws IllegalAccessException {
        for (Object one : many) {
            look(where, one, depth + 1);
        }
    }
}
