package danvan.organization.roster;

import danvan.organization.Unit;
import danvan.text.Folding;
import danvan.text.Problem;
import danvan.workbook.TextSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the rows about units and tells what is wrong with them. A row that says what is so already is never wrong. Units
 * that have no row stay as they are.
 */
final class UnitCheck {
    private final UnitRows reader;
    private final Map<String, Unit> before;
    private final LocalDate today;
    private final List<Problem> faults;

    /** Rows by the code they are about, with what they say. */
    private final Map<String, TextSheet.Line> rows = new LinkedHashMap<>();

    private final Map<String, Unit> after;

    UnitCheck(Sheets sheets, Map<String, Unit> before, LocalDate today, List<Problem> faults) {
        this.reader = new UnitRows(sheets, before, faults);
        this.before = before;
        this.today = today;
        this.faults = faults;
        this.after = new LinkedHashMap<>(before);
    }

    /** The units as they will be; those whose rows are wrong, as they are. */
    Map<String, Unit> after() {
        return after;
    }

    /** What changes, units before those below them. */
    List<Change.OfUnit> check(List<TextSheet.Line> lines) {
        Map<String, UnitRows.Row> drafts = new LinkedHashMap<>();
        for (TextSheet.Line line : lines) {
            reader.read(line).ifPresent(draft -> {
                if (rows.putIfAbsent(draft.code(), line) == null) {
                    drafts.put(draft.code(), draft);
                } else {
                    fault(line, Sheets.UnitColumn.CODE, "unitTwice", "value", draft.code());
                }
            });
        }
        UnitNames names = new UnitNames(before.values());
        drafts.values().stream()
                .filter(draft -> !before.containsKey(draft.code()))
                .forEach(draft -> names.add(new Unit(
                        draft.code(),
                        draft.name(),
                        draft.level(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        // Whoever renames a unit writes the new name elsewhere, too.
        before.forEach((code, unit) ->
                Optional.ofNullable(drafts.get(code)).ifPresent(draft -> names.alsoCalled(draft.name(), unit)));
        drafts.values().forEach(draft -> unit(draft, names).ifPresent(unit -> after.put(unit.code(), unit)));
        rows.forEach((code, line) -> {
            if (changed(code)) {
                placed(code, line);
            }
        });
        return inOrder();
    }

    private Optional<Unit> unit(UnitRows.Row draft, UnitNames names) {
        String above = said(draft.line(), Sheets.UnitColumn.PARENT);
        String next = said(draft.line(), Sheets.UnitColumn.SUCCESSOR);
        Optional<Unit> same = Optional.ofNullable(before.get(draft.code()));
        List<Unit> parents = own(same.flatMap(Unit::parent), names.meant(above));
        if (!above.isEmpty() && parents.size() != 1) {
            fault(
                    draft.line(),
                    Sheets.UnitColumn.PARENT,
                    parents.isEmpty() ? "noUnit" : "manyUnits",
                    "value",
                    above,
                    "codes",
                    codes(parents));
            return Optional.empty();
        }
        Optional<String> own = same.flatMap(Unit::successor);
        if (own.filter(words -> Folding.folded(words).equals(Folding.folded(next)))
                .isPresent()) {
            return Optional.of(unit(draft, parents, own));
        }
        List<Unit> successors = own(own, names.meant(next));
        if (successors.size() > 1) {
            fault(draft.line(), Sheets.UnitColumn.SUCCESSOR, "manyUnits", "value", next, "codes", codes(successors));
            return Optional.empty();
        }
        // A name may stand there where a code did, and the name of what is no unit here.
        boolean kept = own.map(names::meant).filter(successors::equals).isPresent();
        Optional<String> written = Optional.of(next).filter(words -> !words.isEmpty());
        return Optional.of(unit(
                draft,
                parents,
                kept ? own : successors.stream().map(Unit::code).findFirst().or(() -> written)));
    }

    private static Unit unit(UnitRows.Row draft, List<Unit> parents, Optional<String> successor) {
        return new Unit(
                draft.code(),
                draft.name(),
                draft.level(),
                parents.stream().map(Unit::code).findFirst(),
                draft.from(),
                draft.to(),
                successor);
    }

    /** What was meant until now is still meant, though another bears its name by now, or will by this very workbook. */
    private static List<Unit> own(Optional<String> code, List<Unit> meant) {
        return meant.size() < 2
                ? meant
                : code.flatMap(own -> meant.stream()
                                .filter(unit -> unit.code().equals(own))
                                .findFirst())
                        .map(List::of)
                        .orElse(meant);
    }

    /** Whether it stands where a unit of its kind may. */
    private void placed(String code, TextSheet.Line line) {
        Unit unit = after.get(code);
        if (unit == null) {
            return;
        }
        if (unit.validFrom().isPresent()
                && unit.validTo().isPresent()
                && unit.validTo().get().isBefore(unit.validFrom().get())) {
            fault(line, Sheets.UnitColumn.TO, "endsFirst");
        }
        if (unit.successor().filter(code::equals).isPresent()) {
            fault(line, Sheets.UnitColumn.SUCCESSOR, "ownSuccessor");
        }
        // Those below have no row that changes, perhaps; without this a ring could come about, and no walk up it would
        // end.
        after.values().stream()
                .filter(below -> below.parent().filter(code::equals).isPresent())
                .filter(below -> below.level().compareTo(unit.level()) <= 0)
                .findFirst()
                .ifPresent(below -> fault(line, Sheets.UnitColumn.LEVEL, "levelsBelow", "value", below.name()));
        if (unit.hasEnded(today)) {
            after.values().stream()
                    .filter(below -> below.parent().filter(code::equals).isPresent() && !below.hasEnded(today))
                    .findFirst()
                    .ifPresent(below -> fault(line, Sheets.UnitColumn.TO, "goesOnBelow", "value", below.name()));
        }
        Optional<Unit> parent = unit.parent().map(after::get);
        if (parent.isEmpty()) {
            if (unit.level() != Unit.Level.PROVINCE) {
                fault(line, Sheets.UnitColumn.PARENT, "noParent");
            }
            return;
        }
        if (parent.get().level().compareTo(unit.level()) >= 0) {
            // Levels fall from parent to child, so there is no ring either.
            fault(
                    line,
                    Sheets.UnitColumn.PARENT,
                    "levels",
                    "value",
                    parent.get().name());
        } else if (parent.get().hasEnded(today) && !unit.hasEnded(today)) {
            fault(
                    line,
                    Sheets.UnitColumn.PARENT,
                    "parentEnded",
                    "value",
                    parent.get().name());
        }
    }

    private boolean changed(String code) {
        return after.containsKey(code) && !after.get(code).equals(before.get(code));
    }

    private List<Change.OfUnit> inOrder() {
        Map<String, Change.OfUnit> ordered = new LinkedHashMap<>();
        rows.keySet().forEach(code -> add(code, ordered, new HashMap<>()));
        return new ArrayList<>(ordered.values());
    }

    private void add(String code, Map<String, Change.OfUnit> ordered, Map<String, Boolean> above) {
        if (!changed(code) || ordered.containsKey(code) || above.put(code, true) != null) {
            return;
        }
        Unit unit = after.get(code);
        if (unit != null) {
            unit.parent().ifPresent(parent -> add(parent, ordered, above));
            ordered.put(code, new Change.OfUnit(Optional.ofNullable(before.get(code)), unit));
        }
    }

    static String codes(List<Unit> units) {
        return String.join(", ", units.stream().map(Unit::code).toList());
    }

    private static String said(TextSheet.Line line, int column) {
        return line.cell(column);
    }

    private void fault(TextSheet.Line line, int column, String key, Object... namesAndValues) {
        faults.add(line.problem(column, "people.fault." + key, namesAndValues));
    }
}
