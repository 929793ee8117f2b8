package danvan.report.dialog;

import danvan.chat.Outgoing;
import danvan.form.Form;
import danvan.form.Media;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a form shows or plays beside a question, ready to be sent. What cannot be had is left out: the words ask, too. */
final class QuestionMedia {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionMedia.class);
    /** What Telegram takes as a photo. */
    private static final long MOST_BYTES = 10L << 20;

    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "mp3", "audio/mpeg",
            "ogg", "audio/ogg",
            "m4a", "audio/mp4",
            "wav", "audio/x-wav",
            "mp4", "video/mp4");

    private final Files files;

    QuestionMedia(Files files) {
        this.files = files;
    }

    /** Each in the order of the form. The stored copy is deleted after a day: it is on the phone by then. */
    List<Outgoing> of(Form form, List<Media> media) {
        return media.stream()
                .flatMap(one -> form.file(one.file()).flatMap(this::stored).stream())
                .toList();
    }

    private Optional<Outgoing> stored(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            StoredFile stored = files.store(content, MOST_BYTES);
            return Optional.of(new Outgoing.File(
                    stored.id(), name, TYPES.getOrDefault(ending, "application/octet-stream"), "", List.of()));
        } catch (IOException | FileTooLarge e) {
            LOG.warn("{} is not shown with its question: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
