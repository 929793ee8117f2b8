package danvan.task.reminder;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javax.imageio.ImageIO;

/**
 * The digest's picture: a horizontal bar for each unit, its whole name and its share above it, the numbers in it. As wide as
 * a phone and as high as the bars need; the colours also differ in brightness. Safe for use by several threads.
 */
public final class BarChart implements DigestChart {
    private static final int WIDTH = 720;
    private static final int MARGIN = 24;
    private static final int ROOM = WIDTH - 2 * MARGIN;
    private static final int BAR = 26;
    private static final int GAP = 16;
    /** Beside the letters of a number inside its part. */
    private static final int PADDING = 5;

    private static final int MOST_LINES = 3;
    private static final Font LETTERS = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    private static final Font BOLD = LETTERS.deriveFont(Font.BOLD);
    private static final Font TITLE = LETTERS.deriveFont(Font.BOLD, 26f);
    private static final Color INK = new Color(0x212121);
    private static final Color FAINT = new Color(0xECEFF1);

    /** A part of each bar: its colour, that of a number inside it, and that of a number beside it, on white. */
    private record Part(String name, ToLongFunction<Bar> number, Color fill, Color inside, Color beside) {}

    @Override
    public byte[] png(Words words, List<Bar> bars) {
        List<Part> parts = List.of(
                new Part(words.done(), Bar::done, new Color(0x2E7D32), Color.WHITE, new Color(0x2E7D32)),
                new Part(words.late(), Bar::late, new Color(0xC62828), Color.WHITE, new Color(0xC62828)),
                new Part(words.open(), Bar::open, new Color(0xFFCA28), INK, new Color(0x7A5C00)));
        // How high the picture is is known once everything has been laid out: it is laid out without being drawn first.
        int height = drawn(pen(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR)), words, bars, parts);
        // Bytes, not whole numbers a pixel: Java writes a PNG from these several times as fast.
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = pen(image);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        drawn(pen, words, bars, parts);
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("drawing a chart", e);
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    /** Draws everything; returns where it ends. */
    private static int drawn(Graphics2D pen, Words words, List<Bar> bars, List<Part> parts) {
        int y = text(pen, TITLE, INK, words.title(), ROOM, MARGIN);
        y = legend(pen, words.locale(), bars, parts, y + GAP / 2) + GAP;
        long longest = Math.max(1, bars.stream().mapToLong(Bar::all).max().orElse(1));
        for (Bar bar : bars) {
            y = bar(pen, words.locale(), bar, parts, longest, y) + GAP;
        }
        if (!words.below().isEmpty()) {
            y = text(pen, LETTERS, INK, words.below(), ROOM, y);
        }
        return y + MARGIN / 2;
    }

    /** What the colours mean, with the number and share of each: "■ Đã xong 46 (58%)". */
    private static int legend(Graphics2D pen, Locale locale, List<Bar> bars, List<Part> parts, int top) {
        long all = bars.stream().mapToLong(Bar::all).sum();
        FontMetrics letters = pen.getFontMetrics(LETTERS);
        pen.setFont(LETTERS);
        int x = MARGIN;
        int y = top;
        for (Part part : parts) {
            long number = bars.stream().mapToLong(part.number()).sum();
            String said = part.name() + " " + number(locale, number) + share(locale, number, all, " (", ")");
            int wide = BAR + letters.stringWidth(said) + GAP;
            if (x > MARGIN && x + wide > WIDTH - MARGIN + GAP) {
                x = MARGIN;
                y += letters.getHeight();
            }
            pen.setColor(part.fill());
            pen.fillRect(x, y + letters.getHeight() / 2 - 8, 16, 16);
            pen.setColor(INK);
            pen.drawString(said, x + BAR, y + letters.getAscent());
            x += wide;
        }
        return y + letters.getHeight();
    }

    private static int bar(Graphics2D pen, Locale locale, Bar bar, List<Part> parts, long longest, int top) {
        FontMetrics bold = pen.getFontMetrics(BOLD);
        String done = number(locale, bar.done()) + "/" + number(locale, bar.all())
                + share(locale, bar.done(), bar.all(), " · ", "");
        int wide = bold.stringWidth(done);
        int y = text(pen, LETTERS, INK, bar.unit(), ROOM - wide - GAP, top);
        pen.setFont(BOLD);
        pen.setColor(INK);
        pen.drawString(done, WIDTH - MARGIN - wide, top + bold.getAscent());
        y += 3;
        pen.setColor(FAINT);
        pen.fillRect(MARGIN, y, ROOM, BAR);
        // Room for the numbers that do not fit into their part and stand behind the bar.
        int most = ROOM - 3 * (bold.stringWidth(number(locale, longest)) + 2 * PADDING);
        int base = y + (BAR - bold.getHeight()) / 2 + bold.getAscent();
        long before = 0;
        List<Part> beside = new ArrayList<>();
        for (Part part : parts) {
            long number = part.number().applyAsLong(bar);
            int from = scaled(before, longest, most);
            int to = scaled(before + number, longest, most);
            before += number;
            if (number == 0) {
                continue;
            }
            pen.setColor(part.fill());
            pen.fillRect(MARGIN + from, y, Math.max(1, to - from), BAR);
            String said = number(locale, number);
            int letters = bold.stringWidth(said);
            if (letters + 2 * PADDING <= to - from) {
                pen.setColor(part.inside());
                pen.drawString(said, MARGIN + from + (to - from - letters) / 2, base);
            } else {
                beside.add(part);
            }
        }
        int x = MARGIN + scaled(before, longest, most) + PADDING;
        for (Part part : beside) {
            String said = number(locale, part.number().applyAsLong(bar));
            pen.setColor(part.beside());
            pen.drawString(said, x, base);
            x += bold.stringWidth(said) + 2 * PADDING;
        }
        return y + BAR;
    }

    private static int scaled(long number, long longest, int room) {
        return (int) Math.round((double) number / longest * room);
    }

    private static String number(Locale locale, long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Nothing of nothing; 100% only where it is all, and 0% only where it is none. */
    private static String share(Locale locale, long number, long all, String before, String after) {
        if (all == 0) {
            return "";
        }
        long share = Math.round(100.0 * number / all);
        if (number > 0 && number < all) {
            share = Math.max(1, Math.min(99, share));
        }
        return before + NumberFormat.getPercentInstance(locale).format(BigDecimal.valueOf(share, 2)) + after;
    }

    /** Writes a text in lines that are no wider than the room; returns where it ends. */
    private static int text(Graphics2D pen, Font font, Color color, String text, int room, int top) {
        FontMetrics letters = pen.getFontMetrics(font);
        pen.setFont(font);
        pen.setColor(color);
        int y = top;
        for (String line : lines(text, letters, room)) {
            pen.drawString(line, MARGIN, y + letters.getAscent());
            y += letters.getHeight();
        }
        return y;
    }

    private static List<String> lines(String text, FontMetrics letters, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int fits = fitting(rest, letters, room);
            if (fits < rest.length() && lines.size() == MOST_LINES - 1) {
                lines.add(rest.substring(0, fitting(rest, letters, room - letters.stringWidth("…"))) + "…");
                return lines;
            }
            int blank = fits < rest.length() ? rest.lastIndexOf(' ', fits) : -1;
            int end = blank > 0 ? blank : fits;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** How many characters, at least one, fit into the room. */
    private static int fitting(String text, FontMetrics letters, int room) {
        int low = 1;
        int high = Math.min(text.length(), WIDTH);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (letters.stringWidth(text.substring(0, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < text.length() && Character.isHighSurrogate(text.charAt(low - 1)) ? low + 1 : low;
    }
}
