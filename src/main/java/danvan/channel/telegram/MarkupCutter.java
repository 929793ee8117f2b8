package danvan.channel.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts off as much of a markup as Telegram takes: at paragraph ends, else line ends, else blanks, else anywhere but within
 * a tag or an entity. Tags open at a cut are closed and opened again.
 */
final class MarkupCutter {
    private static final Pattern TOKEN = Pattern.compile("</?[a-z]+>|&[a-z]+;|.", Pattern.DOTALL);
    private static final List<String> BREAKS = List.of("\n\n", "\n", " ");

    private MarkupCutter() {}

    /**
     * A beginning that fits.
     *
     * @param rest what follows, as markup of its own; empty where all of it fits
     */
    record Cut(String first, String rest) {}

    /**
     * Cuts off a beginning.
     *
     * @param most characters in it, tags counted
     */
    static Cut cut(String markup, int most) {
        if (markup.length() <= most) {
            return new Cut(markup, "");
        }
        int end = end(markup, most);
        Deque<String> open = open(markup.substring(0, end));
        return new Cut(
                markup.substring(0, end).stripTrailing() + closing(open),
                opening(open) + markup.substring(end).stripLeading());
    }

    private static int end(String text, int most) {
        // Room for the closing tags.
        int limit = most - 64;
        for (String sign : BREAKS) {
            int at = text.lastIndexOf(sign, limit);
            if (at > limit / 2) {
                return at + sign.length();
            }
        }
        int end = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find() && token.end() <= limit) {
            end = token.end();
        }
        // Never between the halves of an emoji.
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static Deque<String> open(String text) {
        Deque<String> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String tag = token.group();
            if (tag.startsWith("</")) {
                open.pollLast();
            } else if (tag.startsWith("<") && tag.length() > 2) {
                open.addLast(tag.substring(1, tag.length() - 1));
            }
        }
        return open;
    }

    private static String closing(Deque<String> open) {
        StringBuilder tags = new StringBuilder();
        open.descendingIterator()
                .forEachRemaining(tag -> tags.append("</").append(tag).append('>'));
        return tags.toString();
    }

    private static String opening(Deque<String> open) {
        StringBuilder tags = new StringBuilder();
        open.forEach(tag -> tags.append('<').append(tag).append('>'));
        return tags.toString();
    }
}
