package danvan.cli;

import danvan.chat.PersonalData;
import danvan.config.Config;
import danvan.knowledge.KnowledgeFolder;
import danvan.library.Document;
import danvan.library.Library;
import danvan.library.imports.Imports;
import danvan.library.imports.document.DocumentMetadata;
import danvan.library.imports.document.ImportFailure;
import danvan.library.imports.document.UnreadableFile;
import danvan.library.imports.evaluation.Explanation;
import danvan.library.imports.reading.Reading;
import danvan.storage.Database;
import danvan.storage.Files;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings documents into the library: one line a file, on standard error. */
@Command(
        name = "import",
        description = {
            "Brings documents into the library: PDF, DOCX, DOC, RTF, ODT, XLSX, HTML, MHT, TXT, Markdown.",
            "A folder is searched with all its folders. Exit status 1 when something could not be read.",
            "With SQLite the bot must be stopped; a running bot takes files by its inbox folder and in the chat."
        })
final class ImportCommand implements Callable<Integer> {
    private static final Set<String> KINDS = Set.of(
            "pdf", "docx", "docm", "doc", "odt", "ods", "xlsx", "xls", "html", "htm", "txt", "md", "rtf", "mht",
            "mhtml");

    private final Supplier<Config> settings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--review", description = "Nothing is found before the office has confirmed it in the chat.")
    private boolean review;

    @Option(
            names = "--explain",
            description = {
                "Imports nothing; prints what the library makes of each file: the fields with the words they",
                "were read from, the passages, and what is in none, with the sum of the letters."
            })
    private boolean explain;

    ImportCommand(Supplier<Config> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        return explain ? explained() : imported();
    }

    /** Needs no database, and so may run beside the bot. */
    private int explained() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int bad = 0;
        try (Reading reading = Reading.usual()) {
            for (Path file : files()) {
                try {
                    out.println(Explanation.of(reading, file, name(file)));
                } catch (UnreadableFile e) {
                    bad++;
                    err.println(file + ": " + e.getMessage());
                }
            }
        }
        return bad == 0 ? 0 : 1;
    }

    private int imported() throws IOException {
        Config config = settings.get();
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<Path> files = files();
        try (Database database = Database.open(config.storage());
                Reading reading = Reading.usual()) {
            Clock clock = Clock.systemUTC();
            Imports imports = new Imports(database, new Files(database, clock), reading, clock);
            List<Document> held = Library.listed(KnowledgeFolder.find(config.knowledgeBase()));
            int bad = 0;
            for (int i = 0; i < files.size(); i++) {
                String place = "[" + (i + 1) + "/" + files.size() + "] " + files.get(i) + ": ";
                try {
                    if (!PersonalData.inName(name(files.get(i))).isEmpty()) {
                        throw new UnreadableFile(ImportFailure.NAMES_A_PERSON);
                    }
                    Imports.Result result = imports.bring(files.get(i), name(files.get(i)), !review);
                    String twin = imports.twin(result.imported(), held)
                            .map(document -> " · the library holds " + document.id()
                                    + " under this number too; with --review the office says which stays")
                            .orElse("");
                    err.println(place + said(result) + (review ? "" : twin));
                } catch (UnreadableFile e) {
                    bad++;
                    err.println(place + "not imported: " + e.getMessage());
                }
            }
            if (files.isEmpty()) {
                err.println("nothing to import: no document in " + paths);
            }
            return bad == 0 && !files.isEmpty() ? 0 : 1;
        }
    }

    private String said(Imports.Result result) {
        DocumentMetadata read = result.imported().metadata();
        String what = Stream.of(
                        (read.kind() + " " + read.number()).strip(), read.issuer(), read.issued(), read.subject())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        String outcome = switch (result.outcome()) {
            case SAME -> "already there";
            case NEW -> "new";
            case NEW_VERSION -> "new version";
        };
        return outcome + (review ? ", waits for the office" : "") + " · " + what + " · " + result.passages()
                + " passages" + (result.imported().recognised() ? " · read off a scan" : "")
                + (result.hidden().isEmpty() ? "" : " · left out what is hidden in it " + result.hidden());
    }

    /** A file that is named is taken whatever it is; in a folder, what looks like a document. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (java.nio.file.Files.isDirectory(path)) {
                try (Stream<Path> found = java.nio.file.Files.walk(path)) {
                    found.filter(file -> java.nio.file.Files.isRegularFile(file) && isDocument(name(file)))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static boolean isDocument(String name) {
        int dot = name.lastIndexOf('.');
        return !name.startsWith(".")
                && !name.startsWith("~")
                && KINDS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
