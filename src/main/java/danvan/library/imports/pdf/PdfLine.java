package danvan.library.imports.pdf;

import java.util.List;

/**
 * A printed line.
 *
 * @param text without the marks of notes
 * @param marks the small raised numbers in it
 * @param whole with them
 * @param begins whether a paragraph begins there
 * @param size of most of its letters, in points
 * @param glyphs its letters with their places
 */
record PdfLine(
        int page, String text, List<String> marks, String whole, boolean begins, float size, List<Glyph> glyphs) {
    /**
     * A letter, or what is printed as one.
     *
     * @param x from the left
     * @param y of the line it stands on, from the top
     */
    record Glyph(String text, float x, float y, float size) {}

    PdfLine {
        marks = List.copyOf(marks);
        glyphs = List.copyOf(glyphs);
    }

    /** Made of its letters. */
    static PdfLine of(int page, boolean begins, List<Glyph> glyphs) {
        float size = mostSize(glyphs);
        float base = base(glyphs, size);
        StringBuilder text = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        List<String> marks = new java.util.ArrayList<>();
        StringBuilder mark = new StringBuilder();
        for (Glyph glyph : glyphs) {
            whole.append(glyph.text());
            if (isRaised(glyph, size, base)) {
                mark.append(glyph.text());
                continue;
            }
            end(mark, marks);
            text.append(glyph.text());
        }
        end(mark, marks);
        return new PdfLine(page, tight(text), marks, tight(whole), begins, size, glyphs);
    }

    private static void end(StringBuilder mark, List<String> marks) {
        if (mark.length() > 0) {
            marks.add(mark.toString());
            mark.setLength(0);
        }
    }

    private static boolean isRaised(Glyph glyph, float size, float base) {
        return glyph.size() <= size * 0.8f
                && glyph.y() < base - size * 0.15f
                && glyph.text().matches("[\\d*]{1,3}");
    }

    /** Whether it opens as a note does. */
    boolean isRaisedAtStart() {
        Glyph first = glyphs.stream()
                .filter(glyph -> !glyph.text().isBlank())
                .findFirst()
                .orElseThrow();
        return isRaised(first, size, base(glyphs, size)) || first.size() <= size;
    }

    private static float mostSize(List<Glyph> glyphs) {
        java.util.Map<Float, Integer> sizes = new java.util.HashMap<>();
        glyphs.forEach(glyph -> sizes.merge(glyph.size(), 1, Integer::sum));
        return sizes.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(0f);
    }

    private static float base(List<Glyph> glyphs, float size) {
        return glyphs.stream()
                .filter(glyph -> glyph.size() == size)
                .map(Glyph::y)
                .findFirst()
                .orElse(0f);
    }

    private static String tight(CharSequence line) {
        return line.toString()
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t\\u2000-\\u200A\\u3000]+", " ")
                .strip();
    }
}
