package danvan.library;

/** A stretch of a text, in UTF-16 units: {@code text.substring(start, end)}. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an empty or backward span: " + start + ".." + end);
        }
    }
}
