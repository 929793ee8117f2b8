package danvan.task.office;

import danvan.chat.Role;
import danvan.organization.directory.Organization;
import danvan.task.Audience;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a task is for, in words. */
record AudienceWords(Organization organization, Texts.Phrases phrases) {
    private static final int MOST_UNITS = 6;

    String of(Audience audience) {
        List<String> parts = new ArrayList<>();
        parts.add(Stream.of(Role.values())
                .filter(audience.roles()::contains)
                .map(role -> phrases.plain("people.role." + role))
                .collect(Collectors.joining(", ")));
        audience.level()
                .map(level -> {
                    String key = "people.level." + level.toUpperCase(Locale.ROOT);
                    return phrases.has(key) ? phrases.plain(key) : level;
                })
                .ifPresent(parts::add);
        List<String> units = Stream.concat(audience.units().stream(), audience.under().stream())
                .sorted()
                .map(organization::nameOf)
                .toList();
        if (!units.isEmpty()) {
            parts.add(units.stream().limit(MOST_UNITS).collect(Collectors.joining(", "))
                    + (units.size() > MOST_UNITS ? " + " + (units.size() - MOST_UNITS) : ""));
        }
        return String.join(" · ", parts);
    }
}
