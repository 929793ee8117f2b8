package danvan.library.index;

import danvan.library.Document;
import danvan.library.DocumentContent;
import danvan.library.Glossary;
import danvan.library.Passage;
import danvan.library.Validity;
import danvan.library.query.GlossaryExpander;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An index over a few texts, each a document of its own, read as they are written. */
public final class PlainTexts implements AutoCloseable {
    public final PassageIndex index;
    private int texts;

    public PlainTexts() {
        this(ScoringProfile::of);
    }

    PlainTexts(Function<String, ScoringProfile> profiles) {
        index = PassageIndex.inMemory(
                new GlossaryExpander(new Glossary(List.of(), List.of(), List.of()), List.of()),
                TextAnalysis.PLAIN,
                profiles);
    }

    /** Shown at once. */
    public PlainTexts with(String language, String title, String text) {
        String id = "text-" + texts++;
        Document document = new Document(
                id,
                language,
                Optional.empty(),
                "",
                id,
                id,
                "",
                Optional.empty(),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of(id));
        Passage passage =
                new Passage(id, "p", language, title, text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
        index.put(HeldDocument.of(document, "", true), List.of(new DocumentContent.Entry(passage, "")));
        index.show();
        return this;
    }

    @Override
    public void close() {
        index.close();
    }
}
