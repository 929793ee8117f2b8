package danvan.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The titles of a document's chapters. Only the first passage of a chapter bears its title; the others are cited by the
 * chapter's number alone, and yet are what somebody means who asks by the title.
 */
final class Chapters {
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)\\A((?:chương|phần|chapter|part|bölüm)\\s+[\\p{L}\\d]{1,8})\\.?\\s++(\\S(?:.{0,298}?\\S)?)\\s++›");

    private Chapters() {}

    /** The passages of a document in the order they are written, each with the title of its chapter. */
    static List<DocumentContent.Entry> of(List<Passage> passages) {
        List<DocumentContent.Entry> entries = new ArrayList<>();
        String number = "";
        String title = "";
        for (Passage passage : passages) {
            String cited = passage.article().orElse("");
            Matcher named = NAMED.matcher(passage.heading());
            if (named.find() && holds(cited, named.group(1))) {
                number = named.group(1);
                title = named.group(2);
                entries.add(new DocumentContent.Entry(passage, ""));
            } else {
                entries.add(
                        new DocumentContent.Entry(passage, "", !number.isEmpty() && holds(cited, number) ? title : ""));
            }
        }
        return entries;
    }

    private static boolean holds(String cited, String number) {
        return Optional.of(cited)
                .filter(all -> List.of(all.split(", ", -1)).contains(number))
                .isPresent();
    }
}
