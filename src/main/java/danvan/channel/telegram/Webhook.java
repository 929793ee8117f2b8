package danvan.channel.telegram;

import danvan.inbox.Inbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The other way in: Telegram posts updates, and any process that shares the database takes them. An update is in the inbox
 * before Telegram is told so. The webhook is looked at every minute and set again where somebody else changed it. It is left
 * set when the bot ends: Telegram keeps what it cannot post.
 */
public final class Webhook implements AutoCloseable {
    /** Where Telegram posts to, below {@code web.public-url}. */
    public static final String PATH = "/telegram";

    /** The header that bears the secret. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final TelegramClient client;
    private final String url;
    private final String secret;
    private final PollWatch watch = new PollWatch("webhook", System::nanoTime);
    private final UpdateKeeper keeper;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "telegram-webhook");

    /** When Telegram last failed to post, by its own clock; -1 where that was not asked yet. */
    private int lastFailed = -1;

    Webhook(TelegramClient client, URI publicUrl, String token, Inbox inbox) {
        this.client = client;
        this.url = url(publicUrl);
        this.secret = secret(token);
        this.keeper = new UpdateKeeper(inbox, watch, () -> ended.getCount() == 0);
        thread.setDaemon(true);
    }

    static String url(URI publicUrl) {
        return publicUrl.toString().replaceFirst("(?<!/)/++$", "") + PATH;
    }

    /** Made of the token, so that all processes have the same one and nobody has to keep it. */
    static String secret(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("webhook".getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** Compares in a time that does not tell how much of it is right. */
    public boolean knows(String offered) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes an update that was posted; when this returns, it is kept.
     *
     * @throws RuntimeException where it cannot be kept now
     */
    public void take(byte[] body) {
        int unused = keeper.keepNow(Batch.posted(new String(body, StandardCharsets.UTF_8)));
        watch.good();
    }

    /** Has Telegram post to this bot from now on. */
    void start() {
        thread.start();
    }

    PollWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void run() {
        long pause = 1;
        while (ended.getCount() > 0) {
            pause = look() ? LOOK.toSeconds() : Math.min(2 * pause, LOOK.toSeconds());
            try {
                var unused = ended.await(pause, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean look() {
        try {
            WebhookInfo info = client.execute(new GetWebhookInfo());
            if (!url.equals(info.getUrl())) {
                set(Optional.ofNullable(info.getUrl()).orElse(""));
            }
            int failed = Optional.ofNullable(info.getLastErrorDate()).orElse(0);
            // What failed before this process looked for the first time tells nothing of now.
            if (lastFailed >= 0 && failed > lastFailed) {
                watch.failed(WebhookCheck.problem(info));
            } else {
                watch.good();
            }
            lastFailed = failed;
            return true;
        } catch (TelegramApiException | RuntimeException e) {
            watch.failed("the webhook cannot be looked at (" + e.getMessage() + ")");
            return false;
        }
    }

    private void set(String before) throws TelegramApiException {
        boolean unused = client.execute(SetWebhook.builder()
                .url(url)
                .secretToken(secret)
                .allowedUpdates(Polling.KINDS)
                .build());
        if (before.isEmpty()) {
            LOG.info("Telegram posts updates to {}", url);
        } else {
            LOG.warn(
                    "a webhook to {} was set with this bot's token, by somebody else or before; set to {}",
                    before,
                    url);
        }
    }
}
