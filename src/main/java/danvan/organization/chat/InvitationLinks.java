package danvan.organization.chat;

import danvan.conversation.Enclosures;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where an invitation is opened.
 *
 * @param page makes the address of the phone page for a token; empty where there is no page
 * @param bot the bot's name in Telegram; empty where it is not there, or could not be asked
 * @param enclosures takes the pictures that are scanned
 */
public record InvitationLinks(Function<String, String> page, Supplier<String> bot, Enclosures enclosures) {

    /** On the phone page; empty where there is none. */
    String onPage(String code) {
        return page.apply(plain(code));
    }

    /** In Telegram, which hands the bot the code as if it was typed; empty where the bot is not there. */
    String inTelegram(String code) {
        String name = bot.get();
        return name.isEmpty() ? "" : "https://t.me/" + name + "?start=" + plain(code);
    }

    private static String plain(String code) {
        return code.replace("-", "");
    }
}
