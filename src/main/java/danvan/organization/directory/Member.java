package danvan.organization.directory;

import danvan.chat.Address;
import danvan.chat.Role;
import danvan.text.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of the organization.
 *
 * @param unit the code of the member's unit
 * @param level the level of that unit, such as {@code commune}
 * @param since when the member came
 * @param chat where the member was last seen, of the chats that a message can reach; empty where there is none
 */
public record Member(
        long id,
        String name,
        Role role,
        String unit,
        String level,
        Language language,
        Instant since,
        Optional<Address> chat) {

    /** Whether a message can reach the member now. */
    public boolean reachable() {
        return chat.isPresent();
    }

    /** Where to write to a member who is {@linkplain #reachable reachable}. */
    public Address address() {
        return chat.orElseThrow(() -> new IllegalStateException("no message can reach member " + id));
    }
}
