package danvan.library.imports.reading;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a helper process finds the classes this one runs. {@code java.class.path} does not always say: under {@code mvn
 * exec:java} it names Maven's launcher, and the program comes from a class loader of its own; Surefire starts tests from a
 * jar that only names the others.
 */
final class OwnClassPath {
    private OwnClassPath() {}

    static String get() {
        return of(OwnClassPath.class.getClassLoader());
    }

    /** The class path that makes a JVM find what the loader finds. */
    static String of(ClassLoader loader) {
        Set<String> entries = new LinkedHashSet<>();
        boolean system = false;
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    entries.add(file(url));
                }
            }
            system |= each == ClassLoader.getSystemClassLoader();
        }
        if (system || entries.isEmpty()) {
            String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
            entries.add(own);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String file(URL url) {
        try {
            return Path.of(new URI(url.toString().replace(" ", "%20"))).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // Not a file: no JVM takes it on its class path.
            return "";
        }
    }
}
