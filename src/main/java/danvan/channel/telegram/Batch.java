package danvan.channel.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer to {@code getUpdates}, each update by itself. Where the whole is no JSON it is cut at the beginnings of updates:
 * quotation marks within a text are escaped, so nothing that people write looks like such a beginning.
 *
 * @param isCut whether the answer broke off, so that its last update may be whole another time
 */
record Batch(List<Piece> pieces, boolean isCut) {
    private static final Pattern BEGINNING =
            Pattern.compile("\\{[ \\t\\r\\n]{0,8}+\"update_id\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+"
                    // Only a number that is whole: of 1E+400, or of one that broke off, the first figures are
                    // another's.
                    + "(\\d{0,18}+(?=[ \\t\\r\\n,}]))?+");
    private static final Pattern HEAD = Pattern.compile(
            "[ \\t\\r\\n]{0,8}+\\{[ \\t\\r\\n]{0,8}+\"ok\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+true[ \\t\\r\\n]{0,8}+,"
                    + "[ \\t\\r\\n]{0,8}+\"result\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+\\[");
    /** What stands between updates, and behind the last. */
    private static final String SEPARATORS = " \t\r\n,]}";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One update.
     *
     * @param number its number, where that can be read
     * @param content the update; null where it cannot be read
     * @param name under which it is kept once: its number, else a name made of what it holds
     */
    record Piece(OptionalLong number, @Nullable JsonNode content, String name) {}

    /** The answer is not one of the Bot API's to this request: nothing is known about any update. */
    static final class Foreign extends IOException {
        private static final long serialVersionUID = 1;

        Foreign(String message) {
            super(message);
        }
    }

    static Batch read(String answer, boolean brokeOff) throws Foreign {
        @Nullable JsonNode whole = brokeOff ? null : json(answer);
        if (whole != null && whole.isObject() && whole.path("result").isArray()) {
            List<Piece> pieces = new ArrayList<>();
            whole.path("result").forEach(update -> pieces.add(piece(update)));
            return new Batch(pieces, false);
        }
        Matcher head = HEAD.matcher(answer);
        if (whole != null || !head.lookingAt()) {
            throw new Foreign(what(answer, whole));
        }
        List<Piece> pieces = torn(answer, head.end());
        if (pieces.isEmpty()) {
            throw new Foreign("its answer broke off before the first update");
        }
        return new Batch(pieces, brokeOff || !answer.stripTrailing().endsWith("]}"));
    }

    /** A single update, as it is posted to a webhook. */
    static List<Piece> posted(String body) {
        @Nullable JsonNode whole = json(body);
        return List.of(whole == null ? unreadable(body.stripLeading()) : piece(whole));
    }

    private static String what(String answer, @Nullable JsonNode whole) {
        if (answer.stripLeading().startsWith("<")) {
            return "a web page came instead of an answer; is telegram.api-url the Bot API's?";
        }
        String said = whole == null ? "" : Fields.text(whole, "description");
        return said.isEmpty() ? "its answer is not the Bot API's; is telegram.api-url right?" : said;
    }

    private static List<Piece> torn(String answer, int from) {
        List<Piece> pieces = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(answer);
        int at = from;
        while (beginning.find()) {
            if (beginning.start() > from) {
                addEach(answer.substring(at, beginning.start()), pieces);
                at = beginning.start();
            }
        }
        addEach(answer.substring(at), pieces);
        return pieces;
    }

    /** A stretch of the list: one update, and such behind it as have no number to be known by. */
    private static void addEach(String stretch, List<Piece> pieces) {
        int at = 0;
        while (true) {
            while (at < stretch.length() && SEPARATORS.indexOf(stretch.charAt(at)) >= 0) {
                at++;
            }
            String text = stretch.substring(at);
            if (text.isEmpty()) {
                return;
            }
            try (JsonParser parser = JSON.createParser(text)) {
                pieces.add(piece(JSON.<JsonNode>readTree(parser)));
                at += (int) parser.currentLocation().getCharOffset();
            } catch (IOException | StackOverflowError e) {
                // Where it ends cannot be told.
                pieces.add(unreadable(text));
                return;
            }
        }
    }

    private static Piece unreadable(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        @Nullable String digits = beginning.lookingAt() ? beginning.group(1) : null;
        OptionalLong number =
                digits == null || digits.isEmpty() ? OptionalLong.empty() : Offset.plausible(Long.parseLong(digits));
        return new Piece(number, null, name(number, withoutEnd(text)));
    }

    /** What stands behind it depends on whether another follows in this answer. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Piece piece(JsonNode update) {
        JsonNode id = update.path("update_id");
        OptionalLong number = id.isIntegralNumber() && id.canConvertToLong()
                ? Offset.plausible(id.longValue())
                : OptionalLong.empty();
        return new Piece(number, update.isObject() ? update : null, name(number, update.toString()));
    }

    /** The same at each delivery. */
    private static String name(OptionalLong number, String content) {
        return number.isPresent()
                ? Long.toString(number.getAsLong())
                : "unnumbered " + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The text's value; null where it is none, or is none that can be taken in. */
    private static @Nullable JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException | StackOverflowError e) {
            return null;
        }
    }
}
