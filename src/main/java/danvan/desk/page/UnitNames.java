package danvan.desk.page;

import danvan.organization.directory.Organization;
import danvan.organization.directory.UnitRef;
import danvan.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units as they are typed, with completion by the browser: {@code xã Tiến Đức [xa-tien-duc]}, the name, or the code. */
public record UnitNames(List<UnitRef> units) {
    private static final Pattern WITH_CODE = Pattern.compile("^[^\\[\\]]*+\\[([^\\[\\]]{1,80})]\\s*+$");

    /** Every unit of the tree in which a unit stands. */
    public static UnitNames around(Organization organization, String unit) {
        List<UnitRef> up = organization.upwards(unit);
        return within(organization, up.isEmpty() ? unit : up.get(up.size() - 1).code());
    }

    public static UnitNames within(Organization organization, String unit) {
        return new UnitNames(organization.within(unit));
    }

    public static String written(UnitRef unit) {
        return unit.name() + " [" + unit.code() + "]";
    }

    /** The one that is meant; empty where it is none or may be several. */
    public Optional<UnitRef> meant(String typed) {
        Matcher code = WITH_CODE.matcher(typed);
        String named = code.matches() ? code.group(1).strip() : typed.strip();
        Optional<UnitRef> byCode = units.stream()
                .filter(unit -> unit.code().equalsIgnoreCase(named))
                .findFirst();
        if (byCode.isPresent()) {
            return byCode;
        }
        String folded = Folding.folded(named);
        List<UnitRef> byName = units.stream()
                .filter(unit -> Folding.folded(unit.name()).equals(folded))
                .toList();
        List<UnitRef> some = byName.isEmpty() && !folded.isEmpty()
                ? units.stream()
                        .filter(unit -> Folding.folded(unit.name()).endsWith(" " + folded))
                        .toList()
                : byName;
        return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
    }
}
