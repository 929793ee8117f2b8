package danvan.organization.chat;

import java.time.Instant;

/**
 * An invitation as it is handed on. It holds the secret: it is shown to who made it and kept nowhere.
 *
 * @param who for whom: a member's name, or the role of somebody new
 * @param unit what the unit is called
 * @param page where it is opened in a browser; empty where there is no page
 * @param telegram where it is opened in Telegram; empty where the bot is not there
 */
public record InvitationCard(String who, String unit, String code, String page, String telegram, Instant until) {

    /** What is scanned and shared: in Telegram, where the bot is there. */
    public String link() {
        return telegram.isEmpty() ? page : telegram;
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "InvitationCard[" + who + ", " + unit + "]";
    }
}
