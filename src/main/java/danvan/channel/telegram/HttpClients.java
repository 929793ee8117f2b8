package danvan.channel.telegram;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** HTTP clients tuned for a bot. OkHttp's own defaults allow five requests to a host at once, which throttles one. */
final class HttpClients {
    private static final int AT_ONCE = 100;

    private HttpClients() {}

    static OkHttpClient sending(Optional<URI> proxy) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return base(proxy)
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, 1, java.util.concurrent.TimeUnit.MINUTES))
                .callTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** A client whose reads outlast a long poll. */
    static OkHttpClient polling(Optional<URI> proxy) {
        return base(proxy)
                .readTimeout(Polling.POLL.plusSeconds(20))
                // An answer that comes byte by byte keeps every read in time and would never end.
                .callTimeout(Polling.POLL.plusSeconds(120))
                .retryOnConnectionFailure(true)
                .build();
    }

    private static OkHttpClient.Builder base(Optional<URI> proxy) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30));
        proxy.ifPresent(uri -> builder.proxy(new Proxy(
                uri.getScheme().startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                new InetSocketAddress(uri.getHost(), uri.getPort()))));
        return builder;
    }

    /**
     * A mapper that reads what it knows and passes over the rest: Telegram adds to its answers at any time. Updates are
     * not read by it; see {@link Batch}.
     */
    static ObjectMapper tolerantMapper() {
        return new ObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL, true)
                .addHandler(new DeserializationProblemHandler() {
                    @Override
                    public JavaType handleUnknownTypeId(
                            DeserializationContext context,
                            JavaType base,
                            String id,
                            TypeIdResolver resolver,
                            String message) {
                        return context.constructType(Void.class);
                    }

                    @Override
                    public @Nullable JavaType handleMissingTypeId(
                            DeserializationContext context, JavaType base, TypeIdResolver resolver, String message) {
                        return context.constructType(Void.class);
                    }
                });
    }
}
