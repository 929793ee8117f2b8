package danvan.organization.roster;

import danvan.chat.Person;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.organization.Invitations;
import danvan.organization.PersonName;
import danvan.organization.Roster;
import danvan.organization.Unit;
import danvan.text.Folding;
import danvan.text.Problem;
import danvan.workbook.TextSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the rows about members and tells what is wrong with them. A row that says what is so already is never wrong.
 * Members that have no row stay as they are; a row without a number is somebody new,
 * but for who was invited so already: a workbook is kept, and sent again with one row more.
 */
final class MemberCheck {
    private static final Set<String> YES = Set.of("x", "co", "nghi", "yes", "evet", "1", "true");
    private static final Set<String> NO = Set.of("", "khong", "no", "hayir", "0", "false", "-");

    private final Sheets sheets;
    private final State before;
    private final UnitNames names;
    private final Person by;
    private final LocalDate today;
    private final List<Problem> faults;
    private final Set<Long> numbers = new HashSet<>();
    private int known;

    /**
     * A check.
     *
     * @param names of the units as they will be
     * @param by who sends the workbook, and is of the office at least
     */
    MemberCheck(Sheets sheets, State before, UnitNames names, Person by, LocalDate today, List<Problem> faults) {
        this.sheets = sheets;
        this.before = before;
        this.names = names;
        this.by = by;
        this.today = today;
        this.faults = faults;
    }

    List<Change> check(List<TextSheet.Line> lines) {
        List<Change> changes = new ArrayList<>();
        lines.forEach(line -> change(line).ifPresent(changes::add));
        List<Change> more = withoutKnown(changes);
        known = changes.size() - more.size();
        return more;
    }

    /** How many rows are about somebody who was invited already and is expected, or has come meanwhile. */
    int known() {
        return known;
    }

    /** Each invitation, and each member who has no row, stands for one row: a namesake is invited nevertheless. */
    private List<Change> withoutKnown(List<Change> changes) {
        List<Invitations.Expected> expected = new ArrayList<>(before.expected());
        List<Person> came = new ArrayList<>(before.members().values().stream()
                .map(Roster.Entry::person)
                .filter(member -> !numbers.contains(member.id()))
                .toList());
        return changes.stream()
                .filter(change -> !(change instanceof Change.Newcomer one
                        && (expected.remove(new Invitations.Expected(one.name(), one.role(), one.unit()))
                                || came.stream()
                                        .filter(member ->
                                                Folding.plain(member.name()).equals(one.name())
                                                        && member.unit().equals(one.unit()))
                                        .findFirst()
                                        .filter(came::remove)
                                        .isPresent())))
                .toList();
    }

    private Optional<Change> change(TextSheet.Line line) {
        String number = said(line, Sheets.MemberColumn.NUMBER);
        if (number.isEmpty()) {
            return newcomer(line);
        }
        Optional<Person> member = number.matches("\\d{1,18}")
                ? Optional.ofNullable(before.members().get(Long.parseLong(number)))
                        .map(Roster.Entry::person)
                : Optional.empty();
        if (member.isEmpty()) {
            fault(line, Sheets.MemberColumn.NUMBER, "noMember", "value", number);
            return Optional.empty();
        }
        if (!numbers.add(member.get().id())) {
            fault(line, Sheets.MemberColumn.NUMBER, "memberTwice", "value", number);
            return Optional.empty();
        }
        return known(line, member.get());
    }

    private Optional<Change> known(TextSheet.Line line, Person member) {
        String leaves = Folding.folded(said(line, Sheets.MemberColumn.LEAVES));
        if (YES.contains(leaves)) {
            return decided(line, Sheets.MemberColumn.LEAVES, member, new Change.Leaving(member));
        }
        if (!NO.contains(leaves)) {
            fault(line, Sheets.MemberColumn.LEAVES, "leaves", "value", said(line, Sheets.MemberColumn.LEAVES));
            return Optional.empty();
        }
        String written = said(line, Sheets.MemberColumn.NAME);
        // A name that a phone has brought along may be no name here; as long as it stays, that is nobody's fault.
        Optional<String> name = Folding.plain(written).equals(Folding.plain(member.name()))
                ? Optional.of(member.name())
                : name(line, written);
        Optional<Role> role = role(line, Optional.of(member.role()));
        Optional<String> unit = unit(line, Optional.of(member.unit()));
        if (name.isEmpty() || role.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        Person after = new Person(member.id(), name.get(), role.get(), unit.get(), member.language());
        if (after.equals(member)) {
            return Optional.empty();
        }
        int column = after.role() != member.role()
                ? Sheets.MemberColumn.ROLE
                : after.unit().equals(member.unit()) ? Sheets.MemberColumn.NAME : Sheets.MemberColumn.UNIT;
        return decided(line, column, member, new Change.OfMember(member, after));
    }

    private Optional<Change> decided(TextSheet.Line line, int column, Person member, Change change) {
        boolean onlyNamed = change instanceof Change.OfMember of && !of.concerns();
        if (member.id() == by.id() && !onlyNamed) {
            fault(line, column, "oneself");
            return Optional.empty();
        }
        if (!by.role().atLeast(member.role())) {
            fault(line, column, "aboveYou", "value", member.name());
            return Optional.empty();
        }
        return Optional.of(change);
    }

    private Optional<Change> newcomer(TextSheet.Line line) {
        Optional<String> name = name(line, said(line, Sheets.MemberColumn.NAME));
        Optional<Role> role = role(line, Optional.empty());
        Optional<String> unit = unit(line, Optional.empty());
        if (!Folding.folded(said(line, Sheets.MemberColumn.LEAVES)).isEmpty()) {
            fault(line, Sheets.MemberColumn.LEAVES, "newLeaves");
            return Optional.empty();
        }
        return name.isPresent() && role.isPresent() && unit.isPresent()
                ? Optional.of(new Change.Newcomer(name.get(), role.get(), unit.get()))
                : Optional.empty();
    }

    private Optional<String> name(TextSheet.Line line, String written) {
        Optional<String> name = PersonName.of(written);
        if (name.isEmpty() && !PersonalData.numbersIn(written).isEmpty()) {
            fault(line, Sheets.MemberColumn.NAME, "personal");
        } else if (name.isEmpty()) {
            fault(line, Sheets.MemberColumn.NAME, "name", "most", PersonName.LONGEST);
        }
        return name;
    }

    /** @param own the one the member has already, which may be above the sender's */
    private Optional<Role> role(TextSheet.Line line, Optional<Role> own) {
        String written = said(line, Sheets.MemberColumn.ROLE);
        Optional<Role> role = sheets.role(written);
        if (role.isEmpty()) {
            fault(line, Sheets.MemberColumn.ROLE, "role", "value", written);
        } else if (!role.equals(own) && !by.role().atLeast(role.get())) {
            fault(line, Sheets.MemberColumn.ROLE, "roleAbove", "value", written);
            return Optional.empty();
        }
        return role;
    }

    /**
     * The unit a row names.
     *
     * @param own the one the member belongs to already, which may have ended
     */
    private Optional<String> unit(TextSheet.Line line, Optional<String> own) {
        String written = said(line, Sheets.MemberColumn.UNIT);
        boolean left = own.flatMap(code -> Optional.ofNullable(before.units().get(code)))
                .filter(unit -> Folding.folded(unit.name()).equals(Folding.folded(written)))
                .isPresent();
        if (left) {
            // Also where this very workbook gives the name to another.
            return own;
        }
        List<Unit> meant = names.meant(written);
        List<Unit> today =
                meant.stream().filter(unit -> unit.existsOn(this.today)).toList();
        if (meant.size() > 1
                && own.isPresent()
                && meant.stream().anyMatch(unit -> unit.code().equals(own.get()))) {
            // It is one of two of the name.
            return own;
        }
        if (meant.size() > 1 && today.size() == 1) {
            return Optional.of(today.get(0).code());
        }
        if (meant.size() != 1) {
            fault(
                    line,
                    Sheets.MemberColumn.UNIT,
                    meant.isEmpty() ? "noUnit" : "manyUnits",
                    "value",
                    written,
                    "codes",
                    UnitCheck.codes(meant));
            return Optional.empty();
        }
        Unit unit = meant.get(0);
        if (!own.filter(unit.code()::equals).isPresent() && !unit.existsOn(this.today)) {
            fault(
                    line,
                    Sheets.MemberColumn.UNIT,
                    "unitOver",
                    "value",
                    unit.name(),
                    "successor",
                    unit.successor().map(names::of).orElse("–"));
            return Optional.empty();
        }
        return Optional.of(unit.code());
    }

    private static String said(TextSheet.Line line, int column) {
        return line.cell(column);
    }

    private void fault(TextSheet.Line line, int column, String key, Object... namesAndValues) {
        faults.add(line.problem(column, "people.fault." + key, namesAndValues));
    }
}
