package danvan.library.imports;

import danvan.chat.Address;
import danvan.library.Document;
import danvan.storage.StoredFile;
import danvan.storage.Tx;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The library's imports as the office's desk asks for them. */
public final class LibraryDocuments implements Documents {
    /** Excel is left to forms and programmes, which are sent the same way. */
    private static final Set<String> KINDS = Set.of("pdf", "docx", "docm", "doc", "odt", "html", "htm", "txt", "md");

    private static final List<DocumentMetadata.Field> FIELDS = List.of(DocumentMetadata.Field.values());
    private static final List<String> NAMES =
            List.of("number", "kind", "issuer", "place", "issued", "subject", "post", "inForce");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");

    private final Imports imports;
    private final Supplier<List<Document>> held;
    private final Function<Document, String> opening;

    /**
     * The port.
     *
     * @param held what the library holds
     * @param opening the first words of a document that is held
     */
    public LibraryDocuments(Imports imports, Supplier<List<Document>> held, Function<Document, String> opening) {
        this.imports = imports;
        this.held = held;
        this.opening = opening;
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
        return imports.unread().stream().map(this::listed).toList();
    }

    @Override
    public void read(Paper paper, BiConsumer<Tx, Paper> told) {
        imports.find(paper.id())
                .ifPresent(unread ->
                        imports.read(unread, (tx, read, passages) -> told.accept(tx, paper(read, passages, ""))));
    }

    @Override
    public List<Paper> untold() {
        return imports.untold().stream().map(this::paper).toList();
    }

    @Override
    public void told(Tx tx, Paper paper) {
        imports.told(tx, paper.id());
    }

    @Override
    public List<Paper> waiting() {
        return imports.waiting().stream()
                .map(this::listed)
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
                .map(this::listed)
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
                .map(this::paper);
    }

    @Override
    public List<Paper> held() {
        return imports.held().stream().map(this::listed).toList();
    }

    @Override
    public Optional<Paper> held(long id) {
        return imports.find(id)
                .filter(imported -> imported.state() == ImportedDocument.State.LIVE
                        || imported.state() == ImportedDocument.State.WITHDRAWN)
                .map(this::paper);
    }

    @Override
    public boolean correct(Tx tx, long id, int field, String value) {
        return imports.find(id)
                .filter(imported -> {
                    DocumentMetadata corrected =
                            imported.metadata().with(FIELDS.get(field), value.isBlank() ? "" : written(field, value));
                    return imported.state() == ImportedDocument.State.LIVE
                            ? imports.correctLive(tx, id, corrected)
                            : imports.correct(tx, id, corrected);
                })
                .isPresent();
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
                .filter(imported -> imports.before(imported).isPresent()
                        ? imports.replace(tx, imported)
                        : imports.twin(imported, held.get())
                                .filter(twin -> imports.confirmAs(tx, imported, twin))
                                .isPresent())
                .isPresent();
    }

    @Override
    public boolean confirmBeside(Tx tx, long id) {
        return imports.find(id)
                .filter(imported -> imports.before(imported).isPresent()
                        ? imports.confirmBeside(tx, imported)
                        : imports.confirm(tx, imported))
                .isPresent();
    }

    @Override
    public boolean drop(Tx tx, long id) {
        return imports.find(id).filter(imported -> imports.drop(tx, imported)).isPresent();
    }

    @Override
    public boolean withdraw(Tx tx, long id) {
        return imports.withdraw(tx, id);
    }

    @Override
    public boolean isSucceeded(long id) {
        return imports.find(id).flatMap(imports::before).isPresent();
    }

    @Override
    public boolean bringBack(Tx tx, long id) {
        return imports.bringBack(tx, id);
    }

    public Paper paper(ImportedDocument imported) {
        return paper(imported, imports.passages(imported.id()), imports.opening(imported.id()));
    }

    /** For a list: without what is only seen on a card. */
    private Paper listed(ImportedDocument imported) {
        return paper(imported, 0, "");
    }

    private Paper paper(ImportedDocument imported, int passages, String opening) {
        DocumentMetadata said = imported.metadata();
        return new Paper(
                imported.id(),
                imported.fileName(),
                imported.state() == ImportedDocument.State.WITHDRAWN,
                passages,
                imported.recognised(),
                imported.state() == ImportedDocument.State.WAITING ? rival(imported) : Optional.empty(),
                imported.failure().map(Enum::name),
                fields(said),
                effects(said),
                opening,
                said.leftOut().keySet().stream().map(Enum::name).toList(),
                imported.to().map(to -> new Address(to.channel(), to.chat())));
    }

    private static List<Field> fields(DocumentMetadata said) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            DocumentMetadata.Field field = FIELDS.get(i);
            String value = said.get(field);
            fields.add(new Field(NAMES.get(i), isDay(i) ? shown(value) : value, said.words(field), said.isSure(field)));
        }
        return fields;
    }

    private static List<Effect> effects(DocumentMetadata said) {
        List<Effect> effects = new ArrayList<>();
        add(effects, "replaces", said.replaces());
        add(effects, "amends", said.amends());
        add(
                effects,
                "repeals",
                said.repeals().stream()
                        .map(repeal -> repeal.where() + " – " + repeal.number())
                        .toList());
        add(effects, "amendedBy", said.amendedBy());
        add(effects, "partOf", said.partOf().isBlank() ? List.of() : List.of(said.partOf()));
        add(effects, "consolidates", said.consolidates().isBlank() ? List.of() : List.of(said.consolidates()));
        return effects;
    }

    private static void add(List<Effect> effects, String name, List<String> what) {
        if (!what.isEmpty()) {
            effects.add(new Effect(name, String.join("; ", what)));
        }
    }

    /** What would be replaced: the version of the same identity, else what seems to be the same under another name. */
    private Optional<Rival> rival(ImportedDocument imported) {
        Optional<ImportedDocument> before = imports.before(imported);
        if (before.isPresent()) {
            DocumentMetadata said = before.get().metadata();
            return Optional.of(new Rival(
                    said.title(),
                    true,
                    fields(said),
                    imports.opening(before.get().id())));
        }
        return imports.twin(imported, held.get())
                .map(document -> new Rival(
                        (document.number().orElse("") + " – " + document.shortName()).replaceFirst("^ – ", ""),
                        false,
                        List.of(
                                new Field("number", document.number().orElse(""), "", true),
                                new Field("kind", document.kind(), "", true),
                                new Field("issuer", document.issuer(), "", true),
                                new Field(
                                        "issued",
                                        document.issued()
                                                .map(day -> shown(day.toString()))
                                                .orElse(""),
                                        "",
                                        true),
                                new Field("subject", document.title(), "", true)),
                        opening.apply(document)));
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
