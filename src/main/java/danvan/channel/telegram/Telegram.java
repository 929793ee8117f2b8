package danvan.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import danvan.chat.FileSource;
import danvan.config.Config;
import danvan.config.ConfigException;
import danvan.inbox.Inbox;
import danvan.outbox.Courier;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The Telegram channel: polls for updates, where this process is the one that does, and delivers messages. */
public final class Telegram implements AutoCloseable {
    /** The channel's name in addresses. */
    public static final String CHANNEL = UpdateReader.CHANNEL;

    private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);

    private final OkHttpClient http;
    private final TelegramClient client;
    private final TelegramCourier courier;
    private final HttpUrl files;
    private final Supplier<Polling> pollings;
    private final List<Polling> polling = new ArrayList<>();
    private final Optional<Webhook> webhook;

    /**
     * The channel; {@link #start} sets it to work.
     *
     * @param token the bot's token
     * @param publicUrl where the bot can be reached from outside; needed for a webhook
     * @param outgoing where the files that are sent out are kept
     * @param fatal run when polling has met an error after which the process is not fit to go on
     */
    public Telegram(
            Config.Telegram config,
            String token,
            Optional<URI> publicUrl,
            Inbox inbox,
            FileSource outgoing,
            Runnable fatal) {
        TelegramUrl url = url(config.apiUrl());
        ObjectMapper mapper = HttpClients.tolerantMapper();
        this.http = HttpClients.sending(config.proxy());
        this.client = new OkHttpTelegramClient(
                mapper, http.newBuilder().addInterceptor(new Answers(mapper)).build(), token, url);
        this.courier = new TelegramCourier(client, outgoing);
        this.files = bot(config.apiUrl(), token, "file");
        this.webhook = publicUrl
                .filter(any -> config.mode() == Config.Telegram.Mode.WEBHOOK)
                .map(address -> new Webhook(client, address, token, inbox));
        OkHttpClient patient = HttpClients.polling(config.proxy());
        this.pollings = () -> new Polling(bot(config.apiUrl(), token, ""), patient, mapper, inbox, fatal);
    }

    /**
     * Opens a file that a member sent; Telegram gives out files up to 20 MB. The library's own download always goes to
     * api.telegram.org, past {@code telegram.api-url}.
     */
    public InputStream download(String ref) throws IOException {
        try {
            HttpUrl url = files.newBuilder()
                    .addPathSegments(client.execute(new GetFile(ref)).getFilePath())
                    .build();
            Response answer =
                    http.newCall(new Request.Builder().url(url).build()).execute();
            if (!answer.isSuccessful()) {
                answer.close();
                throw new IOException("Telegram answered " + answer.code() + " for a file's content");
            }
            return answer.body().byteStream();
        } catch (TelegramApiException e) {
            throw new IOException("asking Telegram for a file: " + e.getMessage(), e);
        }
    }

    public Courier courier() {
        return courier;
    }

    /**
     * Checks the token. A network that is away is no reason to stop: polling goes on trying.
     *
     * @param commands for each language's code, the commands and what they do
     * @return the bot's user name; empty where Telegram could not be asked
     * @throws ConfigException where Telegram refuses the token
     */
    public String start(Map<String, List<Map.Entry<String, String>>> commands) {
        String name = "";
        try {
            name = client.execute(new GetMe()).getUserName();
            for (Map.Entry<String, List<Map.Entry<String, String>>> language : commands.entrySet()) {
                client.execute(SetMyCommands.builder()
                        .languageCode(language.getKey())
                        .commands(language.getValue().stream()
                                .map(command -> new BotCommand(command.getKey(), command.getValue()))
                                .toList())
                        .build());
            }
        } catch (TelegramApiRequestException e) {
            if (e.getErrorCode() != null && (e.getErrorCode() == 401 || e.getErrorCode() == 404)) {
                throw new ConfigException(
                        "telegram.token: Telegram refuses this token (" + e.getErrorCode()
                                + "). Ask BotFather for the bot's token (/mybots, API Token) and set it again",
                        e);
            }
            LOG.warn("Telegram returned an error: {}; retrying", e.getMessage());
        } catch (TelegramApiException e) {
            LOG.warn("Telegram cannot be reached: {}; retrying. Is telegram.proxy needed?", e.getMessage());
        }
        return name;
    }

    /** The way in that Telegram posts to; empty where it is asked. */
    public Optional<Webhook> webhook() {
        return webhook;
    }

    /** Has Telegram post to this bot, once that is served. */
    public void setWebhook() {
        webhook.ifPresent(Webhook::start);
    }

    /** Begins to poll, from what Telegram has not been told is kept. */
    public synchronized void poll() {
        if (polling.isEmpty()) {
            Polling begun = pollings.get();
            polling.add(begun);
            begun.start();
        }
    }

    /**
     * How polling goes.
     *
     * @param lastGood how long ago the last poll went well
     * @param problem what is the matter; empty when the last poll went well
     */
    public record Polled(Duration lastGood, Optional<String> problem) {}

    /** Empty where another process polls. */
    public synchronized Optional<Polled> polled() {
        return Stream.concat(polling.stream().map(Polling::watch), webhook.map(Webhook::watch).stream())
                .map(watch -> new Polled(watch.age(), watch.problem()))
                .findFirst();
    }

    /** Ends polling; what was received is in the inbox. Messages can still be delivered until {@link #close}. */
    public void stopPolling() {
        List<Polling> running;
        synchronized (this) {
            running = List.copyOf(polling);
            polling.clear();
        }
        running.forEach(Polling::close);
    }

    @Override
    public void close() {
        stopPolling();
        webhook.ifPresent(Webhook::close);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static HttpUrl bot(URI api, String token, String folder) {
        TelegramUrl url = url(api);
        HttpUrl.Builder address = new HttpUrl.Builder()
                .scheme(url.getSchema())
                .host(url.getHost())
                .port(url.getPort());
        if (!folder.isEmpty()) {
            address.addPathSegment(folder);
        }
        return address.addPathSegment("bot" + token).build();
    }

    static TelegramUrl url(URI api) {
        boolean secure = api.getScheme().equals("https");
        int port = api.getPort() > 0 ? api.getPort() : secure ? 443 : 80;
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(port)
                .build();
    }
}
