package danvan.report.store;

import danvan.chat.Incoming;
import danvan.form.QuestionType;
import danvan.storage.StoredFile;
import java.util.Locale;
import java.util.Map;

/**
 * A file of a report.
 *
 * @param ref the question it answers
 * @param name its name in the answers, unlike every other's
 * @param caption what the person wrote below it; may be empty
 * @param sealed whether the caption is sealed
 */
public record Attachment(
        String ref, String name, String file, String mediaType, long bytes, String caption, boolean sealed) {
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/webp", "webp",
            "audio/ogg", "ogg",
            "audio/mpeg", "mp3",
            "audio/mp4", "m4a",
            "video/mp4", "mp4",
            "application/pdf", "pdf");

    public Attachment saying(String words, boolean nowSealed) {
        return new Attachment(ref, name, file, mediaType, bytes, words, nowSealed);
    }

    public Attachment at(String place) {
        return new Attachment(place, name, file, mediaType, bytes, caption, sealed);
    }

    /** Whether a file of this kind answers a question of this type. */
    public static boolean fits(QuestionType type, Incoming.File file) {
        return switch (type) {
            case IMAGE ->
                file.medium() == Incoming.Medium.PICTURE || file.mediaType().startsWith("image/");
            case AUDIO ->
                file.medium() == Incoming.Medium.SOUND || file.mediaType().startsWith("audio/");
            case VIDEO ->
                file.medium() == Incoming.Medium.VIDEO || file.mediaType().startsWith("video/");
            case FILE -> true;
            default -> false;
        };
    }

    /** A name of its own for a stored file: a kind, the beginning of its number, an ending. */
    public static Attachment of(String ref, Incoming.File file, StoredFile stored) {
        String type = file.mediaType().isEmpty() ? standard(file.medium()) : file.mediaType();
        String kind = file.medium().name().toLowerCase(Locale.ROOT);
        String name = kind + "-" + stored.id().substring(0, 13) + "." + ending(file.name(), type);
        return new Attachment(ref, name, stored.id(), type, stored.bytes(), "", false);
    }

    private static String standard(Incoming.Medium medium) {
        return switch (medium) {
            case PICTURE -> "image/jpeg";
            case VIDEO -> "video/mp4";
            case SOUND -> "audio/ogg";
            case DOCUMENT -> "application/octet-stream";
        };
    }

    private static String ending(String name, String type) {
        String written = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && written.matches("[a-z0-9]{1,5}") ? written : ENDINGS.getOrDefault(type, "bin");
    }
}
