package danvan.task;

import java.util.Optional;

/**
 * A unit as the tasks know it.
 *
 * @param name as people read it
 * @param above the code of the unit above it
 */
public record OrgUnit(String code, String name, Optional<String> above) {}
