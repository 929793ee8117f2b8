package danvan.library.index;

import java.util.regex.Pattern;

/**
 * What stands before the first article of a document and rules nothing: who issued it, its number and date, what it is
 * based on. It holds the words of everything the document is about, and answers no question but what the document is.
 */
final class Letterhead {
    /** As much else in an opening makes it a text of its own. */
    private static final int LETTERS_OF_A_TEXT = 160;

    private static final int LINES_OF_AN_OPENING = 8;

    private static final Pattern BASE = Pattern.compile(
            "(?iu)\\A(?:căn cứ|chiểu|theo đề nghị|xét|thể theo|cộng hòa xã hội|cộng hoà xã hội|độc lập|đảng cộng sản|số\\s*+(?::\\s*+)?\\d|(?:bộ )?luật số|kính gửi|quyết định\\s*+:?\\z|quyết nghị\\s*+:?\\z|ban hành\\b.*\\z).*");

    private static final Pattern DATED = Pattern.compile("(?iu).{0,60}ngày\\s.{1,12}\\stháng\\s.{1,12}\\snăm\\s.{1,8}");

    private Letterhead() {}

    /** Whether the text is nothing but a letterhead and bases. */
    static boolean isAll(String title, String text) {
        return opens(text) && lettersBeside(title, text) < LETTERS_OF_A_TEXT;
    }

    /** Whether the text begins as a document does. */
    static boolean opens(String text) {
        return text.lines()
                .limit(LINES_OF_AN_OPENING)
                .anyMatch(line -> BASE.matcher(line.strip()).matches());
    }

    private static int lettersBeside(String title, String text) {
        int letters = 0;
        for (String each : text.split("\n", -1)) {
            String line = each.strip();
            boolean head = line.isEmpty()
                    || BASE.matcher(line).matches()
                    || DATED.matcher(line).matches()
                    || line.equals(line.toUpperCase(java.util.Locale.ROOT))
                    || title.contains(line)
                    || line.contains(title);
            letters += head ? 0 : line.length();
        }
        return letters;
    }
}
