package danvan;

import danvan.chat.Address;
import danvan.library.Document;
import danvan.library.imports.DocumentMetadata;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.office.Documents;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The library's imports as the office's desk asks for them. */
final class LibraryDocuments implements Documents {
    /** Excel is left to forms and programmes, which are sent the same way. */
    private static final Set<String> KINDS = Set.of("pdf", "docx", "docm", "doc", "odt", "html", "htm", "txt", "md");

    private static final List<DocumentMetadata.Field> FIELDS = List.of(DocumentMetadata.Field.values());
    private static final List<String> NAMES =
            List.of("number", "kind", "issuer", "place", "issued", "subject", "post", "inForce");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");

    private final Imports imports;
    private final Supplier<List<Document>> held;

    /** @param held what the library holds */
    LibraryDocuments(Imports imports, Supplier<List<Document>> held) {
        this.imports = imports;
        this.held = held;
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
    public List<Paper> unread() {
        return imports.unread().stream().map(this::paper).toList();
    }

    @Override
    public void read(Paper paper, BiConsumer<Tx, Paper> told) {
        imports.find(paper.id())
                .ifPresent(unread ->
                        imports.read(unread, (tx, read, passages) -> told.accept(tx, paper(read, passages))));
    }

    @Override
    public List<Paper> waiting() {
        return imports.waiting().stream().map(this::paper).toList();
    }

    @Override
    public Optional<Paper> waiting(long id) {
        return imports.find(id)
                .filter(imported -> imported.state() == ImportedDocument.State.WAITING)
                .map(this::paper);
    }

    @Override
    public void correct(Tx tx, long id, int field, String value) {
        imports.find(id)
                .ifPresent(imported ->
                        imports.correct(tx, id, imported.metadata().with(FIELDS.get(field), written(field, value))));
    }

    @Override
    public boolean fits(int field, String value) {
        return field >= 0
                && field < FIELDS.size()
                && (!isDay(field) || !written(field, value).isEmpty());
    }

    @Override
    public boolean confirm(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.confirm(tx, imported))
                .isPresent();
    }

    @Override
    public boolean replace(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.twin(imported, held.get())
                        .filter(twin -> imports.confirmAs(tx, imported, twin))
                        .isPresent())
                .isPresent();
    }

    @Override
    public boolean drop(Tx tx, long id) {
        return imports.find(id).filter(imported -> imports.drop(tx, imported)).isPresent();
    }

    Paper paper(ImportedDocument imported) {
        return paper(imported, imports.passages(imported.id()));
    }

    private Paper paper(ImportedDocument imported, int passages) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = imported.metadata().get(FIELDS.get(i));
            fields.add(new Field(NAMES.get(i), isDay(i) ? shown(value) : value));
        }
        return new Paper(
                imported.id(),
                imported.fileName(),
                passages,
                imported.recognised(),
                imports.hasLive(imported),
                twin(imported),
                imported.failure().map(Enum::name),
                fields,
                imported.to().map(to -> new Address(to.channel(), to.chat())));
    }

    private Optional<String> twin(ImportedDocument imported) {
        // A version of what the office chose to keep beside it is no new question.
        return Optional.of(imported)
                .filter(one -> !imports.hasLive(one))
                .flatMap(one -> imports.twin(one, held.get()))
                .map(document -> document.number().orElse("") + " – " + document.shortName());
    }

    private static boolean isDay(int field) {
        return FIELDS.get(field) == DocumentMetadata.Field.ISSUED
                || FIELDS.get(field) == DocumentMetadata.Field.IN_FORCE;
    }

    private static String written(int field, String value) {
        if (!isDay(field)) {
            return value.strip();
        }
        Matcher day = DAY.matcher(value.strip());
        try {
            return day.matches()
                    ? LocalDate.of(
                                    Integer.parseInt(day.group(3)),
                                    Integer.parseInt(day.group(2)),
                                    Integer.parseInt(day.group(1)))
                            .toString()
                    : "";
        } catch (DateTimeException e) {
            return "";
        }
    }

    private static String shown(String iso) {
        if (iso.isBlank()) {
            return "";
        }
        LocalDate day = LocalDate.parse(iso);
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }
}
