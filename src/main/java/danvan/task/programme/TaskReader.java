package danvan.task.programme;

import danvan.chat.Role;
import danvan.task.Audience;
import danvan.task.LocalizedText;
import danvan.task.Owner;
import danvan.task.ReferenceCheck;
import danvan.task.Schedule;
import danvan.task.Source;
import danvan.task.Task;
import danvan.text.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one task of a programme. */
final class TaskReader {
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "text",
            "source",
            "status",
            "label",
            "due",
            "period",
            "every",
            "due_note",
            "audience",
            "lead_days",
            "evidence",
            "form",
            "owner",
            "escalate_after");
    /** A title stands in lists and on buttons, on a phone. */
    static final int LONGEST_LINE = 200;

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LEAD = 365;
    private static final List<Integer> USUAL_LEADS = List.of(7, 1, 0);
    private static final int LONGEST_WAIT = 90;

    private final int year;
    private final ReferenceCheck known;
    private final Fields fields;
    private final String id;

    TaskReader(int year, ReferenceCheck known, Yaml item, Fields.Report report) {
        this.year = year;
        this.known = known;
        this.id = id(item);
        this.fields = new Fields(id, item, report);
    }

    /** The task, where enough of it could be read to go on; whether it is sound, the report says. */
    Optional<Task> task() {
        fields.allow(KEYS);
        fields.text("id").ifPresent(this::checkId);
        Optional<LocalizedText> title = fields.wording("title", true, LONGEST_LINE);
        Optional<LocalizedText> text = fields.wording("text", true, LONGEST_TEXT);
        Optional<Task.Status> status = fields.required("status", Fields.oneOf(Task.Status.class))
                .flatMap(value -> fields.choice("status", value, Task.Status.class));
        Optional<Source> source = source(status);
        Optional<LocalizedText> label = fields.wording("label", false, LONGEST_LINE);
        Optional<Schedule> schedule = new ScheduleReader(year, fields).schedule();
        Optional<LocalizedText> dueNote = fields.wording("due_note", false, LONGEST_LINE);
        Optional<Audience> audience = audience();
        List<Integer> leads = leads();
        Task.Evidence evidence = fields.value("evidence")
                .flatMap(value -> fields.choice("evidence", value, Task.Evidence.class))
                .orElse(Task.Evidence.NONE);
        Optional<String> form = form(evidence);
        Optional<Owner> owner = owner();
        Optional<Integer> escalateAfter = fields.value("escalate_after")
                .flatMap(value -> fields.number("escalate_after", value, 1, LONGEST_WAIT));
        if (title.isEmpty() || text.isEmpty() || status.isEmpty() || schedule.isEmpty() || audience.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Task(
                year,
                id,
                title.get(),
                text.get(),
                source,
                status.get(),
                label,
                schedule.get(),
                dueNote,
                audience.get(),
                leads,
                evidence,
                form,
                owner,
                escalateAfter));
    }

    private static String id(Yaml item) {
        return item instanceof Yaml.Fields task && task.fields().get("id") instanceof Yaml.Scalar id
                ? id.text().strip()
                : "";
    }

    private void checkId(String text) {
        if (!Task.ID.matcher(text).matches()) {
            problem("id", Problems.of("badId"));
        }
    }

    /** What is no mere proposal says where it comes from. */
    private Optional<Source> source(Optional<Task.Status> status) {
        if (fields.value("source").isEmpty()) {
            if (status.isPresent() && status.get() != Task.Status.PROPOSED) {
                fields.required("source", Problems.of("want.source"));
            }
            return Optional.empty();
        }
        Fields source = fields.nested(fields.value("source").get());
        source.allow(Set.of("document", "passage"));
        return source.text("document")
                .flatMap(document -> source.text("passage").map(passage -> new Source(document, passage)));
    }

    private Optional<Audience> audience() {
        Optional<Yaml> value = fields.required("audience", Problems.of("want.audience"));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Fields audience = fields.nested(value.get());
        audience.allow(Set.of("level", "roles", "units", "under"));
        Optional<Yaml> levelAt = audience.value("level");
        Optional<String> level = levelAt.flatMap(at -> audience.text("audience.level", at, Problems.of("want.level")));
        level.filter(any -> !known.level(any))
                .ifPresent(any -> audience.problem(
                        levelAt.orElseThrow(), "audience.level", Problems.of("noLevel", "value", any)));
        List<Yaml> items = audience.items("roles");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        items.forEach(
                item -> audience.choice("audience.roles", item, Role.WORKING).ifPresent(roles::add));
        if (items.isEmpty() && audience.value("roles").orElse(null) instanceof Yaml.Items) {
            problem("audience", Problems.of("rolesEmpty"));
        }
        Set<String> units = units(audience, "units");
        Set<String> under = units(audience, "under");
        if (levelAt.isEmpty() && units.isEmpty() && under.isEmpty()) {
            problem("audience", Problems.of("noAudience"));
            return Optional.empty();
        }
        boolean somebody = !roles.isEmpty() && (level.isPresent() || !units.isEmpty() || !under.isEmpty());
        return somebody ? Optional.of(new Audience(level, roles, units, under)) : Optional.empty();
    }

    private Set<String> units(Fields audience, String key) {
        Set<String> units = new TreeSet<>();
        if (audience.value(key).isPresent()) {
            audience.items(key)
                    .forEach(item -> audience.text("audience." + key, item, Problems.of("want.unit"))
                            .ifPresent(code -> {
                                checkUnit("audience." + key, item, code);
                                units.add(code);
                            }));
        }
        return units;
    }

    private void checkUnit(String key, Yaml at, String code) {
        if (!known.hasUnit(code)) {
            fields.problem(at, key, Problems.of("noUnit", "value", code));
        }
    }

    /** Who answers for the task: a unit, a role of the office, or one member by number. */
    private Optional<Owner> owner() {
        Optional<Yaml> value = fields.value("owner");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Fields owner = fields.nested(value.get());
        owner.allow(Set.of("unit", "role", "member"));
        int written = value.get() instanceof Yaml.Fields rows ? rows.fields().size() : 0;
        if (written != 1) {
            fields.problem(value.get(), "owner", Problems.of("notOne", "keys", "unit, role, member", "count", written));
            return Optional.empty();
        }
        if (owner.value("unit").isPresent()) {
            Yaml at = owner.value("unit").get();
            Optional<String> code = owner.text("owner.unit", at, Problems.of("want.unit"));
            code.ifPresent(unit -> checkUnit("owner.unit", at, unit));
            return code.map(Owner.OfUnit::new);
        }
        if (owner.value("role").isPresent()) {
            return owner.choice("owner.role", owner.value("role").get(), Role.WORKING)
                    .map(Owner.OfRole::new);
        }
        return owner.value("member").flatMap(at -> {
            Optional<Integer> number = owner.number("owner.member", at, 1, 999_999);
            number.filter(member -> !known.hasMember(member))
                    .ifPresent(member -> fields.problem(at, "owner.member", Problems.of("noMember", "value", member)));
            return number.map(member -> new Owner.OfMember(member));
        });
    }

    private Optional<String> form(Task.Evidence evidence) {
        Optional<Yaml> value = fields.value("form");
        Optional<String> form = value.flatMap(at -> fields.text("form", at, Problems.of("want.form")));
        if (form.isPresent() && evidence != Task.Evidence.FORM) {
            fields.problem(value.orElseThrow(), "form", Problems.of("formOnly"));
        }
        form.filter(id -> !known.form(id))
                .ifPresent(id -> fields.problem(value.orElseThrow(), "form", Problems.of("noForm", "value", id)));
        return form;
    }

    private List<Integer> leads() {
        if (fields.value("lead_days").isEmpty()) {
            return USUAL_LEADS;
        }
        List<Integer> leads = new ArrayList<>();
        for (Yaml item : fields.items("lead_days")) {
            fields.number("lead_days", item, 0, LONGEST_LEAD).ifPresent(lead -> {
                if (leads.contains(lead)) {
                    fields.problem(item, "lead_days", Problems.of("twice", "value", lead));
                }
                leads.add(lead);
            });
        }
        return leads;
    }

    private void problem(String key, Problem what) {
        fields.problem(fields.value(key).orElse(fields.here()), key, what);
    }
}
