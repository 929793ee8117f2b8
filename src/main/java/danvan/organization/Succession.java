package danvan.organization;

import danvan.chat.Person;
import danvan.text.Folding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the members of units that have ended belong by now: in what took their place, or in what took the place of that. */
public record Succession(List<Move> moves) {

    /** A member whose unit has ended, and the unit that goes on. */
    public record Move(Person member, Unit from, Unit to) {}

    public static Succession of(List<Roster.Entry> members, List<Unit> units, LocalDate today) {
        Map<String, Unit> byCode = new HashMap<>();
        Map<String, List<Unit>> byName = new HashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        units.stream()
                .filter(unit -> unit.existsOn(today))
                .forEach(unit -> byName.computeIfAbsent(Folding.folded(unit.name()), any -> new ArrayList<>())
                        .add(unit));
        List<Move> moves = new ArrayList<>();
        for (Roster.Entry entry : members) {
            Unit from = byCode.get(entry.person().unit());
            if (from != null && from.hasEnded(today)) {
                next(from, byCode, byName, today).ifPresent(to -> moves.add(new Move(entry.person(), from, to)));
            }
        }
        return new Succession(List.copyOf(moves));
    }

    private static Optional<Unit> next(
            Unit from, Map<String, Unit> byCode, Map<String, List<Unit>> byName, LocalDate today) {
        Set<String> seen = new HashSet<>();
        Unit unit = from;
        while (!unit.existsOn(today) && seen.add(unit.code())) {
            String successor = unit.successor().orElse("");
            List<Unit> named = byName.getOrDefault(Folding.folded(successor), List.of());
            Unit next = byCode.getOrDefault(successor, named.size() == 1 ? named.get(0) : unit);
            unit = next;
        }
        return unit.existsOn(today) ? Optional.of(unit) : Optional.empty();
    }

    /** The same for the same moves: short, for a button, to know whether they still are what was shown. */
    public String mark() {
        return UUID.nameUUIDFromBytes(moves.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
