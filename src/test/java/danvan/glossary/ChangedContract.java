package danvan.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.config.Config;
import danvan.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the office changed in the glossary, on each database. */
abstract class ChangedContract {
    private static final Instant NOW = Instant.parse("2024-03-01T02:00:00Z");

    private Database database;

    /** A database of its own. */
    abstract Config.Storage storage();

    @BeforeEach
    void open() {
        database = Database.open(storage());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Entry abbreviation(String name, String full) {
        return new Entry.Abbreviation(name, List.of(name + "x"), List.of(new Entry.Meaning(full, "cạnh thôn")));
    }

    private static final Entry HOUSE = new Entry.Term("nhà văn hóa", List.of("kültür evi"), List.of("culture house"));

    private void live(String file, Book before, Book after) {
        List<Book.Change> changes = before.to(after);
        database.change(tx -> {
            tx.update(
                    "INSERT INTO reviewed_upload (file_id, kind, file_name, state, sent_by, sent_at)"
                            + " VALUES (?, 'glossary', 'g.xlsx', 'APPLIED', 7, ?)",
                    file,
                    NOW);
            Changed.put(tx, changes, 7, NOW);
        });
    }

    private static Book book(Entry... entries) {
        return Book.EMPTY.with(List.of(entries).stream()
                .map(entry -> new Book.Change(entry.key(), Optional.empty(), Optional.of(entry)))
                .toList());
    }

    @Test
    void whatOnePutLiveStandsForEveryoneOverTheFilesEntryOfThatNameAndNoOther() {
        Book file = book(abbreviation("NTC", "năm tiêu chí"), abbreviation("DVK", "dân vận khéo"));
        Changed elsewhere = new Changed(database);
        assertThat(elsewhere.count()).isZero();
        Book first = book(abbreviation("ntc", "nhóm tự chọn"), abbreviation("DVK", "dân vận khéo"), HOUSE);
        live("a", file, first);
        assertThat(elsewhere.count()).isEqualTo(1);
        assertThat(file.with(elsewhere.standing()).entries()).containsAllEntriesOf(first.entries());
        // Withdrawn, though the file has it; and what the file has from now on and the office never touched.
        live("b", first, book(abbreviation("DVK", "dân vận khéo"), HOUSE));
        Book newer = book(abbreviation("NTC", "năm tiêu chí"), abbreviation("DVK", "khác"));
        assertThat(elsewhere.count()).isEqualTo(2);
        assertThat(newer.with(elsewhere.standing()).entries())
                .containsExactlyInAnyOrderEntriesOf(
                        book(abbreviation("DVK", "khác"), HOUSE).entries());
    }
}
