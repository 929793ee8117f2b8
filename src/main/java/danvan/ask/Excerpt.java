package danvan.ask;

import danvan.library.Span;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text a phone shows at once: a short text whole; of a longer one the sentences round the telling words, cut
 * at sentence ends. A list comes whole: half of five criteria is a wrong answer.
 *
 * @param text the whole text
 * @param start where the excerpt begins in it
 * @param end where it ends
 */
record Excerpt(String text, int start, int end) {
    /** About what a phone shows without scrolling, heading, source and buttons aside. */
    static final int SCREEN = 700;
    /** A list longer than this is cut between its items. */
    private static final int LONGEST_LIST = 2400;
    /** Items longer than this on average are clauses of a law, not a list. */
    private static final int LONGEST_ITEM = 200;

    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[•+–-]|\\d{1,3}[.)]|\\p{Ll}[.)])\\s");
    /** A stop, not behind a bare number ("Điều 5.") or a short title ("TS."), and then no small letter. */
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<!(?<![\\p{L}\\p{N}_])\\d{1,3})(?<!(?<![\\p{L}\\p{N}_])\\p{Lu}\\p{L}{0,2})"
                    + "[.!?…;][\"”»)]*+\\s++(?!\\p{Ll})");

    static Excerpt of(String text, List<Span> telling) {
        return of(text, telling, Optional.empty());
    }

    /** @param answering what must be shown */
    static Excerpt of(String text, List<Span> telling, Optional<Span> answering) {
        if (text.length() <= SCREEN) {
            return whole(text);
        }
        List<Span> blocks = blocks(text);
        int needed = answering.map(span -> blockAt(blocks, span.start())).orElse(-1);
        int neededTo = answering.map(span -> blockAt(blocks, span.end() - 1)).orElse(-1);
        if (needed >= 0 && length(blocks, needed, neededTo) > SCREEN) {
            neededTo = needed;
        }
        // Where no word tells, the beginning does.
        int first = Math.max(0, needed);
        int last = Math.max(0, neededTo);
        double most = 0;
        int begins = needed < 0 ? blocks.size() - 1 : needed;
        for (int i = 0; i <= begins; i++) {
            for (int j = Math.max(i, neededTo); j < blocks.size() && (j == i || length(blocks, i, j) <= SCREEN); j++) {
                double said =
                        said(text, telling, blocks.get(i).start(), blocks.get(j).end());
                if (said > most || (said == most && most > 0 && length(blocks, i, j) < length(blocks, first, last))) {
                    most = said;
                    first = i;
                    last = j;
                }
            }
        }
        // What leads up to it, then what follows, then what still fits.
        if (first > 0 && length(blocks, first - 1, last) <= SCREEN) {
            first--;
        }
        while (last + 1 < blocks.size() && length(blocks, first, last + 1) <= SCREEN) {
            last++;
        }
        while (first > 0 && length(blocks, first - 1, last) <= SCREEN) {
            first--;
        }
        return new Excerpt(text, blocks.get(first).start(), blocks.get(last).end());
    }

    private static int blockAt(List<Span> blocks, int place) {
        for (int i = 0; i < blocks.size(); i++) {
            if (place < blocks.get(i).end()) {
                return i;
            }
        }
        return blocks.size() - 1;
    }

    static Excerpt whole(String text) {
        return new Excerpt(text, 0, text.length());
    }

    boolean isWhole() {
        return text.substring(0, start).isBlank() && text.substring(end).isBlank();
    }

    /** The excerpt as markup, the telling words bold, with a mark where something was left out. */
    String markup(List<Span> telling) {
        StringBuilder markup = new StringBuilder(text.substring(0, start).isBlank() ? "" : "[…] ");
        int at = start;
        for (Span span : telling) {
            if (span.start() >= at && span.end() <= end) {
                markup.append(Markup.escape(text.substring(at, span.start())));
                markup.append(Markup.bold(text.substring(span.start(), span.end())));
                at = span.end();
            }
        }
        markup.append(Markup.escape(text.substring(at, end)).stripTrailing());
        return markup.append(text.substring(end).isBlank() ? "" : " […]").toString();
    }

    private static int length(List<Span> blocks, int first, int last) {
        return blocks.get(last).end() - blocks.get(first).start();
    }

    /** How much of what tells stands here: each word once by its length, and a little for each time again. */
    private static double said(String text, List<Span> telling, int start, int end) {
        Set<String> words = new HashSet<>();
        double said = 0;
        for (Span span : telling) {
            if (span.start() >= start && span.end() <= end) {
                String word = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
                said += words.add(word) ? word.length() : 0.1;
            }
        }
        return said;
    }

    /** Sentences, and lists with the line that opens them. */
    private static List<Span> blocks(String text) {
        List<Span> lines = lines(text);
        List<Span> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = endOfList(text, lines, i);
            if (end > i) {
                blocks.add(new Span(lines.get(i).start(), lines.get(end - 1).end()));
                i = end;
            } else {
                sentences(text, lines.get(i), blocks);
                i++;
            }
        }
        return blocks;
    }

    /** The line behind a list that begins here, perhaps with the line that opens it; the same line where none does. */
    private static int endOfList(String text, List<Span> lines, int from) {
        boolean opens = !isItem(text, lines.get(from))
                && text.substring(lines.get(from).start(), lines.get(from).end())
                        .stripTrailing()
                        .endsWith(":");
        int end = opens ? from + 1 : from;
        int first = end;
        while (end < lines.size() && isItem(text, lines.get(end))) {
            end++;
        }
        if (end - first < 2) {
            return from;
        }
        int length = lines.get(end - 1).end() - lines.get(first).start();
        return length <= LONGEST_LIST && length / (end - first) <= LONGEST_ITEM ? end : from;
    }

    private static boolean isItem(String text, Span line) {
        return ITEM.matcher(text.substring(line.start(), line.end())).find();
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline + 1;
            if (!text.substring(at, end).isBlank()) {
                lines.add(new Span(at, end));
            }
            at = end;
        }
        return lines;
    }

    private static void sentences(String text, Span line, List<Span> into) {
        Matcher stop = SENTENCE_END.matcher(text).region(line.start(), line.end());
        int at = line.start();
        while (stop.find()) {
            at = pieces(text, at, stop.end(), into);
        }
        if (at < line.end()) {
            pieces(text, at, line.end(), into);
        }
    }

    /** A sentence longer than a screen is cut between its words: nothing else is left to cut at. */
    private static int pieces(String text, int from, int end, List<Span> into) {
        int at = from;
        while (end - at > SCREEN) {
            int comma = text.lastIndexOf(", ", at + SCREEN - 2);
            int space = text.lastIndexOf(' ', at + SCREEN - 1);
            int cut = comma > at + SCREEN / 2 ? comma + 2 : space > at ? space + 1 : at + SCREEN;
            into.add(new Span(at, cut));
            at = cut;
        }
        if (at < end) {
            into.add(new Span(at, end));
        }
        return end;
    }
}
