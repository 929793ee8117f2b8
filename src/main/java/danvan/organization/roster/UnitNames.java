package danvan.organization.roster;

import danvan.organization.Unit;
import danvan.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Units by what people call them: by their name where only one bears it, else by their code. */
final class UnitNames {
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();

    UnitNames(Collection<Unit> units) {
        units.forEach(this::add);
    }

    void add(Unit unit) {
        byCode.put(unit.code(), unit);
        byName.computeIfAbsent(Folding.folded(unit.name()), any -> new ArrayList<>())
                .add(unit);
    }

    /** A name that a unit bore until now still means it, unless another bears it. */
    void alsoCalled(String name, Unit unit) {
        byName.computeIfAbsent(Folding.folded(name), any -> new ArrayList<>(List.of(unit)));
    }

    /** How a unit is written; what is no code is written as it stands. */
    String of(String code) {
        Unit unit = byCode.get(code);
        return unit != null
                        && byName.getOrDefault(Folding.folded(unit.name()), List.of())
                                        .size()
                                == 1
                ? unit.name()
                : code;
    }

    /** The units that may be meant: none, one, or all of a name. */
    List<Unit> meant(String written) {
        Unit unit = byCode.get(Folding.code(written));
        return unit != null && Folding.folded(written).equals(unit.code())
                ? List.of(unit)
                : List.copyOf(byName.getOrDefault(Folding.folded(written), List.of()));
    }
}
