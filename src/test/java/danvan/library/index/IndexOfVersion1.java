package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Glossary;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.library.query.GlossaryExpander;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** An index as the version of the bot before wrote it: a passage without its chapter, nothing said of other places. */
public final class IndexOfVersion1 {
    private IndexOfVersion1() {}

    /** Writes one into the folder of a process's copy. */
    public static void write(Path copy, Document document, List<Passage> passages, String revision) {
        Glossary glossary = new Glossary(List.of(), List.of(), List.of());
        TextAnalysis analysis = TextAnalysis.by(new GlossaryExpander(glossary, List.of()));
        HeldDocument held = new HeldDocument(document, document, revision, false, List.of());
        try {
            Files.createDirectories(copy);
            try (Directory directory = FSDirectory.open(copy);
                    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
                for (int place = 0; place < passages.size(); place++) {
                    var entry = new DocumentContent.Entry(passages.get(place), "", "");
                    var fields = PassageFields.of(
                            held,
                            entry,
                            place,
                            analysis.of(document, entry),
                            ScoringProfile.of(passages.get(place).language()));
                    fields.removeFields(PassageFields.STORED);
                    fields.add(new StoredField(PassageFields.STORED, stored(passages.get(place))));
                    writer.addDocument(fields);
                }
                writer.setLiveCommitData(
                        Map.of(PassageIndex.VERSION, "1", PassageIndex.GLOSSARY, GlossaryForm.of(glossary))
                                .entrySet());
                writer.commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BytesRef stored(Passage passage) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (String text : List.of(
                    passage.documentId(),
                    passage.id(),
                    passage.language(),
                    passage.heading(),
                    passage.text(),
                    passage.status(),
                    "")) {
                text(out, text);
            }
            optional(out, passage.article());
            optional(out, passage.label());
            Validity holds = passage.holds();
            optional(out, holds.from().map(LocalDate::toString));
            optional(out, holds.to().map(LocalDate::toString));
        }
        return new BytesRef(bytes.toByteArray());
    }

    private static void optional(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(out, text.get());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
