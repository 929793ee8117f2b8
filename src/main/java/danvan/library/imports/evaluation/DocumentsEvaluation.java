package danvan.library.imports.evaluation;

import danvan.library.imports.DocumentIdentity;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.DocumentMetadata.Field;
import danvan.library.imports.document.Extract;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.reading.Reading;
import danvan.library.imports.recognition.Recognition;
import danvan.library.imports.structure.Structure;
import danvan.text.Folding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how documents are read, over a folder with {@code files/} and {@code truth.tsv} (see {@link TruthFile}): each field
 * right, wrong or missing, and wrong though it was sure; what is said of other documents; files that would overwrite one
 * another; words that stand in no passage; seconds.
 */
public final class DocumentsEvaluation {
    private static final Map<Field, String> COLUMNS = new EnumMap<>(Map.of(
            Field.NUMBER, "number",
            Field.KIND, "kind",
            Field.ISSUER, "issuer",
            Field.PLACE, "place",
            Field.ISSUED, "issued",
            Field.SUBJECT, "title",
            Field.POST, "post",
            Field.IN_FORCE, "in_force_from"));
    /** Of a title's words, as many must agree. */
    private static final double ALIKE = 0.9;

    private static final double SAME_BODY = 0.6;

    private final PrintStream out;
    private final PrintStream progress;
    private final Map<Field, Tally> fields = new EnumMap<>(Field.class);
    private final Map<String, Pairs> relations = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, DocumentMetadata> held = new HashMap<>();
    private int overwrites;
    private int unreadable;
    private long lost;
    private long leftOut;
    private int read;

    private static final class Tally {
        int right;
        int wrong;
        int missing;
        int wrongThoughSure;
    }

    private static final class Pairs {
        int right;
        int beyond;
        int missing;
    }

    /**
     * An evaluation.
     *
     * @param out for the table
     * @param progress for what is wrong where
     */
    public DocumentsEvaluation(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Reads all files the truth speaks of and prints the table. */
    public void of(Path folder) throws IOException {
        TruthFile truth = TruthFile.read(folder.resolve("truth.tsv"));
        long start = System.nanoTime();
        try (Reading reading = Reading.usual()) {
            for (String name : truth.files()) {
                of(folder.resolve("files").resolve(name), name, truth, reading);
            }
            print((System.nanoTime() - start) / 1e9, reading.processorTime().toMillis() / 1e3);
        }
    }

    private void of(Path file, String name, TruthFile truth, Reading reading) throws IOException {
        try {
            Extract extract = reading.read(file, name);
            DocumentMetadata said = Recognition.of(extract, name);
            judge(truth, name, said);
            identify(file, name, said);
            Structure structure = Structure.read(extract.blocks(), said);
            long furniture = structure.lettersOfFurniture().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            lost += Math.abs(extract.letters() - structure.lettersOfPassages() - furniture);
            leftOut += furniture;
            read++;
        } catch (UnreadableFile e) {
            unreadable++;
            progress.println(name + ": not read: " + e.getMessage());
        }
    }

    private void judge(TruthFile truth, String file, DocumentMetadata said) {
        for (Field field : Field.values()) {
            Optional<String> is = truth.of(file, COLUMNS.getOrDefault(field, ""));
            if (is.isEmpty()) {
                continue;
            }
            Tally tally = fields.computeIfAbsent(field, each -> new Tally());
            String value = said.get(field);
            boolean none = is.get().equals("-");
            if (none ? value.isBlank() : agrees(field, is.get(), value)) {
                tally.right++;
                continue;
            }
            progress.println(file + ": " + COLUMNS.get(field) + " is «" + is.get() + "», read «" + value + "»"
                    + (said.isSure(field) ? " and sure" : ""));
            if (value.isBlank()) {
                tally.missing++;
            } else {
                tally.wrong++;
                tally.wrongThoughSure += said.isSure(field) ? 1 : 0;
            }
        }
        compare(truth, file, "replaces", said.replaces());
        compare(truth, file, "amends", said.amends());
        compare(truth, file, "amended_by", said.amendedBy());
    }

    private void compare(TruthFile truth, String file, String column, List<String> said) {
        if (truth.of(file, column).isEmpty()) {
            return;
        }
        List<String> are = truth.numbers(file, column);
        Pairs pairs = relations.computeIfAbsent(column, each -> new Pairs());
        Set<String> keys = new HashSet<>();
        said.forEach(number -> keys.add(key(number)));
        for (String number : are) {
            if (keys.remove(key(number))) {
                pairs.right++;
            } else {
                pairs.missing++;
                progress.println(file + ": " + column + " lacks " + number);
            }
        }
        if (!truth.isPartOnly(file, column)) {
            pairs.beyond += keys.size();
            keys.forEach(number ->
                    progress.println(file + ": " + column + " holds " + number + ", which the truth does not"));
        }
    }

    private static String key(String number) {
        return Folding.spelling(number).replaceAll("\\s", "");
    }

    private static boolean agrees(Field field, String is, String said) {
        return switch (field) {
            case NUMBER -> key(is).equals(key(said));
            case ISSUER ->
                shared(is, said)
                                >= SAME_BODY
                                        * Math.max(words(is).size(), words(said).size())
                        && shared(is, said)
                                == Math.min(words(is).size(), words(said).size());
            case SUBJECT ->
                2.0 * shared(is, said)
                        >= ALIKE * (words(is).size() + words(said).size());
            default -> Folding.spelling(is).equals(Folding.spelling(said));
        };
    }

    private static int shared(String one, String other) {
        Set<String> shared = words(one);
        shared.retainAll(words(other));
        return shared.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(Folding.spelling(text)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip()
                .split(" ", -1)));
        words.remove("");
        return words;
    }

    private void identify(Path file, String name, DocumentMetadata said) throws IOException {
        String document = DocumentIdentity.of(said, sha256(file), held -> Optional.ofNullable(this.held.get(held)));
        String before = names.putIfAbsent(document, name);
        held.putIfAbsent(document, said);
        if (before != null) {
            overwrites++;
            progress.println(name + " would be taken for a new version of " + before);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void print(double seconds, double processor) {
        out.println("field\tright\twrong\tmissing\twrong though sure");
        fields.forEach((field, tally) -> out.println(COLUMNS.get(field) + "\t" + tally.right + "\t" + tally.wrong + "\t"
                + tally.missing + "\t" + tally.wrongThoughSure));
        out.println();
        out.println("relation\tright\tbeyond the truth\tmissing");
        relations.forEach(
                (name, pairs) -> out.println(name + "\t" + pairs.right + "\t" + pairs.beyond + "\t" + pairs.missing));
        out.println();
        List<String> rest = new ArrayList<>();
        rest.add("files read\t" + read);
        rest.add("files refused\t" + unreadable);
        rest.add("would overwrite another\t" + overwrites);
        rest.add("letters lost\t" + lost);
        rest.add("letters counted as furniture of the pages\t" + leftOut);
        rest.add(String.format(Locale.ROOT, "seconds\t%.1f", seconds));
        rest.add(String.format(Locale.ROOT, "seconds a file\t%.2f", seconds / Math.max(1, read + unreadable)));
        rest.add(String.format(
                Locale.ROOT,
                "processor seconds a file, scans' recognition aside\t%.2f",
                processor / Math.max(1, read + unreadable)));
        rest.forEach(out::println);
    }
}
