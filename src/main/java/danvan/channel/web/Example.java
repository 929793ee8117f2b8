package danvan.channel.web;

/**
 * An example member of a rehearsal, offered on the start page.
 *
 * @param name how the member is called
 * @param role what the member is, in a few words
 * @param token the secret part of the member's link
 */
public record Example(String name, String role, String token) {
    public Example {
        if (name.isBlank() || token.isBlank()) {
            throw new IllegalArgumentException("an example member needs a name and a link");
        }
    }
}
