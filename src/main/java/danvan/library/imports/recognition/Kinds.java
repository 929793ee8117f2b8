package danvan.library.imports.recognition;

import danvan.library.DocumentKind;
import danvan.library.imports.document.Plain;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of Vietnamese official documents, by name and by the letters of a number. */
final class Kinds {
    static final String ANNEX = "Phụ lục";
    static final String CONSOLIDATED = "Văn bản hợp nhất";
    static final String LETTER = "Công văn";
    static final String DECREE_OF_1945 = "Sắc lệnh";

    /** An assembly's number names the assembly in the kind's place; the first is meant where the document does not say. */
    private static final Map<String, List<String>> ASSEMBLIES = Map.of(
            "qh", List.of("Luật", "Bộ luật", "Nghị quyết", "Hiến pháp"), "ubtvqh", List.of("Pháp lệnh", "Nghị quyết"));

    private static final List<String> NAMES =
            DocumentKind.ALL.stream().map(DocumentKind::name).toList();

    private Kinds() {}

    /** The kind that a line begins with: "KẾ HOẠCH", "Luật số …"; "LUẬT SƯ" is none. */
    static Optional<String> at(String plainLine) {
        String line = plainLine.replaceFirst("^[\"“'*\\s]+", "");
        return NAMES.stream().filter(name -> begins(line, Plain.of(name))).max(Comparator.comparingInt(String::length));
    }

    private static boolean begins(String line, String name) {
        if (!line.startsWith(name)) {
            return false;
        }
        String rest = line.substring(name.length());
        return rest.isEmpty()
                || rest.startsWith(":")
                || (rest.startsWith(" ") && !rest.startsWith(" su ") && !rest.equals(" su"));
    }

    static List<String> names() {
        return NAMES;
    }

    /** The kind that the letters of a number stand for; empty for a letter's, which name offices only. */
    static Optional<String> ofSymbol(String symbol) {
        return allOfSymbol(symbol).stream().findFirst();
    }

    static List<String> allOfSymbol(String symbol) {
        String plain = Plain.of(symbol).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < plain.length() && plain.charAt(end) >= 'a' && plain.charAt(end) <= 'z') {
            end++;
        }
        String letters = plain.substring(0, end);
        return ASSEMBLIES.getOrDefault(
                letters,
                DocumentKind.ofSymbol(letters).stream().map(DocumentKind::name).toList());
    }
}
