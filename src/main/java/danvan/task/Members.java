package danvan.task;

import danvan.chat.Person;
import java.util.List;

/** Who is in an audience. Implementations are safe for use by several threads. */
public interface Members {

    /** Everybody who is in the audience now and can be reached, each once. */
    List<Recipient> in(Audience audience);

    /** Whether somebody is in the audience now. */
    boolean belongs(Person person, Audience audience);
}
