package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Passage;
import danvan.library.Validity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * Documents and passages as bytes. Whoever changes what is written counts {@link IndexCopy#VERSION} up, and keeps what the
 * version before wrote readable, so that it answers while a new index is built beside it.
 */
final class StoredForm {
    /** From this version on a passage has its chapter's name beside it. */
    private static final int WITH_CHAPTERS = 2;

    private StoredForm() {}

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static BytesRef of(DocumentContent.Entry entry) {
        return bytes(out -> {
            Passage passage = entry.passage();
            for (String text : List.of(
                    passage.documentId(),
                    passage.id(),
                    passage.language(),
                    passage.heading(),
                    passage.text(),
                    passage.status(),
                    entry.also(),
                    entry.chapter())) {
                write(out, text);
            }
            write(out, passage.article());
            write(out, passage.label());
            write(out, passage.holds());
        });
    }

    /** @param version that wrote it */
    static DocumentContent.Entry entry(BytesRef stored, int version) {
        return read(stored, in -> {
            String document = text(in);
            String id = text(in);
            String language = text(in);
            String heading = text(in);
            String text = text(in);
            String status = text(in);
            String also = text(in);
            String chapter = version >= WITH_CHAPTERS ? text(in) : "";
            return new DocumentContent.Entry(
                    new Passage(
                            document, id, language, heading, text, optional(in), optional(in), status, validity(in)),
                    also,
                    chapter);
        });
    }

    static BytesRef of(HeldDocument held) {
        return bytes(out -> {
            write(out, held.original());
            out.writeBoolean(held.current().equals(held.original()));
            if (!held.current().equals(held.original())) {
                write(out, held.current());
            }
            write(out, held.revision());
            out.writeBoolean(held.own());
            write(out, held.touches());
        });
    }

    static HeldDocument held(BytesRef stored) {
        return read(stored, in -> {
            Document original = document(in);
            Document current = in.readBoolean() ? original : document(in);
            return new HeldDocument(original, current, text(in), in.readBoolean(), texts(in));
        });
    }

    /** A whole document, laid aside. */
    static BytesRef of(HeldDocument held, List<DocumentContent.Entry> entries) {
        return bytes(out -> {
            write(out, of(held));
            out.writeInt(entries.size());
            for (DocumentContent.Entry entry : entries) {
                write(out, of(entry));
            }
        });
    }

    record Aside(HeldDocument held, List<DocumentContent.Entry> entries) {}

    /** @param version that wrote it */
    static Aside aside(BytesRef stored, int version) {
        return read(stored, in -> {
            HeldDocument held = held(block(in));
            List<DocumentContent.Entry> entries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                entries.add(entry(block(in), version));
            }
            return new Aside(held, entries);
        });
    }

    private static void write(DataOutputStream out, Document document) throws IOException {
        for (String text : List.of(
                document.id(),
                document.language(),
                document.kind(),
                document.title(),
                document.shortName(),
                document.issuer(),
                document.verification(),
                document.file().toString())) {
            write(out, text);
        }
        write(out, document.number());
        write(out, document.issued().map(LocalDate::toString));
        write(out, document.inForce());
        write(out, document.replaces());
        write(out, document.amendedBy());
        write(out, document.sources());
        out.writeInt(document.repealed().size());
        for (Document.Repealed repealed : document.repealed()) {
            write(out, repealed.where());
            write(out, repealed.by());
            write(out, repealed.from().map(LocalDate::toString));
        }
    }

    private static Document document(DataInputStream in) throws IOException {
        String id = text(in);
        String language = text(in);
        String kind = text(in);
        String title = text(in);
        String shortName = text(in);
        String issuer = text(in);
        String verification = text(in);
        Path file = Path.of(text(in));
        return new Document(
                id,
                language,
                optional(in),
                kind,
                title,
                shortName,
                issuer,
                optional(in).map(LocalDate::parse),
                validity(in),
                texts(in),
                texts(in),
                verification,
                texts(in),
                file,
                repealed(in));
    }

    private static List<Document.Repealed> repealed(DataInputStream in) throws IOException {
        List<Document.Repealed> places = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            places.add(new Document.Repealed(text(in), text(in), optional(in).map(LocalDate::parse)));
        }
        return places;
    }

    private static void write(DataOutputStream out, Validity validity) throws IOException {
        write(out, validity.from().map(LocalDate::toString));
        write(out, validity.to().map(LocalDate::toString));
    }

    private static Validity validity(DataInputStream in) throws IOException {
        return new Validity(optional(in).map(LocalDate::parse), optional(in).map(LocalDate::parse));
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            write(out, text.get());
        }
    }

    private static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, new BytesRef(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, BytesRef block) throws IOException {
        out.writeInt(block.length);
        out.write(block.bytes, block.offset, block.length);
    }

    private static BytesRef block(DataInputStream in) throws IOException {
        return new BytesRef(in.readNBytes(in.readInt()));
    }

    private static BytesRef bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    private static <T> T read(BytesRef stored, Reading<T> reading) {
        try (var in = new DataInputStream(new ByteArrayInputStream(stored.bytes, stored.offset, stored.length))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what the search index stores", e);
        }
    }
}
