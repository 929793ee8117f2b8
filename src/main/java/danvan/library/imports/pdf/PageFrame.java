package danvan.library.imports.pdf;

/**
 * Where things stand as a reader holds the page: a table across is printed on a page that was turned.
 *
 * @param turned by which most of the page's letters are turned, in degrees
 */
record PageFrame(int turned, float width, float height) {
    /** From the left, of a place in the page's own measure. */
    float x(float x, float y) {
        return switch (turned) {
            case 90 -> y;
            case 180 -> width - x;
            case 270 -> height - y;
            default -> x;
        };
    }

    /** From the top. */
    float y(float x, float y) {
        return switch (turned) {
            case 90 -> x;
            case 180 -> y;
            case 270 -> width - x;
            default -> height - y;
        };
    }
}
