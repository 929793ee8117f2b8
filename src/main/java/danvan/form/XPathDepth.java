package danvan.form;

/** How deep an expression's brackets lie in each other. JavaRosa calls itself for each and looks at the rest again. */
final class XPathDepth {
    /** Far more than a chain of {@code if}s for every province. */
    private static final int DEEPEST = 300;

    private XPathDepth() {}

    static boolean isExcessive(String xpath) {
        int depth = 0;
        int at = 0;
        while (at < xpath.length() && depth <= DEEPEST) {
            char c = xpath.charAt(at);
            if (c == '\'' || c == '"') {
                int end = xpath.indexOf(c, at + 1);
                at = end < 0 ? xpath.length() : end;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            at++;
        }
        return depth > DEEPEST;
    }
}
