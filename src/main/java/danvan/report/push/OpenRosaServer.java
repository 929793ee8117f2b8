package danvan.report.push;

import danvan.report.store.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A server that takes OpenRosa submissions (docs.getodk.org/openrosa-form-submission). */
final class OpenRosaServer {
    private static final MediaType XML = MediaType.get("text/xml; charset=utf-8");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int TOO_LARGE = 413;

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

    /**
     * Asks first, as the API demands, then submits: in one request, or, where the server takes less at once, in several of
     * the same answers, each with as many files as fit.
     */
    PushResult send(String instanceXml, List<Attachment> parts) {
        try {
            OptionalLong most;
            try (Response head = client.newCall(request().head().build()).execute()) {
                // 204 is the API's answer; Central answers 204, some servers 200.
                if (head.code() / 100 != 2) {
                    return judged(head.code(), "HEAD");
                }
                most = most(head.header("X-OpenRosa-Accept-Content-Length"));
            }
            return new Upload(instanceXml, most.orElse(Long.MAX_VALUE)).submit(parts);
        } catch (IOException e) {
            return new PushResult.Later(e.toString());
        }
    }

    /** What cannot be read is no limit: the server says 413 where there is one. */
    private static OptionalLong most(@Nullable String header) {
        return header != null && LENGTH.matcher(header.strip()).matches()
                ? OptionalLong.of(Long.parseLong(header.strip()))
                : OptionalLong.empty();
    }

    /** One report on its way, in as many requests as it takes. The server knows the report again by its instanceID. */
    private final class Upload {
        private final RequestBody xml;
        private final long most;
        private final List<String> leftOut = new ArrayList<>();

        Upload(String instanceXml, long most) {
            this.xml = RequestBody.create(instanceXml.getBytes(StandardCharsets.UTF_8), XML);
            this.most = most;
        }

        PushResult submit(List<Attachment> parts) throws IOException {
            Deque<List<Attachment>> batches = new ArrayDeque<>();
            List<Attachment> batch = new ArrayList<>();
            for (Attachment part : parts) {
                if (body(List.of(part)).contentLength() > most) {
                    leaveOut(part, "the server takes " + most + " bytes at once");
                    continue;
                }
                batch.add(part);
                if (body(batch).contentLength() > most) {
                    batch.remove(batch.size() - 1);
                    batches.add(List.copyOf(batch));
                    batch = new ArrayList<>(List.of(part));
                }
            }
            if (!batch.isEmpty() || batches.isEmpty()) {
                batches.add(List.copyOf(batch));
            }
            return submit(batches);
        }

        private PushResult submit(Deque<List<Attachment>> batches) throws IOException {
            boolean there = false;
            while (!batches.isEmpty()) {
                List<Attachment> batch = batches.remove();
                int code = post(batch);
                if (code == TOO_LARGE && !batch.isEmpty()) {
                    // It takes less than it said, or said nothing.
                    smaller(batch, there).forEach(batches::addFirst);
                    continue;
                }
                PushResult sent = judged(code, "POST");
                if (!(sent instanceof PushResult.There)) {
                    return sent;
                }
                there = true;
            }
            return new PushResult.There(leftOut);
        }

        /** The halves of a batch; of a single file nothing but, if need be, the answers. */
        private List<List<Attachment>> smaller(List<Attachment> batch, boolean there) {
            if (batch.size() > 1) {
                int half = batch.size() / 2;
                return List.of(batch.subList(half, batch.size()), batch.subList(0, half));
            }
            leaveOut(batch.get(0), "the server answers 413");
            return there ? List.of() : List.of(List.of());
        }

        private void leaveOut(Attachment part, String why) {
            leftOut.add(part.name() + " (" + part.bytes() + " bytes; " + why + ")");
        }

        private int post(List<Attachment> parts) throws IOException {
            try (Response answer =
                    client.newCall(request().post(body(parts)).build()).execute()) {
                return answer.code();
            }
        }

        private MultipartBody body(List<Attachment> parts) {
            MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
            body.addFormDataPart("xml_submission_file", "submission.xml", xml);
            for (Attachment part : parts) {
                body.addFormDataPart(part.name(), part.name(), content(part));
            }
            return body.build();
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

    private RequestBody content(Attachment part) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                MediaType type = MediaType.parse(part.mediaType());
                return type == null ? MediaType.get("application/octet-stream") : type;
            }

            @Override
            public long contentLength() {
                return part.bytes();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (Source source = Okio.source(files.open(part.file()))) {
                    sink.writeAll(source);
                }
            }
        };
    }

    private static PushResult judged(int code, String asked) {
        String reason = asked + " answered " + code;
        return switch (code) {
            // 202: taken, or there already; 409 (Central): there already, and changed there since.
            case 201, 202, 409 -> new PushResult.There(List.of());
            // The form is not (yet) on the server, or the settings are wrong: a person can fix both.
            // 413: the answers alone are more than it takes; its administrator can raise the limit.
            case 401, 403, 404, 408, 413, 429 -> new PushResult.Later(reason);
            default -> code / 100 == 4 ? new PushResult.Refused(reason) : new PushResult.Later(reason);
        };
    }
}
