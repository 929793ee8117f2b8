package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.text.Folding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in answers is the same in both databases, and in labels. */
class SearchedWordTest {
    private static final List<String> TEXTS = List.of(
            "Nhà văn hóa thôn 5",
            "nhân vật hoạt động",
            "Đã hiến 1.250,5 m² đất; BC-2024-0007",
            "Toplantılar yapıldı",
            "AND OR NOT NEAR(\"a\" * b) : ' & | ! <->",
            "会议 đã họp",
            "x".repeat(200) + " cuối");

    @TempDir
    Path folder;

    @Test
    void theSameIsFoundInSqliteInPostgresAndInLabels() {
        try (Database sqlite = Database.open(TestDatabase.sqlite(folder));
                Database postgres = Database.open(TestDatabase.postgres())) {
            for (Database database : List.of(sqlite, postgres)) {
                database.change(tx -> {
                    for (int i = 0; i < TEXTS.size(); i++) {
                        tx.update(
                                "INSERT INTO report_words (rowid, words) VALUES (?, ?)",
                                i,
                                SearchedWord.indexed(Folding.folded(TEXTS.get(i)), 1_000));
                    }
                });
            }
            // Whole words, one or several that follow each other; endings of longer ones; signs between letters.
            found("nhà", 0, sqlite, postgres);
            found("nha van", 0, sqlite, postgres);
            found("nha hoa", -1, sqlite, postgres);
            found("hoa", 0, sqlite, postgres);
            found("thôn 5", 0, sqlite, postgres);
            found("1250", -1, sqlite, postgres);
            found("1.250", 2, sqlite, postgres);
            found("bc-2024-0007", 2, sqlite, postgres);
            found("2024 0007 x", -1, sqlite, postgres);
            found("toplantı", 3, sqlite, postgres);
            found("topl", -1, sqlite, postgres);
            found("yapil", 3, sqlite, postgres);
            found("and", 4, sqlite, postgres);
            found("not near", 4, sqlite, postgres);
            found("near(\"a\" *", 4, sqlite, postgres);
            found("会议", 5, sqlite, postgres);
            found("x".repeat(300) + " cuoi", 6, sqlite, postgres);
        }
    }

    @Test
    void signsAloneAreNoWord() {
        assertThat(Stream.of("%", "'", "\"", "*", "–", "😀").map(SearchedWord::of))
                .allSatisfy(word -> assertThat(word.parts()).isEmpty());
        assertThat(SearchedWord.of("%").isIn("%")).isFalse();
    }

    private static void found(String typed, int place, Database... databases) {
        SearchedWord word = SearchedWord.of(Folding.folded(typed));
        List<Long> expected = place < 0 ? List.of() : List.of((long) place);
        for (Database database : databases) {
            List<Long> rows = database.read(tx ->
                    tx.list("SELECT w.rowid FROM report_words(?) w", row -> row.number("rowid"), word.expression()));
            assertThat(rows).as(typed).isEqualTo(expected);
        }
        assertThat(TEXTS.stream()
                        .filter(text -> word.isIn(Folding.folded(text)))
                        .map(text -> (long) TEXTS.indexOf(text)))
                .as(typed + " in a label")
                .isEqualTo(expected);
    }
}
