package danvan.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.config.Config;
import java.net.UnknownHostException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What Telegram says to a token.
 *
 * @param accepted whether it knows the bot
 * @param words the bot's user name; or, where it is not accepted, what is wrong and what to do about it, in one line
 */
public record TokenCheck(boolean accepted, String words) {
    /** Asks Telegram who the bot is. It changes nothing there, and does not disturb a bot that runs with this token. */
    public static TokenCheck ask(Config.Telegram config, String token) {
        ObjectMapper mapper = HttpClients.tolerantMapper();
        OkHttpClient http = HttpClients.sending(config.proxy());
        try {
            OkHttpTelegramClient client = new OkHttpTelegramClient(mapper, http, token, Telegram.url(config.apiUrl()));
            return new TokenCheck(true, client.execute(new GetMe()).getUserName());
        } catch (TelegramApiRequestException e) {
            return new TokenCheck(false, refused(e.getErrorCode()));
        } catch (TelegramApiException e) {
            return new TokenCheck(false, unreachable(config, e));
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private static String refused(@Nullable Integer code) {
        if (code != null && (code == 401 || code == 404)) {
            return "Telegram refuses this token (" + code
                    + "). Ask BotFather for the bot's token (/mybots, API Token) and set telegram.token again";
        }
        return "Telegram did not answer well" + (code == null ? "" : " (" + code + ")")
                + ". Try again in a while; if it stays so, check telegram.api-url";
    }

    private static String unreachable(Config.Telegram config, TelegramApiException failure) {
        String way = config.apiUrl()
                + config.proxy().map(proxy -> " through " + proxy).orElse("");
        boolean unknownName = cause(failure) instanceof UnknownHostException;
        return way + " cannot be reached" + (unknownName ? ": its name is not known here" : "") + ". Check the network"
                + (config.proxy().isPresent()
                        ? " and telegram.proxy"
                        : "; where Telegram is blocked, set telegram.proxy");
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        for (@Nullable Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause;
    }
}
