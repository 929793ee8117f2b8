package danvan.report.store;

import danvan.chat.Incoming;
import danvan.form.QuestionType;
import danvan.form.Submission;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that belong to drafts and reports. */
public final class AttachmentTable {
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

    public AttachmentTable(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    /**
     * A file of a report.
     *
     * @param ref the question it answers
     * @param name its name in the answers, unlike every other's
     * @param caption what the person wrote below it; may be empty
     * @param sealed whether the caption is sealed
     */
    public record Enclosure(
            String ref, String name, String file, String mediaType, long bytes, String caption, boolean sealed) {
        public Enclosure saying(String words, boolean nowSealed) {
            return new Enclosure(ref, name, file, mediaType, bytes, words, nowSealed);
        }

        public Enclosure at(String place) {
            return new Enclosure(place, name, file, mediaType, bytes, caption, sealed);
        }
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
    public static Enclosure of(String ref, Incoming.File file, StoredFile stored) {
        String type = file.mediaType().isEmpty() ? standard(file.medium()) : file.mediaType();
        String kind = file.medium().name().toLowerCase(Locale.ROOT);
        String name = kind + "-" + stored.id().substring(0, 13) + "." + ending(file.name(), type);
        return new Enclosure(ref, name, stored.id(), type, stored.bytes(), "", false);
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

    /** Writes down which files a draft has; those that nothing names any more are let go. */
    public void put(Tx tx, String draft, List<Enclosure> wanted) {
        List<Enclosure> held = of(tx, "draft_id", draft);
        if (held.equals(wanted)) {
            return;
        }
        tx.update("DELETE FROM report_file WHERE draft_id = ?", draft);
        insert(tx, "draft_id", draft, wanted);
        release(tx, held);
    }

    private void insert(Tx tx, String owner, Object id, List<Enclosure> all) {
        for (Enclosure enclosure : all) {
            files.keep(tx, enclosure.file(), Optional.empty());
            tx.update(
                    "INSERT INTO report_file (" + owner + ", ref, name, file_id, media_type, bytes, caption, sealed)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    enclosure.ref(),
                    enclosure.name(),
                    enclosure.file(),
                    enclosure.mediaType(),
                    enclosure.bytes(),
                    enclosure.caption(),
                    enclosure.sealed());
        }
    }

    /**
     * The files of a draft from which a repetition was taken away: without its own, and with the refs for those of later
     * ones that their answers have now.
     */
    public static List<Enclosure> movedUp(List<Enclosure> files, String place) {
        Matcher last = NUMBER.matcher(place);
        boolean numbered = last.find();
        int gone = numbered ? Integer.parseInt(last.group(1)) : 1;
        String base = numbered ? place.substring(0, last.start()) : place;
        Pattern inside = Pattern.compile(Pattern.quote(base) + "(?:\\[(\\d+)])?(/.*)");
        List<Enclosure> left = new ArrayList<>();
        for (Enclosure file : files) {
            int number = number(inside, file.ref());
            if (number < gone) {
                left.add(file);
            } else if (number > gone) {
                String tail = file.ref().substring(file.ref().indexOf('/', base.length()));
                left.add(file.at(base + (number == 2 ? "" : "[" + (number - 1) + "]") + tail));
            }
        }
        return List.copyOf(left);
    }

    /** Which repetition a ref stands in; 0 where in none. */
    private static int number(Pattern inside, String ref) {
        Matcher matcher = inside.matcher(ref);
        return !matcher.matches() ? 0 : matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    }

    public void discard(Tx tx, String draft) {
        List<Enclosure> held = of(tx, "draft_id", draft);
        tx.update("DELETE FROM report_file WHERE draft_id = ?", draft);
        release(tx, held);
    }

    public void purge(Tx tx, long report) {
        List<Enclosure> held = of(tx, "report_id", report);
        tx.update("DELETE FROM report_file WHERE report_id = ?", report);
        release(tx, held);
    }

    /**
     * Hands a draft's files over to its report, in the place of those that it had; those of questions that are no part of
     * it are let go.
     */
    public void submit(Tx tx, Draft draft, long report, Submission submission) {
        Set<String> refs =
                submission.values().stream().map(Submission.Value::ref).collect(Collectors.toSet());
        List<Enclosure> before = new ArrayList<>(of(tx, "report_id", report));
        before.addAll(of(tx, "draft_id", draft.id()));
        tx.update("DELETE FROM report_file WHERE report_id = ? OR draft_id = ?", report, draft.id());
        insert(
                tx,
                "report_id",
                report,
                draft.files().stream().filter(file -> refs.contains(file.ref())).toList());
        release(tx, before);
    }

    public static List<Enclosure> ofDraft(Tx tx, String draft) {
        return of(tx, "draft_id", draft);
    }

    public List<Enclosure> ofReport(long report) {
        return database.read(tx -> of(tx, "report_id", report));
    }

    private static List<Enclosure> of(Tx tx, String owner, Object id) {
        return tx.list("SELECT * FROM report_file WHERE " + owner + " = ? ORDER BY id", AttachmentTable::read, id);
    }

    /** Lets go of what nothing names any more: a draft that changes a report shares its files with it. */
    private void release(Tx tx, List<Enclosure> gone) {
        for (Enclosure enclosure : gone) {
            if (tx.count("SELECT COUNT(*) AS n FROM report_file WHERE file_id = ?", enclosure.file()) == 0) {
                files.forget(tx, enclosure.file());
            }
        }
    }

    private static Enclosure read(Row row) {
        return new Enclosure(
                row.text("ref"),
                row.text("name"),
                row.text("file_id"),
                row.text("media_type"),
                row.number("bytes"),
                row.text("caption"),
                // Before it was recorded, only the form of the caption told.
                row.numberIfAny("sealed").map(flag -> flag != 0).orElseGet(() -> AnswerCipher.hasForm(row.text("caption"))));
    }
}
