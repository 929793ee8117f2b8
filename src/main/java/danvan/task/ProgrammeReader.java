package danvan.task;

import danvan.chat.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a programme and tells everything that is wrong with it, not only the first thing. */
final class ProgrammeReader {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Wording UNNAMED = new Wording(Map.of(Language.VI, "?"));

    private final String file;
    private final List<ProgrammeProblem> problems = new ArrayList<>();

    private ProgrammeReader(String file) {
        this.file = file;
    }

    static Optional<Programme> read(String file, String yaml, Consumer<ProgrammeProblem> problems) {
        ProgrammeReader reader = new ProgrammeReader(file);
        Optional<Programme> programme = reader.programme(yaml);
        reader.problems.forEach(problems);
        return reader.problems.isEmpty() ? programme : Optional.empty();
    }

    private Optional<Programme> programme(String yaml) {
        try {
            Fields top = new Fields("", Yaml.parse(yaml), this::report);
            top.allow(Set.of("year", "name", "tasks"));
            int year = top.number("year", FIRST_YEAR, LAST_YEAR).orElse(0);
            Optional<Wording> name = top.wording("name", true);
            List<Yaml> items = top.items("tasks");
            List<Task> tasks = new ArrayList<>();
            if (year > 0) {
                items.forEach(
                        item -> new TaskReader(year, item, this::report).task().ifPresent(tasks::add));
                twins(items);
                if (items.isEmpty() && problems.isEmpty()) {
                    report(1, "", "tasks: expected a list of tasks");
                }
            }
            return Optional.of(new Programme(year, name.orElse(UNNAMED), tasks));
        } catch (Yaml.Malformed e) {
            report(e.line(), "", "this is not YAML: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void twins(List<Yaml> items) {
        Map<String, Integer> lines = new HashMap<>();
        for (Yaml item : items) {
            String id =
                    new Fields("", item, (line, task, what) -> {}).text("id").orElse("");
            Integer first = lines.putIfAbsent(id, item.line());
            if (first != null && !id.isEmpty()) {
                report(item.line(), id, "id: there is another task of this id at line " + first);
            }
        }
    }

    private void report(int line, String task, String what) {
        problems.add(new ProgrammeProblem(file, line, task, what));
    }
}
