package danvan.form.session;

import java.util.regex.Pattern;

/**
 * Labels without the Markdown and HTML that XLSForm lets authors write in them: a chat message would show the signs. What
 * only looks alike stays: {@code 2*3*4}, {@code a_b_c}, {@code < 5}, {@code #1}, a list's {@code * }.
 */
final class MarkdownText {
    private static final Pattern SIGNS = Pattern.compile("[*_#<\\[\\\\]");
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>\\n?|</(?:p|div|h[1-6]|li)>\\n?(?!\\z)");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:b|i|u|s|em|strong|span|font|p|div|h[1-6]|a|ul|ol|li|small|big|sub|sup|center|code|mark)(?: [^<>]{0,300})?/?>");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\\n]{1,300})]\\(([^()\\s]{1,500})\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +");
    private static final Pattern STRONG = Pattern.compile("(?<!\\\\)\\*\\*(?=[^\\s*])([^*\\n]{1,500})(?<!\\s)\\*\\*");
    private static final Pattern STRONG_LOW =
            Pattern.compile("(?<![\\p{L}\\p{N}_\\\\])__(?=[^\\s_])([^_\\n]{1,500})(?<!\\s)__(?![\\p{L}\\p{N}_])");
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\p{L}\\p{N}*\\\\])\\*(?=[^\\s*])([^*\\n]{1,500})(?<![\\s\\\\])\\*(?![\\p{L}\\p{N}*])");
    private static final Pattern EMPHASIS_LOW =
            Pattern.compile("(?<![\\p{L}\\p{N}_\\\\])_(?=[^\\s_])([^_\\n]{1,500})(?<![\\s\\\\])_(?![\\p{L}\\p{N}_])");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([*_#\\[\\]\\\\])");

    private MarkdownText() {}

    /** The words alone. */
    static String plain(String text) {
        if (!SIGNS.matcher(text).find()) {
            return text;
        }
        var plain = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1 ($2)");
        plain = HEADING.matcher(plain).replaceAll("");
        for (var marks : new Pattern[] {STRONG, STRONG_LOW, EMPHASIS, EMPHASIS_LOW}) {
            plain = marks.matcher(plain).replaceAll("$1");
        }
        return ESCAPED.matcher(plain).replaceAll("$1");
    }
}
