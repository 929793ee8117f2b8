package danvan.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two directives with the same articles, by different issuers: in Turkish and English, too, who asks names the document. */
class ContextInOtherLanguagesTest {
    private static LibraryFixture held;

    @BeforeAll
    static void fill() {
        held = LibraryFixture.traps();
        held.library.batch(() -> {
            put(
                    "edirne",
                    "tr",
                    "Yönetmelik",
                    "Edirne Valiliği",
                    "Pazar yerlerinin düzenlenmesi",
                    "Zabıta",
                    "15 gün",
                    "20 gün");
            put(
                    "bolu",
                    "tr",
                    "Yönetmelik",
                    "Bolu Valiliği",
                    "Pazar yerlerinin düzenlenmesi",
                    "Zabıta",
                    "30 gün",
                    "20 gün");
            put(
                    "kent",
                    "en",
                    "Regulation",
                    "Kent County",
                    "Keeping of market places",
                    "The wardens",
                    "15 days",
                    "20 days");
            put(
                    "devon",
                    "en",
                    "Regulation",
                    "Devon County",
                    "Keeping of market places",
                    "The wardens",
                    "30 days",
                    "20 days");
        });
    }

    @AfterAll
    static void close() {
        held.close();
    }

    private static void put(
            String id, String language, String kind, String issuer, String title, String who, String one, String two) {
        Document document = new Document(
                id,
                language,
                Optional.empty(),
                kind,
                title,
                title,
                issuer,
                Optional.of(LocalDate.of(2022, 2, 1)),
                Validity.ALWAYS,
                List.of(),
                List.of(),
                "",
                List.of(id + ".docx"),
                Path.of(id));
        boolean turkish = language.equals("tr");
        held.library.put(
                document,
                List.of(
                        passage(
                                id,
                                language,
                                "a",
                                turkish ? "İzinler" : "Permits",
                                who
                                        + (turkish
                                                ? " izni " + one + " içinde verir ve tezgâhları sayar."
                                                : " issue the permit within " + one + " and count the stalls.")),
                        passage(
                                id,
                                language,
                                "b",
                                turkish ? "Temizlik" : "Cleaning",
                                who
                                        + (turkish
                                                ? " pazarı " + two + " arayla yıkatır."
                                                : " have the place washed every " + two + "."))));
    }

    private static Passage passage(String document, String language, String id, String heading, String text) {
        return new Passage(
                document, id, language, heading, text, Optional.empty(), Optional.empty(), "", Validity.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Edirne pazar yerlerinde zabıta izni kaç günde verir | edirne/a
            Bolu pazar yerlerinde zabıta izni kaç günde verir   | bolu/a
            Kent market places: when is the permit issued       | kent/a
            Devon market places: when is the permit issued      | devon/a
            """)
    void theDocumentsNameHelpsItsPassages(String question, String passage) {
        Finding finding = held.ask(question);
        Hit best = finding instanceof Finding.Likely likely ? likely.best() : ((Finding.Found) finding).best();
        assertThat(best.passage().documentId() + '/' + best.passage().id()).isEqualTo(passage);
    }
}
