package danvan.report;

import danvan.chat.Incoming;
import danvan.form.QuestionType;
import danvan.form.Submission;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that belong to drafts and reports. */
final class Enclosures {
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,9})]\\z");
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/webp", "webp",
            "audio/ogg", "ogg",
            "audio/mpeg", "mp3",
            "audio/mp4", "m4a",
            "video/mp4", "mp4",
            "application/pdf", "pdf");

    private final Database database;
    private final Files files;

    Enclosures(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    /**
     * A file of a report.
     *
     * @param ref the question it answers
     * @param name its name in the answers, unlike every other's
     * @param caption what the person wrote below it; may be empty, may be sealed
     */
    record Enclosure(String ref, String name, String file, String mediaType, long bytes, String caption) {
        Enclosure saying(String words) {
            return new Enclosure(ref, name, file, mediaType, bytes, words);
        }
    }

    /** Whether a file of this kind answers a question of this type. */
    static boolean fits(QuestionType type, Incoming.File file) {
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
    static Enclosure of(String ref, Incoming.File file, StoredFile stored) {
        String type = file.mediaType().isEmpty() ? standard(file.medium()) : file.mediaType();
        String kind = file.medium().name().toLowerCase(Locale.ROOT);
        String name = kind + "-" + stored.id().substring(0, 13) + "." + ending(file.name(), type);
        return new Enclosure(ref, name, stored.id(), type, stored.bytes(), "");
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

    void add(Tx tx, String draft, Enclosure enclosure) {
        files.keep(tx, enclosure.file(), Optional.empty());
        tx.update(
                "INSERT INTO report_file (draft_id, ref, name, file_id, media_type, bytes, caption)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                draft,
                enclosure.ref(),
                enclosure.name(),
                enclosure.file(),
                enclosure.mediaType(),
                enclosure.bytes(),
                enclosure.caption());
    }

    /** Takes a draft's files of one question back, because another answer takes their place. */
    void replace(Tx tx, String draft, String ref) {
        forget(tx, tx.list("SELECT * FROM report_file WHERE draft_id = ? AND ref = ?", Enclosures::read, draft, ref));
        tx.update("DELETE FROM report_file WHERE draft_id = ? AND ref = ?", draft, ref);
    }

    /** Takes a draft's files of one repetition back; those of later ones get the refs that their answers have now. */
    void moveUp(Tx tx, String draft, String place) {
        Matcher number = NUMBER.matcher(place);
        boolean numbered = number.find();
        int gone = numbered ? Integer.parseInt(number.group(1)) : 1;
        String base = numbered ? place.substring(0, number.start()) : place;
        Pattern inside = Pattern.compile(Pattern.quote(base) + "(?:\\[(\\d+)])?(/.*)");
        for (String ref : refs(tx, draft)) {
            if (number(inside, ref) == gone) {
                replace(tx, draft, ref);
            }
        }
        // Upwards from the first behind it, so that no ref is taken when it is given.
        List<String> later = refs(tx, draft).stream()
                .filter(ref -> number(inside, ref) > gone)
                .sorted(Comparator.comparingInt(ref -> number(inside, ref)))
                .toList();
        for (String ref : later) {
            int before = number(inside, ref) - 1;
            String tail = ref.substring(ref.indexOf('/', base.length()));
            tx.update(
                    "UPDATE report_file SET ref = ? WHERE draft_id = ? AND ref = ?",
                    base + (before == 1 ? "" : "[" + before + "]") + tail,
                    draft,
                    ref);
        }
    }

    private static List<String> refs(Tx tx, String draft) {
        return tx.list(
                "SELECT DISTINCT ref FROM report_file WHERE draft_id = ? ORDER BY ref", row -> row.text("ref"), draft);
    }

    /** Which repetition a ref stands in; 0 where in none. */
    private static int number(Pattern inside, String ref) {
        Matcher matcher = inside.matcher(ref);
        return !matcher.matches() ? 0 : matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    }

    void discard(Tx tx, String draft) {
        forget(tx, tx.list("SELECT * FROM report_file WHERE draft_id = ?", Enclosures::read, draft));
        tx.update("DELETE FROM report_file WHERE draft_id = ?", draft);
    }

    void purge(Tx tx, long report) {
        forget(tx, tx.list("SELECT * FROM report_file WHERE report_id = ?", Enclosures::read, report));
        tx.update("DELETE FROM report_file WHERE report_id = ?", report);
    }

    /** Hands a draft's files over to its report; those of questions that are no part of it are let go. */
    void submit(Tx tx, String draft, long report, Submission submission) {
        Set<String> refs =
                submission.values().stream().map(Submission.Value::ref).collect(Collectors.toSet());
        for (Enclosure enclosure : of(tx, "draft_id", draft)) {
            if (!refs.contains(enclosure.ref())) {
                replace(tx, draft, enclosure.ref());
            }
        }
        tx.update("UPDATE report_file SET report_id = ?, draft_id = NULL WHERE draft_id = ?", report, draft);
    }

    List<Enclosure> ofDraft(String draft) {
        return database.read(tx -> of(tx, "draft_id", draft));
    }

    List<Enclosure> ofReport(long report) {
        return database.read(tx -> of(tx, "report_id", report));
    }

    private static List<Enclosure> of(Tx tx, String owner, Object id) {
        return tx.list("SELECT * FROM report_file WHERE " + owner + " = ? ORDER BY id", Enclosures::read, id);
    }

    private void forget(Tx tx, List<Enclosure> gone) {
        gone.forEach(enclosure -> files.forget(tx, enclosure.file()));
    }

    private static Enclosure read(Row row) {
        return new Enclosure(
                row.text("ref"),
                row.text("name"),
                row.text("file_id"),
                row.text("media_type"),
                row.number("bytes"),
                row.text("caption"));
    }
}
