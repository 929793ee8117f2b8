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
            Pattern.compile("\\{[ \\t\\r\\n]{0,8}+\"update_id\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+(\\d{0,19}+)");
    private static final Pattern HEAD = Pattern.compile(
            "[ \\t\\r\\n]{0,8}+\\{[ \\t\\r\\n]{0,8}+\"ok\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+true[ \\t\\r\\n]{0,8}+,"
                    + "[ \\t\\r\\n]{0,8}+\"result\"[ \\t\\r\\n]{0,8}+:[ \\t\\r\\n]{0,8}+\\[");
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
        boolean found = beginning.find(from);
        while (at < answer.length()) {
            int start = found ? beginning.start() : answer.length();
            if (at < start) {
                // Before the first beginning: one whose own beginning is damaged, or the end of the list.
                String lost = answer.substring(at, start).strip();
                if (lost.length() > 2 || !lost.chars().allMatch(sign -> "]},".indexOf(sign) >= 0)) {
                    pieces.add(new Piece(OptionalLong.empty(), null, named(lost)));
                }
                at = start;
                continue;
            }
            String number = beginning.group(1);
            found = beginning.find();
            at = found ? beginning.start() : answer.length();
            pieces.add(torn(answer.substring(start, at), number));
        }
        return pieces;
    }

    private static Piece torn(String text, String digits) {
        @Nullable JsonNode content = json(text);
        if (content != null && content.isObject()) {
            return piece(content);
        }
        OptionalLong number = digits.isEmpty() || digits.length() > 18
                ? OptionalLong.empty()
                : Offset.plausible(Long.parseLong(digits));
        return new Piece(number, null, number.isPresent() ? Long.toString(number.getAsLong()) : named(text));
    }

    private static Piece piece(JsonNode update) {
        JsonNode id = update.path("update_id");
        OptionalLong number = id.isIntegralNumber() && id.canConvertToLong()
                ? Offset.plausible(id.longValue())
                : OptionalLong.empty();
        return new Piece(
                number,
                update.isObject() ? update : null,
                number.isPresent() ? Long.toString(number.getAsLong()) : named(update.toString()));
    }

    /** The same at each delivery. */
    private static String named(String content) {
        return "unnumbered " + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The value the text begins with; null where there is none. */
    private static @Nullable JsonNode json(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return JSON.readTree(parser);
        } catch (JsonProcessingException | StackOverflowError e) {
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
