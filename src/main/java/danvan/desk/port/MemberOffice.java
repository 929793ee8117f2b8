package danvan.desk.port;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.PageTurns.Answered;
import danvan.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members, as far as somebody may see them, and what is done with them, by the very decisions of the chat.
 * Implementations are safe for use by several threads.
 */
public interface MemberOffice {

    /** What a list of members is ordered by. */
    enum Sort {
        NAME,
        ROLE,
        UNIT,
        SINCE,
        SEEN
    }

    /** Whom a message reaches. */
    enum Reached {
        YES,
        NO
    }

    /**
     * Which members.
     *
     * @param words of the name, with accents or without; empty for all
     * @param unit its code
     * @param below whether those of the units below it too
     * @param up from the least
     */
    record Filter(
            String words,
            Optional<String> unit,
            boolean below,
            Optional<Role> role,
            Optional<Reached> reached,
            Sort sort,
            boolean up) {}

    /**
     * A member in a list.
     *
     * @param unit what the unit is called
     * @param seen when the member was last heard; empty for who has no way in
     * @param messenger whether a message arrives elsewhere than on the phone page
     * @param page whether one arrives on the phone page
     */
    record Line(
            Person person, String unit, Instant since, Optional<Instant> seen, boolean messenger, boolean page) {
        public boolean reachable() {
            return messenger || page;
        }
    }

    /** Some of the members found. */
    record Page(List<Line> lines, long total) {}

    Page page(Person by, Filter filter, int most, long from);

    /**
     * One member, and what may be done.
     *
     * @param roles that may be given instead
     * @param decides whether who asks decides about the member
     * @param givesAccess whether who asks may make another way in
     * @param invitations how many that the member made end with a lower role
     */
    record Card(Line line, List<Role> roles, boolean decides, boolean givesAccess, long invitations) {}

    Optional<Card> card(Person by, long member, Instant now);

    /** The roles for which somebody may invite. */
    List<Role> invitable(Person by, Instant now);

    /** Something done with a member. */
    enum Act {
        /** The value is the unit's code. */
        MOVE,
        /** The value is the role. */
        ROLE,
        LEAVE,
        /** A way in beside those there are. */
        ACCESS,
        /** A way in in the place of all others. */
        ONLY_ACCESS
    }

    /** A member as somebody had it before the eyes. */
    record Seen(long member, String role, String unit) {}

    Answered<Decided> act(Turn turn, Act act, Seen seen, String value);

    /** Invites somebody; the code stands in what is said. */
    Answered<Decided> invite(Turn turn, Role role, String unit);
}
