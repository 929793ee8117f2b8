package danvan.task.programme;

import danvan.task.Task;
import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import danvan.workbook.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a programme that was sent in changes in the one of its year. */
final class ProgrammeDiff {
    /** So many of each kind are named. */
    private static final int MOST_NAMED = 10;
    /** A weekly task has fifty. */
    private static final int MOST_DATES = 12;
    /** Of these columns both values are shown; of the others, which hold texts, only the name. */
    private static final Set<String> SHORT =
            Set.of("due", "every", "lead_days", "escalate_after", "evidence", "form", "period", "status");

    private final List<Task> added;
    private final List<Task> changed;
    private final List<Task> withdrawn;
    private final boolean renamed;
    private final Map<String, Yaml> before;
    private final Map<String, Yaml> after;

    ProgrammeDiff(Optional<Programme> running, Programme sent) {
        Map<String, Task> old = tasks(running);
        Map<String, Task> now = tasks(Optional.of(sent));
        this.added = now.values().stream()
                .filter(task -> !old.containsKey(task.key()))
                .toList();
        this.changed = now.values().stream()
                .filter(task -> old.containsKey(task.key()) && !task.equals(old.get(task.key())))
                .toList();
        this.withdrawn = old.values().stream()
                .filter(task -> !now.containsKey(task.key()))
                .toList();
        this.renamed = running.filter(one -> one.name().equals(sent.name())).isEmpty();
        this.before = running.map(ProgrammeDiff::trees).orElse(Map.of());
        this.after = trees(sent);
    }

    List<Task> added() {
        return added;
    }

    List<Task> changed() {
        return changed;
    }

    List<Task> withdrawn() {
        return withdrawn;
    }

    /** Whether the one is as good as the other. */
    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty() && !renamed;
    }

    /** The tasks by name, and what is changed in each. */
    String named(Texts.Phrases phrases) {
        return lines(phrases, "➕ ", added, task -> "")
                + lines(phrases, "✏️ ", changed, task -> difference(task, phrases.language()))
                + lines(phrases, "➖ ", withdrawn, task -> "");
    }

    /** All of them; of each task that is changed, each column. */
    List<Difference> differences(Texts.Phrases phrases) {
        Language language = phrases.language();
        return Difference.all(List.of(
                added.stream().map(task -> Difference.added(named(task, language), dates(task, language))),
                changed.stream().flatMap(task -> columns(task, language)),
                withdrawn.stream().map(task -> Difference.removed(named(task, language), dates(task, language)))));
    }

    private Stream<Difference> columns(Task task, Language language) {
        return changes(task).stream()
                .map(one -> Difference.changed(
                        named(task, language) + " · " + ProgrammeWords.heading(one.column(), language),
                        SHORT.contains(one.column()) ? shown(one.column(), one.before(), language) : one.before(),
                        SHORT.contains(one.column()) ? shown(one.column(), one.after(), language) : one.after()));
    }

    private static String named(Task task, Language language) {
        return task.id() + " · " + task.title().in(language);
    }

    private static String dates(Task task, Language language) {
        return task.occurrences().stream()
                .map(occurrence -> Dates.day(occurrence.due(), language))
                .limit(MOST_DATES)
                .collect(Collectors.joining(", "));
    }

    private static String lines(Texts.Phrases phrases, String sign, List<Task> tasks, Function<Task, String> more) {
        String lines = tasks.stream()
                .limit(MOST_NAMED)
                .map(task -> "\n" + sign
                        + Markup.escape(task.id() + " · " + task.title().in(phrases.language()) + more.apply(task)))
                .collect(Collectors.joining());
        String rest =
                tasks.size() > MOST_NAMED ? "\n" + phrases.say("task.andMore", "count", tasks.size() - MOST_NAMED) : "";
        return lines.isEmpty() ? "" : "\n" + lines + rest;
    }

    private String difference(Task task, Language language) {
        return changes(task).stream()
                .map(one -> SHORT.contains(one.column())
                        ? ProgrammeWords.heading(one.column(), language) + " "
                                + shown(one.column(), one.before(), language) + " → "
                                + shown(one.column(), one.after(), language)
                        : ProgrammeWords.heading(one.column(), language))
                .collect(Collectors.joining("; ", ": ", ""));
    }

    private List<ProgrammeTree.Difference> changes(Task task) {
        Yaml nothing = new Yaml.Scalar("", 0);
        return ProgrammeTree.differences(
                before.getOrDefault(task.id(), nothing), after.getOrDefault(task.id(), nothing));
    }

    private static String shown(String column, String value, Language language) {
        return value.isEmpty() ? "–" : ProgrammeWords.shown(column, value, language);
    }

    private static Map<String, Yaml> trees(Programme programme) {
        return programme.tree() instanceof Yaml.Fields top && top.fields().get("tasks") instanceof Yaml.Items items
                ? items.items().stream()
                        .collect(Collectors.toMap(ProgrammeDiff::id, Function.identity(), (one, other) -> one))
                : Map.of();
    }

    private static String id(Yaml task) {
        return task instanceof Yaml.Fields fields && fields.fields().get("id") instanceof Yaml.Scalar id
                ? id.text().strip()
                : "";
    }

    /** The tasks of a programme by their key, in its order. */
    static Map<String, Task> tasks(Optional<Programme> programme) {
        return programme.map(Programme::tasks).orElse(List.of()).stream()
                .collect(Collectors.toMap(Task::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
