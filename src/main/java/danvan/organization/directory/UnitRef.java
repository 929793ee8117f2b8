package danvan.organization.directory;

import java.util.Optional;

/**
 * A unit.
 *
 * @param name in Vietnamese, with its kind, such as "xã Tiến Đức"
 * @param level such as {@code commune}
 * @param above the code of the unit above; empty for the root
 */
public record UnitRef(String code, String name, String level, Optional<String> above) {}
