package danvan.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.config.Config;
import java.time.Clock;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * What Telegram says about the bot's webhook, beside what the settings say.
 *
 * @param good whether they agree and updates come through
 * @param words what was found; where it is not good, also what to do about it, in one line
 */
public record WebhookCheck(boolean good, String words) {
    /** Older failures to post are over. */
    private static final long LATELY_SECONDS = 300;

    /** Asks Telegram; changes nothing there. */
    public static WebhookCheck ask(Config.Telegram config, String token, Config.Web web, Clock clock) {
        ObjectMapper mapper = HttpClients.tolerantMapper();
        OkHttpClient http = HttpClients.sending(config.proxy());
        try {
            WebhookInfo info = new OkHttpTelegramClient(mapper, http, token, Telegram.url(config.apiUrl()))
                    .execute(new GetWebhookInfo());
            return of(info, config.mode(), web, clock.instant().getEpochSecond());
        } catch (TelegramApiException e) {
            return new WebhookCheck(false, "Telegram did not answer (" + e.getMessage() + "); try again in a while");
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private static WebhookCheck of(WebhookInfo info, Config.Telegram.Mode mode, Config.Web web, long now) {
        String url = Optional.ofNullable(info.getUrl()).orElse("");
        if (mode == Config.Telegram.Mode.POLLING) {
            return url.isEmpty()
                    ? new WebhookCheck(true, "none is set, as telegram.mode: polling wants it")
                    : new WebhookCheck(
                            false,
                            "a webhook to " + url
                                    + " is set, so nothing can be polled. A running bot takes it away; where"
                                    + " it comes back, another program has the token: ask BotFather for a new one");
        }
        String ours = web.publicUrl().map(Webhook::url).orElse("");
        if (!ours.startsWith("https://") && web.publicUrl().isPresent()) {
            return new WebhookCheck(false, "Telegram posts to https alone; set web.public-url to an https address");
        }
        if (!url.equals(ours)) {
            return new WebhookCheck(
                    false,
                    (url.isEmpty() ? "none is set" : "one to " + url + " is set") + " instead of " + ours
                            + ". A running bot sets it; start it, or look at its log");
        }
        boolean failedLately = info.getLastErrorDate() != null && now - info.getLastErrorDate() < LATELY_SECONDS;
        return failedLately
                ? new WebhookCheck(false, problem(info))
                : new WebhookCheck(
                        true,
                        "set to " + ours + "; waiting: "
                                + Optional.ofNullable(info.getPendingUpdatesCount())
                                        .orElse(0));
    }

    /** What kept Telegram from posting. */
    static String problem(WebhookInfo info) {
        return "Telegram cannot post to " + info.getUrl() + ": " + info.getLastErrorMessage()
                + ". Look at the web server before the bot, its certificate and the firewall";
    }
}
