package danvan.glossary;

import danvan.library.Glossary;
import danvan.library.Library;
import danvan.library.LibrarySource;
import danvan.storage.Database;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The glossary in force: the knowledge base's file, and over it what the office put live by chat. Each step takes up what
 * either has become, here or by another process, and has the library read by it.
 */
public final class ServedGlossary implements Supplier<Book>, LibrarySource {
    private static final Logger LOG = LoggerFactory.getLogger(ServedGlossary.class);

    private record Look(long bytes, FileTime changed) {}

    private final Path file;
    private final Changed changed;
    private final Texts.Phrases words;
    private volatile Book book;
    private Optional<Look> taken;
    private Optional<Look> seen;
    private boolean fresh;
    private volatile long live = -1;
    private Optional<Glossary> own = Optional.empty();

    public ServedGlossary(Path file, Database database, Texts texts) {
        this.file = file;
        this.changed = new Changed(database);
        this.words = texts.in(Language.EN);
        this.taken = look();
        this.seen = taken;
        // As at any start: what can be read is served. The library has told what cannot.
        this.book = taken.flatMap(any -> read()).map(Written::book).orElse(Book.EMPTY);
    }

    /** The file's, without what the office put live. */
    @Override
    public Book get() {
        return book;
    }

    /** Whether all that was put live is searched by. */
    @Override
    public boolean inStep() {
        return live == changed.count();
    }

    /** Takes up what has changed. */
    @Override
    public synchronized void step(Library library) {
        if (own.isEmpty()) {
            own = Optional.of(library.ownGlossary());
        }
        watch();
        long now = changed.count();
        if (now != live || fresh) {
            List<Book.Change> standing = changed.standing();
            // A library that was left on disk reads by what was in force then.
            library.setGlossary(fresh || !standing.isEmpty() ? glossary(book.with(standing)) : own.orElseThrow());
            fresh = false;
            live = now;
        }
    }

    /** Leaves the library as it was before. */
    @Override
    public synchronized void clear(Library library) {
        own.ifPresent(library::setGlossary);
    }

    /** A file is taken when it has not changed between two looks: it may still be being written. */
    private void watch() {
        Optional<Look> now = look();
        if (!now.equals(taken) && now.equals(seen)) {
            taken = now;
            take();
        }
        seen = now;
    }

    private void take() {
        Optional<Written> written = read();
        if (written.isPresent() && written.get().problems().isEmpty()) {
            book = written.get().book();
            fresh = true;
            LOG.info(
                    "{} was changed and is now in use: {} entries",
                    file,
                    book.entries().size());
        } else {
            LOG.warn(
                    "{} was changed and cannot be used; the current glossary stays in use: {}",
                    file,
                    written.map(any -> any.problems().get(0).in(words)).orElse("it cannot be read"));
        }
    }

    private Optional<Look> look() {
        try {
            return Files.exists(file)
                    ? Optional.of(new Look(Files.size(file), Files.getLastModifiedTime(file)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Written> read() {
        try {
            return Optional.of(GlossaryFile.read(Files.readString(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As the library reads the file itself. */
    static Glossary glossary(Book book) {
        return new Glossary(
                book.all(Entry.Abbreviation.class).stream()
                        .map(ServedGlossary::abbreviation)
                        .toList(),
                book.all(Entry.Synonyms.class).stream()
                        .map(Entry.Synonyms::words)
                        .toList(),
                book.all(Entry.Term.class).stream()
                        .map(term -> new Glossary.Translation(List.of(term.name()), term.turkish(), term.english()))
                        .toList());
    }

    private static Glossary.Abbreviation abbreviation(Entry.Abbreviation entry) {
        List<String> shortForms = new ArrayList<>(List.of(entry.name()));
        shortForms.addAll(entry.variants());
        return new Glossary.Abbreviation(
                shortForms,
                entry.meanings().stream()
                        .map(meaning -> new Glossary.FullForm(meaning.full(), meaning.when()))
                        .toList());
    }
}
