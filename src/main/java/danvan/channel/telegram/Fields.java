package danvan.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** Fields of what Telegram writes; one that is missing or of another type reads as empty. */
final class Fields {
    /** Far above what Telegram lets anybody write in one message. */
    private static final int LONGEST = 32_768;

    private Fields() {}

    /** A text; empty where there is none, or one that no phone can have sent. */
    static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isTextual() && value.textValue().length() <= LONGEST ? clean(value.textValue()) : "";
    }

    /** What somebody wrote: of more than anybody can have written the beginning, which is refused with a word on its length. */
    static String words(JsonNode parent, String name) {
        String value = parent.path(name).isTextual() ? parent.path(name).textValue() : "";
        return clean(value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    }

    /** A number of bytes or points; 0 where there is none that makes sense. */
    static long size(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Math.max(0, value.longValue()) : 0;
    }

    /**
     * The text without what neither a database nor XML can hold: control characters are left out, half an emoji becomes
     * the sign for what cannot be shown.
     */
    static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (Character.getType(sign) == Character.SURROGATE || (sign & 0xFFFE) == 0xFFFE) {
                cleaned.append('\uFFFD');
            } else if (sign >= ' ' || sign == '\n' || sign == '\t') {
                cleaned.appendCodePoint(sign);
            }
        });
        return cleaned.toString();
    }
}
