package danvan.form.xform;

import java.util.Locale;
import java.util.Set;

/** What authors write beside XLSForm's own columns: {@code bind::bot:…}, attributes of a bind in the bot's namespace. */
public final class BotAttributes {
    public static final String NAMESPACE = "https://danvan.bot/form";

    /** The mark of a question whose answers are personal data. */
    public static final String PERSONAL = "pii";

    private static final Set<String> YES = Set.of("yes", "true", "true()", "y", "có", "evet");

    private BotAttributes() {}

    /** Whether a cell, or the attribute made of it, says yes as XLSForm has it. */
    public static boolean isYes(String text) {
        return YES.contains(text.toLowerCase(Locale.ROOT));
    }
}
