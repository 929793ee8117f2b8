package danvan.form.xform;

import danvan.form.FormProblem;
import java.util.Optional;

/**
 * How large an expression may be. JavaRosa calls itself for brackets within brackets, and looks at the rest again for each
 * operator: 100,000 letters overflow the stack or take minutes.
 */
public final class XPathLimits {
    /** Far more than a chain of {@code if}s for every province. */
    private static final int DEEPEST = 300;

    private static final int LONGEST = 16_000;

    private XPathLimits() {}

    /** Why an expression is not read; empty where it may be. */
    public static Optional<Refusal> refusal(String xpath) {
        if (xpath.length() > LONGEST) {
            return Optional.of(
                    new Refusal(FormProblem.of("longExpression", LONGEST), FormProblem.of("want.shortExpression")));
        }
        return isTooDeep(xpath)
                ? Optional.of(new Refusal(FormProblem.of("tooDeep"), FormProblem.of("want.depth")))
                : Optional.empty();
    }

    private static boolean isTooDeep(String xpath) {
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
