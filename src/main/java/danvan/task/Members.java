package danvan.task;

import danvan.chat.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is in an audience, and who stands above whom. Implementations are safe for use by several threads. */
public interface Members {

    /** Everybody who is in the audience now and can be reached, each once. */
    List<Recipient> in(Audience audience);

    /** Everybody who is in the audience now, whether a message can reach them or not, each once. */
    List<Teammate> all(Audience audience);

    /** Whether somebody is in the audience now. */
    boolean belongs(Person person, Audience audience);

    /** When a member came: what was due before is none of theirs. */
    Instant since(Person person);

    /** A member who can be reached. */
    Optional<Recipient> member(long id);

    /** The leads of all units who can be reached. */
    List<Recipient> leads();

    /** Those of the office, administrators among them, who can be reached. */
    List<Recipient> office();

    /** A unit by its code. */
    Optional<OrgUnit> unit(String code);
}
