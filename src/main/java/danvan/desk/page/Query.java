package danvan.desk.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of an address: what a page shows stands in it, so that the address can be kept and sent. Immutable.
 *
 * @param values by name, none of them blank
 */
public record Query(Map<String, List<String>> values) {
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_VALUES = 200;

    public Query {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            List<String> some = all.stream()
                    .map(value -> value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value)
                    .filter(value -> !value.isBlank())
                    .limit(MOST_VALUES)
                    .toList();
            if (!some.isEmpty()) {
                kept.put(name, some);
            }
        });
        values = java.util.Collections.unmodifiableMap(kept);
    }

    /** As it stands behind an address's question mark; what is not written as a query is left out. */
    public static Query read(String written) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : written.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                decoded(part.substring(0, equals))
                        .ifPresent(name -> decoded(part.substring(equals + 1))
                                .ifPresent(value -> values.computeIfAbsent(name, any -> new ArrayList<>())
                                        .add(value)));
            }
        }
        return new Query(values);
    }

    public String value(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value where it is a number of a reasonable size. */
    public Optional<Long> number(String name) {
        return Optional.of(value(name))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** The same with one value; without it where that is empty. */
    public Query with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new Query(changed);
    }

    public Query without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.keySet().removeAll(List.of(names));
        return new Query(changed);
    }

    /** Behind an address: with its question mark; empty where there is nothing. */
    public String written() {
        String text = toString();
        return text.isEmpty() ? "" : "?" + text;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        values.forEach((name, all) -> all.forEach(value -> parts.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", parts);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
