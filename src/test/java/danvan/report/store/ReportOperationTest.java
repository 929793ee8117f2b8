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
    void everyPairOfStateAndOperationIsAsTheTableSays() {
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            ReportTable reports = new ReportTable(database);
            long number = 0;
            for (ReportStatus status : ReportStatus.values()) {
                Set<String> done = new TreeSet<>();
                for (ReportOperation operation : ReportOperation.values()) {
                    Report report = report(database, reports, ++number, status);
                    if (operation == ReportOperation.LOOK || operation == ReportOperation.REPLY) {
                        assertThat(operation.after(status)).isEqualTo(status);
                        assertThat(operation.in(status))
                                .isEqualTo(operation == ReportOperation.LOOK || status != ReportStatus.WITHDRAWN);
                    } else if (operation.in(status)) {
                        database.change(tx -> ReportTable.move(tx, report, operation));
                        done.add(operation + " "
                                + reports.find(report.receipt()).orElseThrow().status());
                        // The same button once more, with what it saw then.
                        assertThatThrownBy(() -> database.change(tx -> ReportTable.move(tx, report, operation)))
                                .isInstanceOf(Conflict.class);
                    } else {
                        assertThatThrownBy(() -> database.change(tx -> ReportTable.move(tx, report, operation)))
                                .isInstanceOf(IllegalArgumentException.class);
                        assertThat(reports.find(report.receipt()).orElseThrow().status())
                                .isEqualTo(status);
                    }
                }
                assertThat(done).as(status.name()).isEqualTo(told(status));
            }
        }
    }

    /** What the page says leads on from a state: the operation, and the state it leads to. */
    private static Set<String> told(ReportStatus status) {
        Set<String> told = new TreeSet<>();
        StatesPage.table("Reports").forEach((row, cells) -> {
            String operation = row.split(" ", -1)[1];
            String to = cells.getOrDefault(status.name(), "");
            if (!to.isEmpty() && !operation.equals("LOOK") && !operation.equals("REPLY")) {
                told.add(operation + " " + (to.equals(StatesPage.STAYS) ? status.name() : to));
            }
        });
        return told;
    }

    @Test
    void thePageSaysWhatTheTableSays() {
        Map<String, Map<String, String>> page = StatesPage.table("Reports");
        Map<String, Map<String, String>> code = new LinkedHashMap<>();
        for (ReportOperation operation : ReportOperation.values()) {
            ReportOperation.Party party = operation.isOf(ReportOperation.Party.REPORTER)
                    ? operation.isOf(ReportOperation.Party.HANDLER)
                            ? ReportOperation.Party.BOTH
                            : ReportOperation.Party.REPORTER
                    : ReportOperation.Party.HANDLER;
            Map<String, String> row = new LinkedHashMap<>();
            for (ReportStatus status : ReportStatus.values()) {
                if (operation.in(status)) {
                    ReportStatus after = operation.after(status);
                    row.put(status.name(), after == status ? StatesPage.STAYS : after.name());
                }
            }
            code.put(party + " " + operation, row);
        }
        assertThat(page).isEqualTo(code);
    }

    /** Nobody judges the own report, and nobody else takes it back. */
    @Test
    void anOperationIsOfOneSide() {
        for (ReportOperation operation : ReportOperation.values()) {
            boolean both = operation == ReportOperation.LOOK || operation == ReportOperation.REPLY;
            boolean reporters = operation == ReportOperation.CHANGE || operation == ReportOperation.WITHDRAW;
            assertThat(operation.isOf(ReportOperation.Party.REPORTER))
                    .as(operation.name())
                    .isEqualTo(both || reporters);
            assertThat(operation.isOf(ReportOperation.Party.HANDLER))
                    .as(operation.name())
                    .isEqualTo(both || !reporters);
        }
    }

    private static Report report(Database database, ReportTable reports, long number, ReportStatus status) {
        database.change(tx -> tx.update("""
                INSERT INTO report (year, number, form_id, form_version, form_title, instance_id, member_id, unit,
                    submitted_at, urgent, instance_xml, status)
                VALUES (2024, ?, 'f', '1', 'F', ?, 1, 'u', 0, 0, '<data/>', ?)
                """, number, "uuid:" + number, status));
        return reports.find(new Receipt(2024, number)).orElseThrow();
    }
}
