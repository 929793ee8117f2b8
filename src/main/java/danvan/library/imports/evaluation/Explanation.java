package danvan.library.imports.evaluation;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.Furniture;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.recognition.Recognition;
import danvan.library.imports.structure.Section;
import danvan.library.imports.structure.Structure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the library makes of a file, for an operator who wants to see it: the fields with the words they were read from, the
 * structure, and what is in no passage, with the sum of the letters.
 */
public final class Explanation {
    private static final int SHOWN = 100;

    private final StringBuilder out = new StringBuilder();

    private Explanation() {}

    /**
     * Reads a file and explains it. Nothing is kept.
     *
     * @param name what the file is called
     */
    public static String of(Reading reading, Path file, String name) throws UnreadableFile {
        Extract extract = reading.read(file, name);
        Explanation explanation = new Explanation();
        explanation.explain(extract, Recognition.of(extract, name), name);
        return explanation.out.toString();
    }

    private void explain(Extract extract, DocumentMetadata metadata, String name) {
        Structure structure = Structure.read(extract.blocks(), metadata);
        line("%s: %s%s%s", name, extract.mediaType(), pages(extract), extract.recognised() ? ", read off a scan" : "");
        line("Fields");
        for (DocumentMetadata.Field field : DocumentMetadata.Field.values()) {
            if (!metadata.get(field).isBlank() || !metadata.words(field).isBlank()) {
                line(
                        "  %-9s %s%s%s",
                        field.name().toLowerCase(Locale.ROOT),
                        metadata.get(field),
                        metadata.isSure(field) ? "" : "  (unsure)",
                        metadata.words(field).isBlank() ? "" : "  ← " + shortened(metadata.words(field)));
            }
        }
        metadata.replaces().forEach(number -> line("  replaces  %s", number));
        metadata.amends().forEach(number -> line("  amends    %s", number));
        metadata.amendedBy().forEach(number -> line("  amended by %s", number));
        metadata.repeals().forEach(repeal -> line("  repeals   %s of %s", repeal.where(), repeal.number()));
        if (!metadata.partOf().isBlank()) {
            line("  part of   %s", metadata.partOf());
        }
        if (!metadata.consolidates().isBlank()) {
            line("  consolidates %s", metadata.consolidates());
        }
        line("Passages: letters, place, heading");
        for (Section section : structure.sections()) {
            String place = String.join(", ", section.path());
            line(
                    "  %6d  %s%s",
                    Block.letters(section.text()),
                    place.isEmpty() ? "" : place + (section.page() > 0 ? " (p. " + section.page() + ")" : "") + " | ",
                    shortened(section.heading()));
        }
        line("In no passage: letters, kind, words");
        Map<Furniture, StringBuilder> words = new LinkedHashMap<>();
        structure
                .furniture()
                .forEach(one -> one.furniture()
                        .ifPresent(kind -> words.computeIfAbsent(kind, k -> new StringBuilder())
                                .append(" · ")
                                .append(one.text())));
        Map<Furniture, Long> letters = structure.lettersOfFurniture();
        words.forEach((kind, said) ->
                line("  %6d  %s: %s", letters.getOrDefault(kind, 0L), called(kind), shortened(said.substring(3))));
        for (Extract.LeftOut left : extract.leftOut()) {
            line(
                    "  %6d  %s%s, not counted below: %s",
                    Block.letters(left.text()),
                    called(left.kind()),
                    left.where().isEmpty() ? "" : " in " + left.where(),
                    shortened(left.text()));
        }
        long furniture = letters.values().stream().mapToLong(Long::longValue).sum();
        line(
                "Letters: %d in the text = %d in %d passages + %d in no passage%s",
                extract.letters(),
                structure.lettersOfPassages(),
                structure.sections().size(),
                furniture,
                extract.letters() == structure.lettersOfPassages() + furniture ? "" : "  LETTERS ARE LOST");
    }

    private static String pages(Extract extract) {
        return extract.pages() == 0 ? "" : ", " + extract.pages() + " pages";
    }

    private static String called(Furniture kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shortened(String text) {
        String one = text.replaceAll("\\s+", " ");
        return one.length() <= SHOWN
                ? one
                : one.substring(0, one.offsetByCodePoints(0, SHOWN / 2)) + " … "
                        + one.substring(one.length() - SHOWN / 3);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
