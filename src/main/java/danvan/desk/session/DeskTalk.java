package danvan.desk.session;

import danvan.channel.web.Caller;
import danvan.channel.web.Inside;
import danvan.chat.Address;
import danvan.chat.Person;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * The chat of who sits at the desk: by the session, so that no secret link stands in a shared PC's address bar. Reminders go
 * where they went.
 */
public final class DeskTalk implements Inside {
    private final Entrance entrance;
    private final Caller caller;
    private final Function<Person, Address> address;

    /** @param address the member's chat on the phone page's channel, made where there is none */
    public DeskTalk(Entrance entrance, Caller caller, Function<Person, Address> address) {
        this.entrance = entrance;
        this.caller = caller;
        this.address = address;
    }

    @Override
    public Address chat(Context request) {
        entrance.checkPlace(request);
        return entrance.inside(request)
                .map(Entrance.Inside::person)
                .map(address)
                .orElseThrow(Inside::none);
    }

    @Override
    public void checkSameOrigin(Context request, String contentType) {
        caller.checkSameOrigin(request, contentType);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
