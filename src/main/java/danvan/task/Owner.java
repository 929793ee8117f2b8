package danvan.task;

import danvan.chat.Role;

/** Who answers for a task. */
public sealed interface Owner {

    record OfUnit(String code) implements Owner {}

    record OfRole(Role role) implements Owner {}

    record OfMember(long id) implements Owner {}
}
