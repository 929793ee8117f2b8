package danvan.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A picture, a sound or a film that belongs to a question.
 *
 * @param kind {@code image}, {@code audio} or {@code video}
 * @param file the name of a file that lies beside the form
 */
public record Media(String kind, String file) {
    public static final List<String> KINDS = List.of("image", "audio", "video");
    public static final Map<String, String> COLUMNS =
            Map.of("image", "media::image", "audio", "media::audio", "video", "media::video");

    public Media {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
    }

    /** How an XForm names a file: {@code jr://images/map.png}. */
    public static String address(String kind, String file) {
        return file.startsWith("jr://") ? file : "jr://" + (kind.equals("image") ? "images" : kind) + "/" + file;
    }

    /** A file's plain name, never a path. */
    public static String fileName(String address) {
        return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1);
    }
}
