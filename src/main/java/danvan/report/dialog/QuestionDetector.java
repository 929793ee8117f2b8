package danvan.report.dialog;

import danvan.text.Folding;
import java.util.regex.Pattern;

/** Whether words that are no answer look like a question to the bot. */
final class QuestionDetector {
    private static final Pattern WORDS = Pattern.compile("(?<![\\p{L}])(?:"
            + "la gi|gi vay|gi the|the nao|nhu nao|ra sao|bao nhieu|bao gio|khi nao|ngay nao|o dau|ai la|la ai|tai sao"
            + "|vi sao|lam sao|co phai|duoc khong|phai khong|can gi|gom nhung gi"
            + "|nedir|ne demek|nasil|ne zaman|nerede|hangi|kimdir|kim|neden|nicin|kac tane"
            + "|what|how|when|where|who|which|why"
            + ")(?![\\p{L}])");

    private QuestionDetector() {}

    static boolean in(String words) {
        String text = words.strip();
        return text.endsWith("?")
                || text.endsWith("？")
                || (text.contains(" ") && WORDS.matcher(Folding.folded(text)).find());
    }
}
