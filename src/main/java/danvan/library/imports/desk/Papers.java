package danvan.library.imports.desk;

import danvan.chat.Address;
import danvan.library.Document;
import danvan.library.imports.ImportedDocument;
import danvan.library.imports.Imports;
import danvan.library.imports.document.DocumentMetadata;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imported rows as the office sees them. */
final class Papers {
    static final List<DocumentMetadata.Field> FIELDS = List.of(DocumentMetadata.Field.values());
    private static final List<String> NAMES =
            List.of("number", "kind", "issuer", "place", "issued", "subject", "post", "inForce");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");

    private final Imports imports;
    private final Supplier<List<Document>> held;
    private final Function<Document, String> opening;

    Papers(Imports imports, Supplier<List<Document>> held, Function<Document, String> opening) {
        this.imports = imports;
        this.held = held;
        this.opening = opening;
    }

    Documents.Paper paper(ImportedDocument imported) {
        return paper(imported, imports.passages(imported.id()), imports.opening(imported.id()));
    }

    /** For a list: without what is only seen on a card. */
    Documents.Paper listed(ImportedDocument imported) {
        return paper(imported, 0, "");
    }

    Documents.Paper paper(ImportedDocument imported, int passages, String opening) {
        DocumentMetadata said = imported.metadata();
        return new Documents.Paper(
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
                from(imported),
                imported.inboxFile());
    }

    static Optional<Address> from(ImportedDocument imported) {
        return imported.to().map(to -> new Address(to.channel(), to.chat()));
    }

    private static List<Documents.Field> fields(DocumentMetadata said) {
        List<Documents.Field> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            DocumentMetadata.Field field = FIELDS.get(i);
            String value = said.get(field);
            fields.add(new Documents.Field(
                    NAMES.get(i), isDay(i) ? shown(value) : value, said.words(field), said.isSure(field)));
        }
        return fields;
    }

    private static List<Documents.Effect> effects(DocumentMetadata said) {
        List<Documents.Effect> effects = new ArrayList<>();
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

    private static void add(List<Documents.Effect> effects, String name, List<String> what) {
        if (!what.isEmpty()) {
            effects.add(new Documents.Effect(name, String.join("; ", what)));
        }
    }

    /** What would be replaced: the version of the same identity, else what seems to be the same under another name. */
    private Optional<Documents.Rival> rival(ImportedDocument imported) {
        Optional<ImportedDocument> before = imports.before(imported);
        if (before.isPresent()) {
            DocumentMetadata said = before.get().metadata();
            return Optional.of(new Documents.Rival(
                    said.title(),
                    true,
                    fields(said),
                    imports.opening(before.get().id())));
        }
        return imports.twin(imported, held.get())
                .map(document -> new Documents.Rival(
                        (document.number().orElse("") + " – " + document.shortName()).replaceFirst("^ – ", ""),
                        false,
                        List.of(
                                new Documents.Field("number", document.number().orElse(""), "", true),
                                new Documents.Field("kind", document.kind(), "", true),
                                new Documents.Field("issuer", document.issuer(), "", true),
                                new Documents.Field(
                                        "issued",
                                        document.issued()
                                                .map(day -> shown(day.toString()))
                                                .orElse(""),
                                        "",
                                        true),
                                new Documents.Field("subject", document.title(), "", true)),
                        opening.apply(document)));
    }

    static boolean isDay(int field) {
        return FIELDS.get(field) == DocumentMetadata.Field.ISSUED
                || FIELDS.get(field) == DocumentMetadata.Field.IN_FORCE;
    }

    /** A value as it is kept; empty where it is no day and should be one. */
    static String written(int field, String value) {
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
