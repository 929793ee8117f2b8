package danvan.library.source;

import java.util.List;
import java.util.regex.Pattern;

/** Markdown as a phone shows it without markup: paragraphs, and list items each on a line of its own. */
final class PlainText {
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*+]\\s+(.*)$");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d+[.)])\\s+(.*)$");
    private static final Pattern TABLE_RULE = Pattern.compile("[\\s:|-][\\s:-]*+\\|[\\s:|-]*+");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*+)\\]\\([^)(]*+(?:\\([^)(]*+\\)[^)(]*+)?+\\)");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern STRESSED =
            Pattern.compile("(?<![\\p{L}\\p{N}*])([*_])(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*])");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");

    private PlainText() {}

    static String of(List<String> lines) {
        var text = new StringBuilder();
        boolean joins = false; // whether the next plain line continues the one before
        for (String line : lines) {
            String stripped = line.strip();
            var bullet = BULLET.matcher(line);
            var numbered = NUMBERED.matcher(line);
            if (stripped.isEmpty()) {
                joins = false;
                paragraph(text);
            } else if (TABLE_RULE.matcher(line).matches()) {
                joins = false;
            } else if (bullet.matches()) {
                line(text, "• " + inline(bullet.group(1)));
                joins = true;
            } else if (numbered.matches()) {
                line(text, numbered.group(1) + " " + inline(numbered.group(2)));
                joins = true;
            } else if (stripped.startsWith("|")) {
                line(text, cells(stripped));
                joins = false;
            } else if (joins) {
                text.append(' ').append(inline(stripped));
            } else {
                line(text, inline(HEADING.matcher(stripped).replaceFirst("").replaceFirst("^>\\s*", "")));
                joins = !stripped.startsWith("#");
            }
        }
        return text.toString().strip();
    }

    static String inline(String markdown) {
        // Twice: a picture may be what a link shows.
        String text = LINK.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll("$1");
        text = STRONG.matcher(text).replaceAll("$2");
        text = STRESSED.matcher(text).replaceAll("$2");
        return text.replace("`", "").strip();
    }

    private static String cells(String row) {
        String inner = row.replaceFirst("^\\|", "").replaceFirst("\\|\\s*$", "");
        return inline(inner.replaceAll("(?:(?<!\\s)\\s++)?+\\|\\s*+", " · "));
    }

    private static void line(StringBuilder text, String line) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(line);
    }

    private static void paragraph(StringBuilder text) {
        if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
            text.append(text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n");
        }
    }
}
