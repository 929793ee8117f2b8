package danvan.chat;

import java.util.Optional;

/** How somebody invited becomes a member by the page. Safe for use by several threads. */
public interface Joining {

    /** What has become of an invitation. */
    enum Invitation {
        /** It lets one person in. */
        OPEN,
        /** It has let somebody in, and opens nothing any more. */
        USED,
        /** It opens nothing any more: its time is over, or who made it has left. */
        EXPIRED,
        /** There is none. */
        NONE
    }

    /**
     * What has become of an invitation.
     *
     * @param code the secret part of its link, as a stranger may have typed it
     */
    Invitation invitation(String code);

    /** What whoever was invited is called, as far as that is known: to be looked at, and corrected. */
    String called(String code);

    /**
     * Makes a member of whoever was invited. The invitation ends; the member comes in by their own personal link from
     * now on. Asked again with the same code and token, it answers the same and changes nothing.
     *
     * @param token the secret part of the new link, made by the member's browser
     * @param name as typed
     * @return the chat that the new link opens; empty where the invitation let somebody else in, or is none
     * @throws IllegalArgumentException where the name is none
     */
    Optional<Address> join(String code, String token, String name);
}
