package danvan.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import danvan.config.Config;
import danvan.config.ConfigReader;
import danvan.storage.backup.Backups;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members said is on the disk for the bot's account alone: made so, and mended where it is not. */
class PrivateFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWhereThereAreRights() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aDatabaseAndItsBackupAreMadePrivate() throws IOException {
        Path data = folder.resolve("state/data");
        Config.Storage storage = storage(data.resolve("danvan.db"));
        try (Database database = Database.open(storage)) {
            write(database);
            assertThat(rights(folder.resolve("state")).values()).containsOnly("rwx------", "rw-------");
            assertThat(rights(data)).containsKeys("danvan.db", "danvan.db-wal", "danvan.db-shm", "danvan.db.lock");
            Config config =
                    ConfigReader.read(Optional.empty(), Optional.of(data), Map.of("DANVAN_STORAGE_URL", storage.url()));
            assertThat(new Backups(config, HandClock.at("2026-01-02T03:04:05Z"))
                            .write(folder.resolve("copies/danvan.zip"))
                            .rowsInAll())
                    .isPositive();
            assertThat(rights(folder.resolve("copies"))).isEqualTo(Map.of("", "rwx------", "danvan.zip", "rw-------"));
        }
    }

    @Test
    void aDatabaseThatIsOpenToAllIsMendedWhenItIsOpened() throws IOException {
        Config.Storage storage = storage(folder.resolve("danvan.db"));
        Database.open(storage).close();
        Files.createFile(folder.resolve("danvan.db-wal"));
        for (Path file : files(folder)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        try (Database database = Database.open(storage)) {
            write(database);
            for (Path file : files(folder)) {
                assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void allOfTheStateFolderIsMended() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/logs/old"))
                .resolve("../..")
                .normalize();
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "x");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        for (String name : new String[] {"report.key", "instance-id", "logs/bot.log", "logs/old/bot.log"}) {
            Files.writeString(data.resolve(name), "x");
            Files.setPosixFilePermissions(data.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(data.resolve("link"), elsewhere);

        PrivateFiles.mendAll(data);

        assertThat(rights(data).values()).containsOnly("rwx------", "rw-------");
        assertThat(mode(elsewhere)).as("behind a link").isEqualTo("rw-r--r--");
    }

    /** Where the state lies beside other things, those are not the bot's to shut. */
    @Test
    void aFolderThatHoldsMoreThanTheStateKeepsItsRights() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("home/work"));
        Path home = folder.resolve("home");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : new String[] {"report.key", "danvan.db", "letter.txt"}) {
            Files.writeString(home.resolve(name), "x");
            Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
        String before = System.getProperty("user.home");
        System.setProperty("user.home", inside.toRealPath().toString());
        try {
            PrivateFiles.mendAll(home);
        } finally {
            System.setProperty("user.home", before);
        }
        assertThat(mode(home)).isEqualTo("rwxr-xr-x");
        assertThat(mode(home.resolve("letter.txt"))).isEqualTo("rw-r--r--");
        assertThat(mode(home.resolve("report.key"))).isEqualTo("rw-------");
        assertThat(mode(home.resolve("danvan.db"))).isEqualTo("rw-------");
    }

    @Test
    void whereThereAreNoRightsNothingIsDone() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path data = PrivateFiles.folder(zip.getPath("/data/below"));
            assertThat(PrivateFiles.create(data.resolve("file"))).isTrue();
            assertThat(PrivateFiles.create(data.resolve("file"))).isFalse();
            PrivateFiles.mend(data.resolve("file"));
        }
    }

    private static void write(Database database) {
        database.change(tx -> tx.update("INSERT INTO setting (name, value) VALUES ('a', 'b')"));
    }

    private static Config.Storage storage(Path file) {
        return new Config.Storage("jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
    }

    private static Map<String, String> rights(Path folder) throws IOException {
        Map<String, String> rights = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.filter(one -> !Files.isSymbolicLink(one)).toList()) {
                rights.put(folder.relativize(path).toString(), mode(path));
            }
        }
        return rights;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
