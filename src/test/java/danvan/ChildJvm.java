package danvan;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A class of these tests started as a process of its own, in each way in which people start the bot. */
public enum ChildJvm {
    /** As the jar is: the class path is told to the JVM. */
    CLASS_PATH {
        @Override
        List<String> start(Path folder, String main) {
            return List.of("-cp", classPath(), main);
        }
    },
    /** As {@code mvn exec:java} does: the JVM's class path is a launcher, and the classes have a loader of their own. */
    CLASS_LOADER {
        @Override
        List<String> start(Path folder, String main) throws IOException {
            Path launcher = folder.resolve("launcher");
            String name = Launcher.class.getName().replace('.', '/') + ".class";
            Path copy = launcher.resolve(name);
            Files.createDirectories(copy.getParent());
            try (InputStream in = Launcher.class.getClassLoader().getResourceAsStream(name)) {
                Files.write(copy, in.readAllBytes());
            }
            Path entries = Files.writeString(launcher.resolve("entries.txt"), classPath());
            return List.of("-cp", launcher.toString(), Launcher.class.getName(), entries.toString(), main);
        }
    };

    abstract List<String> start(Path folder, String main) throws IOException;

    /**
     * The command.
     *
     * @param folder where the launcher may lie
     * @param options of the JVM
     */
    public ProcessBuilder process(Path folder, List<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(start(folder, main));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Surefire may start the tests from a jar that only names the class path, and says the class path here. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** What Maven's plugin does, in short; it stands alone on the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) throws Exception {
            String[] entries = Files.readString(Path.of(args[0])).split(File.pathSeparator, -1);
            URL[] urls = new URL[entries.length];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = Path.of(entries[i]).toUri().toURL();
            }
            // Not closed: threads of the program go on after its main method.
            URLClassLoader loader = new URLClassLoader("launched", urls, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> main = Class.forName(args[1], true, loader);
            var method = main.getDeclaredMethod("main", String[].class);
            method.setAccessible(true);
            method.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
        }
    }
}
