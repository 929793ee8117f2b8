package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.library.Document;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.library.imports.document.DocumentMetadata;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The library's imports as the office's desk asks for them. */
public final class LibraryDocuments implements Documents {
    /** Excel is left to forms and programmes, which are sent the same way. */
    private static final Set<String> KINDS =
            Set.of("pdf", "docx", "docm", "doc", "rtf", "odt", "html", "htm", "mht", "mhtml", "txt", "md");

    private final Imports imports;
    private final Supplier<List<Document>> held;
    private final Papers papers;

    /**
     * The port.
     *
     * @param held what the library holds
     * @param opening the first words of a document that is held
     */
    public LibraryDocuments(Imports imports, Supplier<List<Document>> held, Function<Document, String> opening) {
        this.imports = imports;
        this.held = held;
        this.papers = new Papers(imports, held, opening);
    }

    @Override
    public boolean takes(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return KINDS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean has(StoredFile file) {
        return imports.withContent(file.sha256()).isPresent();
    }

    @Override
    public void take(Tx tx, StoredFile file, String name, long member, Address from) {
        imports.take(tx, file, name, member, new ImportedDocument.Sender(from.channel(), from.chat()));
    }

    @Override
    public Optional<String> obstacle() {
        return imports.obstacle();
    }

    @Override
    public List<Paper> unread() {
        return imports.unread().stream().map(papers::listed).toList();
    }

    @Override
    public void read(Paper paper, BiConsumer<Tx, Paper> told) {
        imports.find(paper.id())
                .ifPresent(unread -> imports.read(
                        unread, (tx, read, passages) -> told.accept(tx, papers.paper(read, passages, ""))));
    }

    @Override
    public int toRead() {
        return imports.unread().size();
    }

    @Override
    public int pending(Optional<Address> from) {
        return (int) Stream.concat(imports.unread().stream(), imports.untold().stream())
                .filter(imported -> Papers.from(imported).equals(from))
                .count();
    }

    @Override
    public Map<Optional<Address>, Integer> untold() {
        Map<Optional<Address>, Integer> untold = new LinkedHashMap<>();
        imports.untold().forEach(imported -> untold.merge(Papers.from(imported), 1, Integer::sum));
        return untold;
    }

    @Override
    public List<Paper> untold(Optional<Address> from) {
        return imports.untold().stream()
                .filter(imported -> Papers.from(imported).equals(from))
                .map(papers::paper)
                .toList();
    }

    @Override
    public boolean told(Tx tx, Paper paper) {
        return imports.told(tx, paper.id());
    }

    @Override
    public List<Paper> waiting() {
        return imports.waiting().stream()
                .map(papers::listed)
                .sorted(Comparator.comparing(Paper::isSure))
                .toList();
    }

    @Override
    public List<Paper> sure() {
        Map<List<String>, Long> versions = imports.waiting().stream()
                .collect(Collectors.groupingBy(LibraryDocuments::place, Collectors.counting()));
        // Of two versions of one document somebody has to say which of them it is.
        return imports.waiting().stream()
                .filter(imported -> versions.getOrDefault(place(imported), 0L) == 1)
                .map(papers::listed)
                .filter(Paper::isSure)
                .toList();
    }

    private static List<String> place(ImportedDocument imported) {
        return List.of(imported.document(), imported.language());
    }

    @Override
    public Optional<ImportedDocument.State> state(long id) {
        return imports.find(id).map(ImportedDocument::state);
    }

    @Override
    public Optional<Paper> waiting(long id) {
        return imports.find(id)
                .filter(imported -> imported.state() == ImportedDocument.State.WAITING)
                .map(papers::paper);
    }

    @Override
    public List<Paper> held() {
        return imports.held().stream().map(papers::listed).toList();
    }

    @Override
    public Optional<Paper> held(long id) {
        return imports.find(id)
                .filter(imported -> imported.state() == ImportedDocument.State.LIVE
                        || imported.state() == ImportedDocument.State.WITHDRAWN)
                .map(papers::paper);
    }

    @Override
    public boolean correct(Tx tx, long id, int field, String value) {
        return imports.find(id)
                .filter(imported -> {
                    DocumentMetadata corrected = imported.metadata()
                            .with(Papers.FIELDS.get(field), value.isBlank() ? "" : Papers.written(field, value));
                    return imported.state() == ImportedDocument.State.LIVE
                            ? imports.decisions().correctLive(tx, id, corrected)
                            : imports.decisions().correct(tx, id, corrected);
                })
                .isPresent();
    }

    @Override
    public boolean fits(int field, String value) {
        return field >= 0
                && field < Papers.FIELDS.size()
                && (!Papers.isDay(field) || !Papers.written(field, value).isEmpty());
    }

    @Override
    public boolean confirm(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.decisions().confirm(tx, imported))
                .isPresent();
    }

    @Override
    public boolean replace(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.before(imported).isPresent()
                        ? imports.decisions().replace(tx, imported)
                        : imports.twin(imported, held.get())
                                .filter(twin -> imports.decisions().confirmAs(tx, imported, twin))
                                .isPresent())
                .isPresent();
    }

    @Override
    public boolean confirmBeside(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.before(imported).isPresent()
                        ? imports.decisions().confirmBeside(tx, imported)
                        : imports.decisions().confirm(tx, imported))
                .isPresent();
    }

    @Override
    public boolean drop(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.decisions().drop(tx, imported))
                .isPresent();
    }

    @Override
    public boolean withdraw(Tx tx, long id) {
        return imports.decisions().withdraw(tx, id);
    }

    @Override
    public boolean isSucceeded(long id) {
        return imports.find(id).flatMap(imports::before).isPresent();
    }

    @Override
    public boolean bringBack(Tx tx, long id) {
        return imports.decisions().bringBack(tx, id);
    }

    /** One with all that its card shows. */
    public Paper paper(ImportedDocument imported) {
        return papers.paper(imported);
    }
}
