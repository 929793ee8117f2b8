package danvan.task.programme;

import danvan.task.ReferenceCheck;
import danvan.task.Task;
import danvan.text.Problem;
import danvan.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The programmes that could be read, and what is wrong with the others. One wrong line puts its whole programme aside. */
public final class Programmes {
    private final List<Programme> programmes;
    private final List<Problem> problems;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    private Programmes(List<Programme> programmes, List<Problem> problems) {
        this.programmes = List.copyOf(programmes);
        this.problems = List.copyOf(problems);
        programmes.forEach(programme -> programme.tasks().forEach(task -> tasks.putIfAbsent(task.key(), task)));
    }

    /** The same problems with other programmes. */
    public Programmes with(List<Programme> others) {
        return new Programmes(others, problems);
    }

    public Optional<Programme> of(int year) {
        return programmes.stream().filter(programme -> programme.year() == year).findFirst();
    }

    /** Reads every {@code .yml} file of a folder, which may lie within a jar and need not be there. */
    public static Programmes in(Path folder) {
        List<Programme> programmes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<Integer> years = new HashSet<>();
        for (Path file : files(folder, problems)) {
            String name = String.valueOf(file.getFileName());
            text(file, name, problems)
                    .flatMap(text -> ProgrammeReader.read(name, text, ReferenceCheck.ANYTHING, problems::add))
                    .ifPresent(programme -> {
                        if (years.add(programme.year())) {
                            programmes.add(programme);
                        } else {
                            problems.add(Problems.of("otherProgramme", "year", programme.year())
                                    .at(new Problem.Line(name, 0, "", "")));
                        }
                    });
        }
        return new Programmes(programmes, problems);
    }

    /** What is wrong, file by file. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many tasks there are to be reminded of, switched on or not. */
    public int size() {
        return all().size();
    }

    /**
     * Writes a year's programme as an Excel workbook, to start from.
     *
     * @param words of the language in which a sheet says what goes where
     * @return whether there is one
     */
    public boolean export(int year, Texts.Phrases words, OutputStream out) throws IOException {
        Optional<Programme> programme = of(year);
        if (programme.isPresent()) {
            ProgrammeWriter.write(programme.get().tree(), Optional.of(words), out);
        }
        return programme.isPresent();
    }

    public List<Programme> programmes() {
        return programmes;
    }

    public List<Task> all() {
        return List.copyOf(tasks.values());
    }

    public Optional<Task> task(String key) {
        return Optional.ofNullable(tasks.get(key));
    }

    private static List<Path> files(Path folder, List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(Problems.of("unread", "message", String.valueOf(e.getMessage()))
                    .at(new Problem.Line(folder.toString(), 0, "", "")));
            return List.of();
        }
    }

    private static Optional<String> text(Path file, String name, List<Problem> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.add(Problems.of("notUtf8").at(new Problem.Line(name, 0, "", "")));
        } catch (IOException e) {
            problems.add(Problems.of("unread", "message", String.valueOf(e.getMessage()))
                    .at(new Problem.Line(name, 0, "", "")));
        }
        return Optional.empty();
    }
}
