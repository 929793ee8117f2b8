package danvan.library.imports.structure;

import danvan.library.imports.document.Furniture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which article each note speaks of: the one its mark stands in. Some documents count their notes again on each page. */
final class NotePlaces {
    private static final Pattern NUMBER = Pattern.compile("^(?:\\d{1,3}|\\*{1,3})");

    private final Map<String, String> places = new HashMap<>();

    private NotePlaces() {}

    static NotePlaces of(List<Line> lines) {
        NotePlaces places = new NotePlaces();
        String article = "";
        for (Line line : lines) {
            if (line.furniture().filter(kind -> kind == Furniture.FOOTNOTE_MARK).isPresent()) {
                if (!article.isEmpty()) {
                    places.places.putIfAbsent(key(line), article);
                }
            } else if (line.isText() && !line.row() && !line.isNote()) {
                article = Mark.of(line.text())
                        .filter(mark -> mark.level().compareTo(Mark.Level.ARTICLE) <= 0)
                        .map(Mark::label)
                        .orElse(article);
            }
        }
        return places;
    }

    /** "35", "*"; empty where it has none. */
    static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? number.group() : "";
    }

    private static String key(Line line) {
        return line.page() + " " + number(line.text());
    }

    /** The article a note speaks of, where its mark was read. */
    Optional<String> of(Line note) {
        return Optional.ofNullable(places.get(key(note)));
    }
}
