package danvan.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads the answers to what was sent, before the library does. A 200 says that Telegram has taken the request: where the
 * rest cannot be read, sending again would show the person the same message twice, or for ever. And of a sent message
 * only the number is wanted; whatever else Telegram writes about it must not stand in the way of that.
 */
final class Answers implements Interceptor {
    private static final Pattern SENDING = Pattern.compile("(?i)(send|edit|delete|answer).*");

    /** Telegram has taken the request, and its answer cannot be read. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String problem, Throwable cause) {
            super("its answer cannot be read (" + problem + ")", cause);
        }

        Unreadable(String problem) {
            super("its answer cannot be read (" + problem + ")");
        }
    }

    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        List<String> path = request.url().pathSegments();
        String method = path.get(path.size() - 1);
        boolean telling = SENDING.matcher(method).matches();
        return response.isSuccessful() && telling ? read(response, isSent(method)) : response;
    }

    /** Of what is sent the answer is the message; of other requests it may be a bare "true". */
    private static boolean isSent(String method) {
        return method.regionMatches(true, 0, "send", 0, 4);
    }

    private Response read(Response response, boolean message) throws IOException {
        try (ResponseBody body = response.body()) {
            String text = text(body);
            if (text.stripLeading().startsWith("<")) {
                throw new IOException("a web page came instead of an answer; is telegram.api-url the Bot API's?");
            }
            return response.newBuilder()
                    .body(ResponseBody.create(
                            mapper.writeValueAsString(number(mapper.readTree(text), message)), body.contentType()))
                    .build();
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getOriginalMessage(), e);
        }
    }

    private static String text(ResponseBody body) throws IOException {
        try {
            return body.string();
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static JsonNode number(JsonNode answer, boolean message) throws Unreadable {
        if (!answer.has("ok")) {
            throw new Unreadable("it is not the Bot API's");
        }
        if (answer.get("result") instanceof ObjectNode told) {
            told.retain("message_id", "date");
        }
        if (message && answer.path("ok").asBoolean() && !answer.path("result").isObject()) {
            throw new Unreadable("it is about no message");
        }
        return answer;
    }
}
