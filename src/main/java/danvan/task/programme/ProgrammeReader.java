package danvan.task.programme;

import danvan.task.LocalizedText;
import danvan.task.ReferenceCheck;
import danvan.task.Task;
import danvan.text.Language;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a programme and tells everything that is wrong with it, not only the first thing. */
public final class ProgrammeReader {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final LocalizedText UNNAMED = new LocalizedText(Map.of(Language.VI, "?"));

    private final ReferenceCheck known;
    private final ProgrammePlaces places;
    private final List<Problem> problems = new ArrayList<>();

    private ProgrammeReader(ReferenceCheck known, ProgrammePlaces places) {
        this.known = known;
        this.places = places;
    }

    /** The programme of a text; empty where anything is wrong with it. */
    public static Optional<Programme> read(String file, String yaml, ReferenceCheck known, Consumer<Problem> problems) {
        try {
            return read(file, Yaml.parse(yaml), known, problems);
        } catch (Yaml.Malformed e) {
            problems.accept(e.what().at(new Problem.Line(file, e.line(), "", "")));
            return Optional.empty();
        }
    }

    /**
     * The tree of a text that somebody sent.
     *
     * @throws ForeignFile where it is no programme at all, or so broken that it cannot be told
     */
    public static Yaml tree(String yaml) throws ForeignFile {
        try {
            Yaml tree = Yaml.parse(yaml);
            if (tree instanceof Yaml.Fields top && top.fields().containsKey("tasks")) {
                return tree;
            }
            throw new ForeignFile(Problems.of("noTasksKey"));
        } catch (Yaml.Malformed e) {
            throw new ForeignFile(Problems.of("atLine", "line", e.line(), "what", e.what()));
        }
    }

    /** The programme of a tree that was read from YAML. */
    public static Optional<Programme> read(String file, Yaml tree, ReferenceCheck known, Consumer<Problem> problems) {
        return read(tree, known, problems, ProgrammePlaces.lines(file));
    }

    /** The programme of a tree, wherever that was read from. */
    public static Optional<Programme> read(
            Yaml tree, ReferenceCheck known, Consumer<Problem> problems, ProgrammePlaces places) {
        ProgrammeReader reader = new ProgrammeReader(known, places);
        Programme programme = reader.programme(tree);
        reader.problems.forEach(problems);
        return reader.problems.isEmpty() ? Optional.of(programme) : Optional.empty();
    }

    private Programme programme(Yaml tree) {
        Fields top = new Fields("", tree, this::report);
        top.allow(Set.of("year", "name", "tasks"));
        int year = top.number("year", FIRST_YEAR, LAST_YEAR).orElse(0);
        Optional<LocalizedText> name = top.wording("name", true, TaskReader.LONGEST_LINE);
        List<Yaml> items = top.items("tasks");
        List<Task> tasks = new ArrayList<>();
        if (year > 0) {
            items.forEach(item ->
                    new TaskReader(year, known, item, this::report).task().ifPresent(tasks::add));
            twins(items);
            if (items.isEmpty() && problems.isEmpty()) {
                report(top.value("tasks").orElse(tree).line(), "", "tasks", Problems.of("noTasks"));
            }
        }
        return new Programme(year, name.orElse(UNNAMED), tasks, tree);
    }

    private void twins(List<Yaml> items) {
        Map<String, Integer> lines = new HashMap<>();
        for (Yaml item : items) {
            String id = new Fields("", item, (line, task, field, what) -> {})
                    .text("id")
                    .orElse("");
            Integer first = lines.putIfAbsent(id, item.line());
            if (first != null && !id.isEmpty()) {
                report(item.line(), id, "id", Problems.of("otherTask", "place", places.named(first)));
            }
        }
    }

    private void report(int line, String task, String field, Problem what) {
        problems.add(what.at(places.at(line, task, field)));
    }
}
