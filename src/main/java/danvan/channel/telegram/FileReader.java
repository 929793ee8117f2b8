package danvan.channel.telegram;

import danvan.chat.Incoming;
import danvan.chat.Incoming.Medium;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** Files and places in Telegram's messages. */
final class FileReader {
    private FileReader() {}

    static Optional<Incoming> file(Message message) {
        if (message.hasPhoto()) {
            return largest(message.getPhoto())
                    .map(photo -> file(
                            message, Medium.PICTURE, photo.getFileId(), "", "image/jpeg", size(photo.getFileSize())));
        }
        if (message.hasDocument()) {
            var sent = message.getDocument();
            return Optional.of(file(
                    message,
                    Medium.DOCUMENT,
                    sent.getFileId(),
                    sent.getFileName(),
                    sent.getMimeType(),
                    size(sent.getFileSize())));
        }
        if (message.hasVideo()) {
            var sent = message.getVideo();
            return Optional.of(file(
                    message,
                    Medium.VIDEO,
                    sent.getFileId(),
                    sent.getFileName(),
                    sent.getMimeType(),
                    size(sent.getFileSize())));
        }
        if (message.hasVideoNote()) {
            var sent = message.getVideoNote();
            return Optional.of(
                    file(message, Medium.VIDEO, sent.getFileId(), "", "video/mp4", size(sent.getFileSize())));
        }
        return sound(message);
    }

    private static Optional<Incoming> sound(Message message) {
        if (message.hasVoice()) {
            var sent = message.getVoice();
            return Optional.of(
                    file(message, Medium.SOUND, sent.getFileId(), "", sent.getMimeType(), size(sent.getFileSize())));
        }
        if (message.hasAudio()) {
            var sent = message.getAudio();
            return Optional.of(file(
                    message,
                    Medium.SOUND,
                    sent.getFileId(),
                    sent.getFileName(),
                    sent.getMimeType(),
                    size(sent.getFileSize())));
        }
        return Optional.empty();
    }

    static Optional<Incoming> place(Message message) {
        if (!message.hasLocation()) {
            return Optional.empty();
        }
        Location place = message.getLocation();
        return Optional.of(new Incoming.Place(place.getLatitude(), place.getLongitude()));
    }

    private static Incoming file(
            Message message, Medium medium, String ref, @Nullable String name, @Nullable String mediaType, long bytes) {
        return new Incoming.File(
                medium,
                ref,
                orEmpty(name),
                orEmpty(mediaType),
                bytes,
                orEmpty(message.getCaption()),
                orEmpty(message.getMediaGroupId()));
    }

    /** Telegram sends a picture in several sizes. */
    private static Optional<PhotoSize> largest(List<PhotoSize> sizes) {
        return sizes.stream().max(Comparator.comparing(photo -> (long) photo.getWidth() * photo.getHeight()));
    }

    private static long size(@Nullable Number bytes) {
        return bytes == null ? 0 : bytes.longValue();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
