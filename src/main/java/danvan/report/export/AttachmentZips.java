package danvan.report.export;

import danvan.form.Field;
import danvan.form.Form;
import danvan.organization.directory.Organization;
import danvan.report.ReportForms;
import danvan.report.store.Attachment;
import danvan.report.store.ReportPages;
import danvan.report.store.ReportQuery;
import danvan.report.store.ReportStore;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of reports in zips that can be sent, each file named by its report, its unit and its question. Files of personal
 * questions stay out.
 */
final class AttachmentZips {
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_NAME = 110;

    private final ReportForms forms;
    private final ReportStore store;
    private final Organization organization;
    private final Files files;
    private final String language;
    private final long most;

    private final List<StoredFile> parts = new ArrayList<>();
    private final Map<String, Map<String, Field>> fields = new HashMap<>();
    private @Nullable Path path;
    private @Nullable ZipOutputStream zip;
    private long bytes;
    private int written;
    private int left;

    /**
     * Zips to be made.
     *
     * @param most bytes of a part; a larger file is left out
     */
    AttachmentZips(
            ReportForms forms, ReportStore store, Organization organization, Files files, String language, long most) {
        this.forms = forms;
        this.store = store;
        this.organization = organization;
        this.files = files;
        this.language = language;
        this.most = most;
    }

    /**
     * What came of it.
     *
     * @param written how many files the parts hold
     * @param left how many there was no room for, or that are no longer there
     */
    record Made(List<StoredFile> parts, int written, int left) {}

    Made of(ReportQuery which, LongConsumer read) throws IOException {
        long[] count = {0};
        try {
            store.pages().each(which, report -> {
                add(report);
                read.accept(++count[0]);
            });
            finish();
            return new Made(List.copyOf(parts), written, left);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            discard();
        }
    }

    private void add(ReportPages.Entry report) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Field> known =
                fields.computeIfAbsent(report.form() + " " + report.version(), any -> fields(report));
        for (Attachment file : store.attachments().ofReport(report.id())) {
            String question = file.ref().replaceAll("\\[\\d+]", "");
            Optional<Field> field = Optional.ofNullable(known.get(question));
            if (file.sealed() || field.filter(Field::personal).isPresent()) {
                continue;
            }
            String label = field.map(Field::label).orElseGet(() -> question.substring(question.lastIndexOf('/') + 1));
            String name = plain(report.receipt() + " " + organization.nameOf(report.unit()) + " - " + label);
            int number = names.merge(name, 1, Integer::sum);
            String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
            try {
                add(file, name + (number > 1 ? " " + number : "") + "." + ending);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Map<String, Field> fields(ReportPages.Entry report) {
        Map<String, Field> found = new HashMap<>();
        forms.find(report.form(), report.version())
                .map((Form form) -> form.fields(language))
                .orElse(List.of())
                .forEach(field -> found.put(field.path(), field));
        return found;
    }

    /** What every system takes as a file's name. */
    private static String plain(String name) {
        String clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() <= LONGEST_NAME
                ? clean
                : clean.substring(0, LONGEST_NAME).strip();
    }

    private void add(Attachment file, String name) throws IOException {
        if (file.bytes() > most || files.find(file.file()).isEmpty()) {
            left++;
            return;
        }
        if (zip != null && bytes + file.bytes() > most) {
            finish();
        }
        if (parts.size() == MOST_PARTS) {
            left++;
            return;
        }
        ZipOutputStream into = opened();
        into.putNextEntry(new ZipEntry(name));
        try (InputStream content = files.open(file.file())) {
            content.transferTo(into);
        }
        into.closeEntry();
        bytes += file.bytes();
        written++;
    }

    private ZipOutputStream opened() throws IOException {
        ZipOutputStream open = zip;
        if (open == null) {
            Path next = java.nio.file.Files.createTempFile("danvan-files", ".tmp");
            path = next;
            open = new ZipOutputStream(new BufferedOutputStream(java.nio.file.Files.newOutputStream(next), 1 << 16));
            // Photos are compressed already.
            open.setLevel(Deflater.BEST_SPEED);
            zip = open;
            bytes = 0;
        }
        return open;
    }

    private void finish() throws IOException {
        Path made = path;
        if (zip == null || made == null) {
            return;
        }
        zip.close();
        zip = null;
        try (InputStream in = java.nio.file.Files.newInputStream(made)) {
            parts.add(files.store(in, ExportJob.MOST_BYTES));
        } catch (FileTooLarge e) {
            throw new IOException("a part of the files is too large", e);
        } finally {
            java.nio.file.Files.deleteIfExists(made);
            path = null;
        }
    }

    private void discard() throws IOException {
        if (zip != null) {
            zip.close();
            zip = null;
        }
        if (path != null) {
            java.nio.file.Files.deleteIfExists(path);
            path = null;
        }
    }
}
