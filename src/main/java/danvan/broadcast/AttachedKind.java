package danvan.broadcast;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may go with a broadcast: pictures and papers that phones open, and no programs. The first bytes must say the same. */
enum AttachedKind {
    JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg"),
    PNG("image/png", "89504e47", "png"),
    PDF("application/pdf", "25504446", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "504b0304", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "504b0304", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "504b0304", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "504b0304", "odp"),
    DOC("application/msword", "d0cf11e0", "doc"),
    XLS("application/vnd.ms-excel", "d0cf11e0", "xls"),
    PPT("application/vnd.ms-powerpoint", "d0cf11e0", "ppt");

    /** How many of a content's first bytes are looked at. */
    static final int HEAD = 8;

    /** Telegram takes no larger one as a photo; as a document it does. */
    private static final long LARGEST_PHOTO = 10_000_000;

    private static final int LONGEST_NAME = 120;

    private final String mediaType;
    private final String head;

    @SuppressWarnings("ImmutableEnumChecker") // List.of: never changed
    private final List<String> endings;

    /** How one is called and what it is sent as. */
    record Named(String name, String mediaType) {}

    AttachedKind(String mediaType, String head, String... endings) {
        this.mediaType = mediaType;
        this.head = head;
        this.endings = List.of(endings);
    }

    /** The endings, for who sent something else. */
    static String endings() {
        return Arrays.stream(values())
                .map(kind -> kind.endings.get(0))
                .map(ending -> ending.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * What a file is sent as; empty where it is of no kind that can be.
     *
     * @param name as it was sent; a photo of Telegram's has none
     * @param otherwise how one without a name is called, without its ending
     * @param head its first bytes
     */
    static Optional<Named> of(String name, String otherwise, long bytes, byte[] head) {
        String hex = HexFormat.of().formatHex(head);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        @Nullable
        AttachedKind found = Arrays.stream(values())
                .filter(kind -> hex.startsWith(kind.head))
                .filter(kind -> name.isBlank() ? kind == JPEG || kind == PNG : kind.endings.contains(ending))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        boolean asDocument = (found == JPEG || found == PNG) && bytes > LARGEST_PHOTO;
        return Optional.of(new Named(
                name.isBlank() ? otherwise + "." + found.endings.get(0) : shortened(name, ending),
                asDocument ? "application/octet-stream" : found.mediaType));
    }

    private static String shortened(String name, String ending) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "." + ending;
    }
}
