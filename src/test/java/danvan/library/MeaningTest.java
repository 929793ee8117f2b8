package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.library.embedding.Embedder;
import danvan.library.embedding.EmbeddingModel;
import danvan.library.embedding.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions in other words than the passages': with a sentence-embedding model and without. */
class MeaningTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @TempDir
    static Path models;

    private static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void model() {
        model = SmallModel.in(models.resolve("minilm"));
    }

    private static final Map<String, String> PASSAGES = new LinkedHashMap<>();

    static {
        PASSAGES.put(
                "library",
                "The reading room opens at 7 a.m. and closes at 9 p.m. Children under six come with an adult.");
        PASSAGES.put("dogs", "Owners shall keep canines on a leash in the communal yard and remove their droppings.");
        PASSAGES.put(
                "waste",
                "Household refuse is collected on Tuesdays and Fridays; containers stand at the kerb by dawn.");
        PASSAGES.put("market", "Vendors pay a stall fee of 20,000 dong for each fair, due before goods are laid out.");
        PASSAGES.put(
                "weddings", "Families notify the hamlet head of a marriage feast ten days ahead and end music by ten.");
        PASSAGES.put("funerals", "On a death the hamlet provides the hearse free of charge and fifteen bearers.");
        PASSAGES.put("irrigation", "Sluices are opened for the paddies every fourth day from March to May.");
        PASSAGES.put("scholarship", "Gifted pupils of needy households receive a grant of two million dong each term.");
        PASSAGES.put("militia", "Young men of eighteen register with the commune's military board in April.");
        PASSAGES.put(
                "clinic", "The health station vaccinates infants on the 25th of each month, without an appointment.");
        PASSAGES.put("loans", "The women's union lends members up to fifty million dong at a low interest rate.");
        PASSAGES.put("roads", "Lorries above five tons may not use the dyke road in the rainy season.");
        PASSAGES.put(
                "elders", "Those who turn ninety are presented with silk and an envelope on the first of October.");
        PASSAGES.put("fire", "Straw may not be burned within two hundred metres of the power line.");
    }

    /** Everyday questions, and the passage that answers each. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "When does the garbage truck come?", "waste",
            "Can my puppy run around loose outside?", "dogs",
            "Where can my baby get its shots?", "clinic",
            "Is there money for bright kids whose parents are poor?", "scholarship",
            "Are heavy trucks allowed on the embankment when it rains?", "roads",
            "Who carries the coffin when grandpa passes away?", "funerals",
            "What does grandma get for her ninetieth birthday?", "elders",
            "How can I borrow cash cheaply?", "loans");

    private static Passage passage(String id, String text) {
        return new Passage(id, "p", "en", "", text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
    }

    private Library open(Optional<Path> embeddings) throws IOException {
        return open(embeddings, PASSAGES.size());
    }

    private Library open(Optional<Path> embeddings, int held) throws IOException {
        Files.createDirectories(folder.resolve("base/documents"));
        Library library = Library.open(
                folder.resolve("base"),
                folder.resolve("index"),
                embeddings.map(any -> EmbeddingModel.in(any).load()),
                problem -> {});
        if (library.documents().isEmpty()) {
            library.batch(() -> PASSAGES.entrySet().stream()
                    .limit(held)
                    .forEach(entry ->
                            library.put(document(entry.getKey()), List.of(passage(entry.getKey(), entry.getValue())))));
        }
        return library;
    }

    private static Document document(String id) {
        return new Document(
                id,
                "en",
                Optional.empty(),
                "Rules",
                "Rules of the commune",
                "Rules of the commune",
                "Commune",
                Optional.empty(),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(),
                Path.of("made"));
    }

    private static long right(Library library) {
        return QUESTIONS.entrySet().stream()
                .filter(asked -> shown(library, asked.getKey()).equals(asked.getValue()))
                .count();
    }

    private static String shown(Library library, String question) {
        Finding finding = library.find(new Question(question, "en", DAY));
        if (finding instanceof Finding.Found found) {
            return found.best().passage().documentId();
        }
        return finding instanceof Finding.Likely likely
                ? likely.best().passage().documentId()
                : "nothing";
    }

    private static void vectors(Library library) {
        library.awaitVectors();
        assertThat(library.passagesWithoutVectors()).hasValue(0);
    }

    @Test
    void whatIsAskedInOtherWordsIsFoundByWhatItMeans() throws IOException {
        long without;
        try (Library library = open(Optional.empty())) {
            without = right(library);
        }
        try (Library library = open(Optional.of(model))) {
            vectors(library);
            assertThat(right(library)).isGreaterThanOrEqualTo(without + 3);
            assertThat(shown(library, "Who won the football world cup in 1998?"))
                    .isEqualTo("nothing");
        }
    }

    /** Where words have found all that is near already, meaning has nothing to add. */
    @Test
    void whatIsFoundByWordsIsNotSoughtAgain() throws IOException {
        try (Library library = open(Optional.of(model), 9)) {
            vectors(library);
            assertThat(shown(library, "commune rules: refuse is collected on which day?"))
                    .isEqualTo("waste");
        }
    }

    /** Nobody is told for certain what only a model holds to be like the question. */
    @Test
    void meaningAloneIsNeverSure() throws IOException {
        try (Library library = open(Optional.of(model))) {
            vectors(library);
            assertThat(library.find(new Question("Where can my baby get its shots?", "en", DAY)))
                    .isInstanceOf(Finding.Likely.class);
        }
    }

    @Test
    void vectorsAreKeptAndFollowChanges() throws IOException {
        try (Library library = open(Optional.of(model))) {
            vectors(library);
        }
        try (Library library = open(Optional.of(model))) {
            assertThat(library.passagesWithoutVectors()).hasValue(0);
            library.put(
                    document("waste"), List.of(passage("waste", "A physician examines the aged at home on Mondays.")));
            vectors(library);
            assertThat(shown(library, "Does a doctor visit old people where they live?"))
                    .isEqualTo("waste");
            assertThat(library.passages("waste", "en")).hasSize(1);
        }
    }

    @Test
    void anotherModelMakesItsOwnVectorsWhileTheOldAreLeftAlone() throws IOException {
        try (Library library = open(Optional.of(model))) {
            vectors(library);
        }
        Path other = SmallModel.in(folder.resolve("other"));
        Files.writeString(other.resolve("embeddings.properties"), "query-prefix=question: \nmax-tokens=64\n");
        try (Embedder first = EmbeddingModel.in(model).load();
                Embedder second = EmbeddingModel.in(other).load()) {
            assertThat(first.name()).isNotEqualTo(second.name());
        }
        try (Library library = open(Optional.of(other))) {
            vectors(library);
            assertThat(shown(library, "Where can my baby get its shots?")).isEqualTo("clinic");
        }
    }
}
