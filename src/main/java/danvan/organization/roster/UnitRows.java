package danvan.organization.roster;

import danvan.chat.PersonalData;
import danvan.organization.Unit;
import danvan.text.Folding;
import danvan.text.Problem;
import danvan.text.TypedDay;
import danvan.workbook.TextSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows about units one by one, and tells what is wrong with each by itself. */
final class UnitRows {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 40;

    private final Sheets sheets;
    private final Map<String, Unit> before;
    private final List<Problem> faults;

    UnitRows(Sheets sheets, Map<String, Unit> before, List<Problem> faults) {
        this.sheets = sheets;
        this.before = before;
        this.faults = faults;
    }

    /** A row as far as it can be told from itself. */
    record Row(
            TextSheet.Line line,
            String code,
            String name,
            Unit.Level level,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    Optional<Row> read(TextSheet.Line line) {
        String written = said(line, Sheets.UnitColumn.CODE);
        String name = name(line, written);
        Optional<Unit.Level> level = sheets.level(said(line, Sheets.UnitColumn.LEVEL));
        Optional<Optional<LocalDate>> from = day(line, Sheets.UnitColumn.FROM);
        Optional<Optional<LocalDate>> to = day(line, Sheets.UnitColumn.TO);
        boolean good = from.isPresent() && to.isPresent();
        boolean same = Optional.ofNullable(before.get(written))
                .filter(unit -> unit.name().equals(name))
                .isPresent();
        if (!same && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            fault(line, Sheets.UnitColumn.NAME, "unitName", "most", LONGEST_NAME);
            good = false;
        }
        if (!same && !PersonalData.in(name).isEmpty()) {
            fault(line, Sheets.UnitColumn.NAME, "personal");
            good = false;
        }
        String code = written.isEmpty() ? Folding.code(name) : written;
        if (!name.isEmpty() && (!code.matches("[a-z0-9-]+") || code.length() > LONGEST_CODE)) {
            fault(line, Sheets.UnitColumn.CODE, "unitCode", "value", code, "most", LONGEST_CODE);
            good = false;
        }
        if (written.isEmpty() && before.containsKey(code)) {
            fault(
                    line,
                    Sheets.UnitColumn.CODE,
                    "unitCodeTaken",
                    "value",
                    code,
                    "name",
                    before.get(code).name());
            good = false;
        }
        if (level.isEmpty()) {
            fault(line, Sheets.UnitColumn.LEVEL, "level", "value", said(line, Sheets.UnitColumn.LEVEL));
            good = false;
        }
        return good
                ? Optional.of(new Row(line, code, name, level.orElseThrow(), from.orElseThrow(), to.orElseThrow()))
                : Optional.empty();
    }

    /** In one line, without signs that do not show: it is said to others. As it is kept, where that says the same. */
    private String name(TextSheet.Line line, String code) {
        String name = Folding.plain(said(line, Sheets.UnitColumn.NAME));
        return Optional.ofNullable(before.get(code))
                .map(Unit::name)
                .filter(kept -> Folding.plain(kept).equals(name))
                .orElse(name);
    }

    /** A day; empty within where there is none, empty without where it cannot be read. */
    private Optional<Optional<LocalDate>> day(TextSheet.Line line, int column) {
        String said = said(line, column);
        if (said.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Optional<LocalDate> day = TypedDay.exact(said, Optional.empty());
        if (day.isPresent()) {
            return Optional.of(day);
        }
        fault(line, column, "day", "value", said);
        return Optional.empty();
    }

    private static String said(TextSheet.Line line, int column) {
        return line.cell(column);
    }

    private void fault(TextSheet.Line line, int column, String key, Object... namesAndValues) {
        faults.add(line.problem(column, "people.fault." + key, namesAndValues));
    }
}
