package danvan.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import danvan.chat.Incoming;
import danvan.chat.Incoming.Medium;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Files and places in Telegram's messages. */
final class FileReader {
    private FileReader() {}

    static Optional<Incoming> file(JsonNode message) {
        return largest(message.path("photo"))
                .flatMap(photo -> file(message, photo, Medium.PICTURE, "image/jpeg"))
                .or(() -> file(message, message.path("document"), Medium.DOCUMENT, ""))
                .or(() -> file(message, message.path("video"), Medium.VIDEO, ""))
                .or(() -> file(message, message.path("video_note"), Medium.VIDEO, "video/mp4"))
                .or(() -> file(message, message.path("voice"), Medium.SOUND, ""))
                .or(() -> file(message, message.path("audio"), Medium.SOUND, ""));
    }

    static Optional<Incoming> place(JsonNode message) {
        JsonNode place = message.path("location");
        double latitude = degrees(place, "latitude", 90);
        double longitude = degrees(place, "longitude", 180);
        return Double.isNaN(latitude) || Double.isNaN(longitude)
                ? Optional.empty()
                : Optional.of(new Incoming.Place(latitude, longitude));
    }

    private static Optional<Incoming> file(JsonNode message, JsonNode file, Medium medium, String otherwise) {
        String ref = Fields.text(file, "file_id");
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        String mediaType = Fields.text(file, "mime_type");
        return Optional.of(new Incoming.File(
                medium,
                ref,
                Fields.text(file, "file_name"),
                mediaType.isEmpty() ? otherwise : mediaType,
                Fields.size(file, "file_size"),
                Fields.text(message, "caption"),
                Fields.text(message, "media_group_id")));
    }

    /** Telegram sends a picture in several sizes. */
    private static Optional<JsonNode> largest(JsonNode sizes) {
        return StreamSupport.stream(sizes.spliterator(), false)
                .filter(photo -> !Fields.text(photo, "file_id").isEmpty())
                .max(Comparator.comparing(
                        photo -> (double) Fields.size(photo, "width") * Fields.size(photo, "height")));
    }

    private static double degrees(JsonNode place, String name, int most) {
        JsonNode value = place.path(name);
        return value.isNumber() && Math.abs(value.doubleValue()) <= most ? value.doubleValue() : Double.NaN;
    }
}
