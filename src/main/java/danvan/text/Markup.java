package danvan.text;

import java.util.regex.Pattern;

/**
 * Outgoing text: plain text with ampersand and angle brackets escaped, and the tags {@code b i u s code blockquote} without
 * attributes, which every channel can show. (They are Telegram's, see "HTML style" in the Bot API.)
 */
public final class Markup {
    private static final Pattern TAG = Pattern.compile("</?(?:b|i|u|s|code|blockquote)>");

    private Markup() {}

    /** Plain text as markup that shows exactly that text. */
    public static String escape(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Markup as plain text. */
    public static String strip(String markup) {
        return TAG.matcher(markup)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    public static String bold(String plain) {
        return "<b>" + escape(plain) + "</b>";
    }

    public static String italic(String plain) {
        return "<i>" + escape(plain) + "</i>";
    }

    /** A quotation of something already in markup. */
    public static String quote(String markup) {
        return "<blockquote>" + markup + "</blockquote>";
    }
}
