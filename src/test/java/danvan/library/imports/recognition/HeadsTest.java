package danvan.library.imports.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.imports.document.Block;
import danvan.library.imports.document.DocumentMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How the administration, the Party, the Front and the portals set the heads of their documents, each a few lines in
 * heads.txt: what must be read after "&gt;", everything not named there must be empty; then the lines, a table's cells apart
 * by tabs and lines within one by "\n".
 */
class HeadsTest {
    @TestFactory
    Stream<DynamicTest> everyFormIsRead() throws IOException {
        return Arrays.stream(forms().split("(?m)^===== "))
                .filter(form -> !form.isBlank())
                .map(form -> DynamicTest.dynamicTest(form.lines().findFirst().orElseThrow(), () -> read(form)));
    }

    private static String forms() throws IOException {
        try (InputStream in = Objects.requireNonNull(HeadsTest.class.getResourceAsStream("heads.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void read(String form) {
        List<String> lines =
                form.lines().skip(1).filter(line -> !line.isBlank()).toList();
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        DocumentMetadata said = FirstPage.read(lines.stream()
                .filter(line -> !line.startsWith("> "))
                .map(HeadsTest::block)
                .toList());
        assertThat(all(said)).containsExactlyElementsOf(expected);
    }

    private static Block block(String line) {
        return line.contains("\t")
                ? new Block(
                        Block.Kind.ROW,
                        1,
                        Arrays.stream(line.split("\t", -1))
                                .map(cell -> cell.replace("\\n", "\n"))
                                .toList(),
                        0)
                : new Block(Block.Kind.PARAGRAPH, 1, List.of(line), 0);
    }

    private static List<String> all(DocumentMetadata said) {
        List<String> all = new ArrayList<>();
        for (DocumentMetadata.Field field : DocumentMetadata.Field.values()) {
            add(all, field.name(), said.get(field));
        }
        said.replaces().forEach(number -> add(all, "REPLACES", number));
        said.amends().forEach(number -> add(all, "AMENDS", number));
        said.repeals().forEach(repeal -> add(all, "REPEALS", repeal.where() + " | " + repeal.number()));
        said.amendedBy().forEach(number -> add(all, "AMENDED_BY", number));
        add(all, "PART_OF", said.partOf());
        add(all, "CONSOLIDATES", said.consolidates());
        return all;
    }

    private static void add(List<String> all, String name, String value) {
        if (!value.isBlank()) {
            all.add(name + " " + value);
        }
    }
}
