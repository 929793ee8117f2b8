package danvan.library.imports;

import danvan.library.imports.reading.Reading;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;

/** The process that is killed: brings one version of a document after the other, and says before each which. */
final class KilledImport {
    private static final int ARTICLES = 400;

    private KilledImport() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Database database = Database.open(TestDatabase.sqlite(folder))) {
            Clock clock = Clock.systemUTC();
            Imports imports = new Imports(database, new Files(database, clock), Reading.ofOwnFiles(), clock);
            for (int version = Integer.parseInt(args[1]); ; version++) {
                Path file = folder.resolve("v" + version + ".txt");
                java.nio.file.Files.writeString(file, text(version));
                System.out.println(version);
                imports.bring(file, "quy-che.txt", true);
            }
        }
    }

    /** Every article says of which version it is. */
    private static String text(int version) {
        StringBuilder text = new StringBuilder(TestFiles.DECISION.substring(0, TestFiles.DECISION.indexOf("Điều 1")));
        for (int article = 1; article <= ARTICLES; article++) {
            text.append("Điều ")
                    .append(article)
                    .append(". Việc thứ ")
                    .append(article)
                    .append('\n');
            text.append("Nội dung của phiên bản ").append(version).append(".\n");
        }
        return text.toString();
    }
}
