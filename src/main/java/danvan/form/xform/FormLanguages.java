package danvan.form.xform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.javarosa.core.services.locale.Localizer;

/** A form's languages: the code people are known by, such as {@code vi}, and the form's own name for it. */
public record FormLanguages(List<String> names, String defaultName) {
    private static final Pattern CODE = Pattern.compile("\\(([A-Za-z-]+)\\)\\s*$");

    public FormLanguages {
        names = List.copyOf(names);
    }

    public static FormLanguages of(@org.jspecify.annotations.Nullable Localizer localizer) {
        if (localizer == null) {
            return new FormLanguages(List.of(), "default");
        }
        var names = List.of(localizer.getAvailableLocales());
        var standard = localizer.getDefaultLocale();
        return new FormLanguages(names, standard == null ? names.get(0) : standard);
    }

    public List<String> codes() {
        return names.isEmpty()
                ? List.of(defaultCode())
                : names.stream().map(FormLanguages::code).toList();
    }

    public String defaultCode() {
        return code(defaultName);
    }

    /** The form's name for this language, or for its default one. */
    public String name(String language) {
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

    public static String primary(String code) {
        return code.toLowerCase(Locale.ROOT).split("-", 2)[0];
    }

    public static String code(String name) {
        var matcher = CODE.matcher(name);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : name;
    }
}
