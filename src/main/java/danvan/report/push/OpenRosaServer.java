package danvan.report.push;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A server that takes OpenRosa submissions (docs.getodk.org/openrosa-form-submission). */
final class OpenRosaServer {
    private static final MediaType XML = MediaType.get("text/xml; charset=utf-8");

    /** Opens a stored file. */
    @FunctionalInterface
    interface Store {
        InputStream open(String file) throws IOException;
    }

    private final URI url;
    private final OkHttpClient client;
    private final Store files;
    private final Clock clock;

    OpenRosaServer(URI url, Optional<String> user, Optional<String> password, Store files, Clock clock) {
        this.url = url;
        this.files = files;
        this.clock = clock;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMinutes(2))
                // What a redirect would lead to was not named in the settings.
                .followRedirects(false)
                .retryOnConnectionFailure(false);
        if (user.isPresent()) {
            Credentials credentials = new Credentials(url, user.get(), password.orElse(""));
            builder.authenticator(credentials).addInterceptor(credentials);
        }
        this.client = builder.build();
    }

    /** Asks first, as the API demands, then submits. */
    Sent send(String instanceXml, List<Attached.Part> parts) {
        try {
            try (Response head = client.newCall(request().head().build()).execute()) {
                // 204 is the API's answer; Central answers 204, some servers 200.
                if (head.code() / 100 != 2) {
                    return judged(head.code(), "HEAD");
                }
            }
            MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
            body.addFormDataPart(
                    "xml_submission_file",
                    "submission.xml",
                    RequestBody.create(instanceXml.getBytes(StandardCharsets.UTF_8), XML));
            for (Attached.Part part : parts) {
                body.addFormDataPart(part.name(), part.name(), content(part));
            }
            try (Response answer =
                    client.newCall(request().post(body.build()).build()).execute()) {
                return judged(answer.code(), "POST");
            }
        } catch (IOException e) {
            return new Sent.Later(e.toString());
        }
    }

    private Request.Builder request() {
        return new Request.Builder()
                .url(url.toString())
                .header("X-OpenRosa-Version", "1.0")
                .header(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private RequestBody content(Attached.Part part) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                MediaType type = MediaType.parse(part.mediaType());
                return type == null ? MediaType.get("application/octet-stream") : type;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (Source source = Okio.source(files.open(part.file()))) {
                    sink.writeAll(source);
                }
            }
        };
    }

    private static Sent judged(int code, String asked) {
        String reason = asked + " answered " + code;
        return switch (code) {
            // 202: taken, or there already; 409 (Central): there already, and changed there since.
            case 201, 202, 409 -> new Sent.There();
            // The form is not (yet) on the server, or the settings are wrong: a person can mend both.
            case 401, 403, 404, 408, 429 -> new Sent.Later(reason);
            default -> code / 100 == 4 ? new Sent.Refused(reason) : new Sent.Later(reason);
        };
    }
}
