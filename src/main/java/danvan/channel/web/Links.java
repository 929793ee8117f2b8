package danvan.channel.web;

import danvan.chat.Address;
import java.util.Optional;

/** Whose personal link is whose. Safe for use by several threads. */
@FunctionalInterface
public interface Links {

    /**
     * The chat that a link opens.
     *
     * @param token the secret part of the link, as a stranger may have typed it
     * @return an address on the channel {@link PhonePage#CHANNEL}; empty where the link is unknown or was withdrawn
     */
    Optional<Address> address(String token);
}
