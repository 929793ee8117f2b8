package danvan.bench;

import danvan.config.Config;
import danvan.form.Forms;
import danvan.storage.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Fills the database of a rehearsal that is not running with a made-up province, to look at the desk's pages. */
final class DemoOffice {
    private DemoOffice() {}

    /**
     * Fills it.
     *
     * @param arguments the database's file, and how many reports
     */
    public static void main(String... arguments) {
        try (Database database =
                Database.open(new Config.Storage("jdbc:sqlite:" + arguments[0], Optional.empty(), Optional.empty()))) {
            MadeOffice office = new MadeOffice(database, "tinh-thai-binh");
            office.communes(104);
            office.members(300);
            office.reports(
                    Forms.load(Path.of("knowledge-base/forms"), problem -> {
                        throw new IllegalStateException(problem.toString());
                    }),
                    Integer.parseInt(arguments[1]),
                    LocalDate.of(2024, 1, 2),
                    300);
        }
    }
}
