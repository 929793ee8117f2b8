package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.StatesPage;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a report in which state, pair by pair, on the real store. */
class ReportOperationTest {
    @TempDir
    private Path folder;

    @Test
    void everyPairOfStateAndDeedIsAsTheTableSays() {
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            ReportTable reports = new ReportTable(database);
            long number = 0;
            for (ReportTable.Status status : ReportTable.Status.values()) {
                Set<String> done = new TreeSet<>();
                for (ReportOperation deed : ReportOperation.values()) {
                    ReportTable.Report report = report(database, reports, ++number, status);
                    if (deed == ReportOperation.LOOK || deed == ReportOperation.REPLY) {
                        assertThat(deed.after(status)).isEqualTo(status);
                        assertThat(deed.in(status)).isEqualTo(deed == ReportOperation.LOOK || status != ReportTable.Status.WITHDRAWN);
                    } else if (deed.in(status)) {
                        database.change(tx -> ReportTable.move(tx, report, deed));
                        done.add(deed + " "
                                + reports.find(report.receipt()).orElseThrow().status());
                        // The same button once more, with what it saw then.
                        assertThatThrownBy(() -> database.change(tx -> ReportTable.move(tx, report, deed)))
                                .isInstanceOf(Conflict.class);
                    } else {
                        assertThatThrownBy(() -> database.change(tx -> ReportTable.move(tx, report, deed)))
                                .isInstanceOf(IllegalArgumentException.class);
                        assertThat(reports.find(report.receipt()).orElseThrow().status())
                                .isEqualTo(status);
                    }
                }
                assertThat(done).as(status.name()).isEqualTo(told(status));
            }
        }
    }

    /** What the page says leads on from a state: the deed, and the state it leads to. */
    private static Set<String> told(ReportTable.Status status) {
        Set<String> told = new TreeSet<>();
        StatesPage.table("Reports").forEach((row, cells) -> {
            String deed = row.split(" ", -1)[1];
            String to = cells.getOrDefault(status.name(), "");
            if (!to.isEmpty() && !deed.equals("LOOK") && !deed.equals("REPLY")) {
                told.add(deed + " " + (to.equals(StatesPage.STAYS) ? status.name() : to));
            }
        });
        return told;
    }

    @Test
    void thePageSaysWhatTheTableSays() {
        Map<String, Map<String, String>> page = StatesPage.table("Reports");
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        for (ReportOperation deed : ReportOperation.values()) {
            ReportOperation.Party party = deed.isOf(ReportOperation.Party.REPORTER)
                    ? deed.isOf(ReportOperation.Party.HANDLER) ? ReportOperation.Party.BOTH : ReportOperation.Party.REPORTER
                    : ReportOperation.Party.HANDLER;
            Map<String, String> row = new LinkedHashMap<>();
            for (ReportTable.Status status : ReportTable.Status.values()) {
                if (deed.in(status)) {
                    ReportTable.Status after = deed.after(status);
                    row.put(status.name(), after == status ? StatesPage.STAYS : after.name());
                }
            }
            code.put(party + " " + deed, row);
        }
        assertThat(page).isEqualTo(code);
    }

    /** Nobody judges the own report, and nobody else takes it back. */
    @Test
    void aDeedIsOfOneSide() {
        for (ReportOperation deed : ReportOperation.values()) {
            boolean both = deed == ReportOperation.LOOK || deed == ReportOperation.REPLY;
            boolean reporters = deed == ReportOperation.CHANGE || deed == ReportOperation.WITHDRAW;
            assertThat(deed.isOf(ReportOperation.Party.REPORTER)).as(deed.name()).isEqualTo(both || reporters);
            assertThat(deed.isOf(ReportOperation.Party.HANDLER)).as(deed.name()).isEqualTo(both || !reporters);
        }
    }

    @Test
    void aVerbOfAButtonIsOfOneDeed() {
        Set<String> seen = new TreeSet<>();
        for (ReportOperation deed : ReportOperation.values()) {
            for (String verb : deed.verbs()) {
                assertThat(seen.add(verb)).as(verb).isTrue();
                assertThat(ReportOperation.of(verb)).contains(deed);
            }
        }
        assertThat(ReportOperation.of("?")).isEmpty();
    }

    private static ReportTable.Report report(Database database, ReportTable reports, long number, ReportTable.Status status) {
        database.change(tx -> tx.update("""
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml, status)
                VALUES (2024, ?, 'f', '1', 'F', ?, 1, 'u', 0, 0, '<data/>', ?)
                """, number, "uuid:" + number, status));
        return reports.find(new ReportTable.Receipt(2024, number)).orElseThrow();
    }
}
