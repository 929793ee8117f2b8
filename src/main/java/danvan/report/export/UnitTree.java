package danvan.report.export;

import java.util.List;
import java.util.Optional;

/** The units, as reports that leave need them. Implementations are safe for use by several threads. */
public interface UnitTree {
    /**
     * A unit.
     *
     * @param name in Vietnamese, with its kind, such as "xã Tiến Đức"
     */
    record Place(String code, String name) {}

    /** The unit and those anywhere below it, whether or not they still exist, parents first. */
    List<Place> within(String unit);

    /** The units directly below. */
    List<Place> below(String unit);

    /** The unit itself and those above it, the nearest first. */
    List<Place> upwards(String unit);

    default String nameOf(String unit) {
        return upwards(unit).stream().findFirst().map(Place::name).orElse(unit);
    }

    default Optional<Place> above(String unit) {
        return upwards(unit).stream().skip(1).findFirst();
    }
}
