package danvan;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.glossary.ServedGlossary;
import danvan.knowledge.Knowledge;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.Passage;
import danvan.library.imports.Imports;
import danvan.library.imports.desk.DocumentDesk;
import danvan.library.imports.desk.DocumentReader;
import danvan.library.imports.desk.InboxFolder;
import danvan.library.imports.desk.Librarian;
import danvan.library.imports.desk.LibraryDocuments;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.shelving.OpenLibrary;
import danvan.library.imports.shelving.Shelving;
import danvan.organization.chat.People;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.text.Texts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The documents, from the file that is sent in or laid in a folder to the shelf that questions are answered from. */
final class DocumentWiring implements AutoCloseable {
    /** A question that comes with the start waits so long for what was imported meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Organization organization;
    private final Reading reading = Reading.usual();
    private final Supplier<Library> library;
    private final Imports imports;
    private final LibraryDocuments documents;
    private final DocumentDesk desk;
    private final Librarian librarian;

    /**
     * The documents.
     *
     * @param spoken the texts in the language that is spoken at an address
     */
    DocumentWiring(
            Core core,
            Knowledge knowledge,
            ServedGlossary glossary,
            People people,
            Organization organization,
            Function<Address, Texts.Phrases> spoken) {
        this.organization = organization;
        CompletableFuture<Shelving> shelving = knowledge.library().thenApply(books -> stocked(core, glossary, books));
        this.library = new OpenLibrary(knowledge.library(), shelving, PATIENCE);
        this.imports = new Imports(core.database, core.files, reading, core.clock);
        this.documents = new LibraryDocuments(
                imports, () -> library.get().documents(), document -> opening(library.get(), document));
        DocumentReader reader = new DocumentReader(
                documents,
                core.database,
                core.outbox,
                spoken,
                this::office,
                core.config.library().inboxFolder().map(folder -> new InboxFolder(folder, imports, core.database)),
                System::nanoTime);
        this.desk = new DocumentDesk(documents, core.downloads, people::note);
        this.librarian = new Librarian(
                shelving,
                knowledge.library(),
                glossary,
                reader,
                () -> imports.unread().isEmpty() && imports.untold().isEmpty());
    }

    private static Shelving stocked(Core core, ServedGlossary glossary, Library books) {
        glossary.step(books);
        Shelving shelving = new Shelving(core.database, books);
        shelving.step();
        return shelving;
    }

    private static String opening(Library library, Document document) {
        return library.passages(document.id(), document.language()).stream()
                .limit(2)
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    /** Whoever of the office can be reached may confirm what came by the folder. */
    private List<Address> office() {
        return organization.reachable(EnumSet.of(Role.OFFICE, Role.ADMINISTRATOR), Optional.empty()).stream()
                .map(Member::address)
                .toList();
    }

    /** The library, as soon as it may be asked. */
    Supplier<Library> library() {
        return library;
    }

    Imports imports() {
        return imports;
    }

    DocumentDesk desk() {
        return desk;
    }

    void start() {
        librarian.start();
    }

    boolean idle() {
        return librarian.idle();
    }

    @Override
    public void close() {
        librarian.close();
        reading.close();
    }
}
