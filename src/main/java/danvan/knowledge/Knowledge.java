package danvan.knowledge;

import danvan.form.Forms;
import danvan.form.LazyFuture;
import danvan.library.Library;
import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingException;
import danvan.library.embedding.EmbeddingModel;
import danvan.organization.Unit;
import danvan.organization.UnitsFile;
import danvan.task.programme.Programmes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What the knowledge base holds, read once, each part beside the others. What cannot be read is reported in one line each,
 * and the rest is served.
 *
 * @param library the documents
 * @param glossary the file that the documents are searched by
 * @param forms the report forms, read when they are first asked for
 */
public record Knowledge(
        CompletableFuture<Library> library,
        Path glossary,
        LazyFuture<Forms> forms,
        Programmes programmes,
        List<Unit> units) {
    public Knowledge {
        units = List.copyOf(units);
    }

    /**
     * Reads a knowledge base. Units and programmes are there when this returns; documents follow.
     *
     * @param problems told of each thing that could not be read, in one line with its place and its fix; from several
     *     threads
     */
    public static Knowledge read(Path folder, Consumer<String> problems) {
        return read(
                folder,
                problems,
                CompletableFuture.supplyAsync(
                        () -> Library.open(folder, problem -> problems.accept(problem.toString()))));
    }

    /**
     * As {@link #read(Path, Consumer)}, with a search index that is kept from one start to the next.
     *
     * @param index its folder; made where it is missing
     * @param embeddings the folder of a sentence-embedding model; empty for words alone
     */
    public static Knowledge read(Path folder, Path index, Optional<Path> embeddings, Consumer<String> problems) {
        return read(
                folder,
                problems,
                CompletableFuture.supplyAsync(() -> Library.open(
                        folder,
                        index,
                        embeddings.flatMap(model -> embedder(model, problems)),
                        problem -> problems.accept(problem.toString()))));
    }

    /** Without it the bot answers as it would have without the setting. */
    private static Optional<Embedder> embedder(Path folder, Consumer<String> problems) {
        try {
            return Optional.of(EmbeddingModel.in(folder).load());
        } catch (EmbeddingException e) {
            problems.accept("search.embeddings: " + e.getMessage() + "; questions are answered by words alone");
            return Optional.empty();
        }
    }

    private static Knowledge read(Path folder, Consumer<String> problems, CompletableFuture<Library> library) {
        LazyFuture<Forms> forms = new LazyFuture<>(() -> forms(folder.resolve("forms"), problems));
        Programmes programmes = Programmes.in(folder.resolve("programmes"));
        programmes.problems().forEach(problem -> problems.accept(problem.toString()));
        return new Knowledge(library, folder.resolve("glossary.yml"), forms, programmes, units(folder, problems));
    }

    private static Forms forms(Path folder, Consumer<String> problems) {
        return Forms.load(folder, problem -> problems.accept(problem.toString()));
    }

    private static List<Unit> units(Path folder, Consumer<String> problems) {
        Path file = folder.resolve("units.yml");
        if (!Files.exists(file)) {
            problems.accept("units.yml is missing: members need units; take the one of the starter knowledge base");
            return List.of();
        }
        try {
            return UnitsFile.read(file);
        } catch (IOException e) {
            // A unit is in use by the members and reports that name it: none is taken away by a slip in a file.
            problems.accept(e.getMessage()
                    + ". The whole file is left out until it is mended: units stay as they were at the last start; a new"
                    + " installation has none, and nobody can be invited");
            return List.of();
        }
    }
}
