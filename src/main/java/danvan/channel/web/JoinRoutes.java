package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import danvan.chat.Address;
import danvan.chat.Joining;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a link opens: a member's chat, the page where somebody invited gives a name, or the word that an invitation was
 * used or has expired. Safe for use by several threads.
 */
final class JoinRoutes {
    /** 160 bits in hexadecimal, as join.js makes them. */
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{40}");

    private static final int LONGEST_NAME = 200;

    private record Joined(
            @JsonProperty("token") @Nullable String token,
            @JsonProperty("name") @Nullable String name) {}

    private final Door door;
    private final Pages pages;
    private final Joining joining;

    JoinRoutes(Door door, Pages pages, Joining joining) {
        this.door = door;
        this.pages = pages;
        this.joining = joining;
    }

    void open(Context request) {
        String code = door.code(request);
        Joining.Invitation invitation =
                door.knows(code) ? Joining.Invitation.NONE : door.asStranger(() -> joining.invitation(code));
        if (invitation == Joining.Invitation.NONE) {
            Address unused = door.chat(request);
            pages.chat(request, door.isOnThisMachine(request));
            return;
        }
        if (invitation == Joining.Invitation.USED) {
            request.status(410);
            pages.notice(request, "used");
            return;
        }
        if (invitation == Joining.Invitation.EXPIRED) {
            request.status(410);
            pages.notice(request, "expired");
            return;
        }
        pages.join(request, door.asStranger(() -> joining.called(code)));
    }

    void join(Context request) {
        door.checkSameOrigin(request, "application/json");
        String code = door.code(request);
        Joined asked = ChatRoutes.body(request, Joined.class);
        String token = Optional.ofNullable(asked.token()).orElse("");
        String name = Optional.ofNullable(asked.name()).orElse("");
        if (!TOKEN.matcher(token).matches()) {
            throw new Refusal(400, "malformed");
        }
        if (door.asStranger(() -> joining.invitation(code)) == Joining.Invitation.NONE) {
            Address unused = door.chat(request);
            throw new Refusal(410, "used");
        }
        try {
            Optional<Address> joined =
                    door.asStranger(() -> joining.join(code, token, name.length() > LONGEST_NAME ? "" : name));
            if (joined.isEmpty()) {
                door.missed(request);
                throw new Refusal(410, "used");
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(422, "name");
        }
        request.contentType("application/json").result("{\"joined\":true}");
    }
}
