package danvan.knowledge;

import danvan.config.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the knowledge base: the folder set, else {@code knowledge-base} in the working folder, else the jar's own. */
public final class KnowledgeFolder {
    private static final String NAME = "knowledge-base";

    private KnowledgeFolder() {}

    public static Path find(Optional<Path> set) {
        return set.or(() -> Optional.of(Path.of(NAME)).filter(Files::isDirectory))
                .orElseGet(KnowledgeFolder::bundled);
    }

    private static Path bundled() {
        @Nullable URL url = KnowledgeFolder.class.getResource("/" + NAME);
        if (url == null) {
            throw new ConfigException("knowledge-base: there is none, neither here nor in the jar; set the folder");
        }
        try {
            URI uri = url.toURI();
            return uri.getScheme().equals("jar") ? inJar(uri) : Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new ConfigException("knowledge-base: the jar's own cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The file system stays open as long as the process: its files are read at any time. */
    private static Path inJar(URI uri) throws IOException {
        FileSystem jar;
        try {
            jar = FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            jar = FileSystems.getFileSystem(uri);
        }
        return jar.getPath("/" + NAME);
    }
}
