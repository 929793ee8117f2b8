package danvan.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.javarosa.core.services.locale.Localizer;

/** A form's languages: the code people are known by, such as {@code vi}, and the form's own name for it. */
record Languages(List<String> names, String defaultName) {
    private static final Pattern CODE = Pattern.compile("\\(([A-Za-z-]+)\\)\\s*$");

    Languages {
        names = List.copyOf(names);
    }

    static Languages of(@org.jspecify.annotations.Nullable Localizer localizer) {
        if (localizer == null) {
            return new Languages(List.of(), "default");
        }
        var names = List.of(localizer.getAvailableLocales());
        var standard = localizer.getDefaultLocale();
        return new Languages(names, standard == null ? names.get(0) : standard);
    }

    List<String> codes() {
        return names.isEmpty()
                ? List.of(defaultCode())
                : names.stream().map(Languages::code).toList();
    }

    String defaultCode() {
        return code(defaultName);
    }

    /** The form's name for this language, or for its default one. */
    String name(String language) {
        return find(language).orElse(defaultName);
    }

    private Optional<String> find(String language) {
        return names.stream()
                .filter(n -> code(n).equalsIgnoreCase(language) || n.equalsIgnoreCase(language))
                .findFirst()
                .or(() -> names.stream()
                        .filter(n -> primary(code(n)).equals(primary(language)))
                        .findFirst());
    }

    static String primary(String code) {
        return code.toLowerCase(Locale.ROOT).split("-", 2)[0];
    }

    static String code(String name) {
        var matcher = CODE.matcher(name);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : name;
    }
}
