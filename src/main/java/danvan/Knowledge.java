package danvan;

import danvan.library.Library;
import danvan.people.Unit;
import danvan.people.UnitsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the knowledge base holds, read once: documents, and units. What cannot be read is told in one line each, and the
 * rest is served.
 */
public record Knowledge(Library library, List<Unit> units) {
    public Knowledge {
        units = List.copyOf(units);
    }

    /**
     * Reads a knowledge base.
     *
     * @param problems told of each thing that could not be read, in one line with its place and its mend
     */
    public static Knowledge read(Path folder, Consumer<String> problems) {
        return new Knowledge(
                Library.open(folder, problem -> problems.accept(problem.toString())), units(folder, problems));
    }

    private static List<Unit> units(Path folder, Consumer<String> problems) {
        Path file = folder.resolve("units.yml");
        if (!Files.exists(file)) {
            problems.accept("units.yml is missing: members need units; take the one of the starter knowledge base");
            return List.of();
        }
        try {
            return UnitsFile.read(file);
        } catch (IOException e) {
            problems.accept(e.getMessage());
            return List.of();
        }
    }
}
