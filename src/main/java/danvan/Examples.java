package danvan;

import danvan.channel.console.Console;
import danvan.chat.Address;
import danvan.chat.Role;
import danvan.people.People;
import java.time.Instant;
import java.util.List;

/** The three members of a rehearsal. */
enum Examples {
    LAN("Lan", Role.CADRE, "xa-tien-duc"),
    MINH("Minh", Role.LEAD, "xa-tien-duc"),
    HOA("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh");

    private final String called;
    private final Role role;
    private final String unit;

    Examples(String called, Role role, String unit) {
        this.called = called;
        this.role = role;
        this.unit = unit;
    }

    String called() {
        return called;
    }

    Role role() {
        return role;
    }

    /** The name in addresses and in the phone page's links, such as {@code lan}. */
    String key() {
        return called.toLowerCase(java.util.Locale.ROOT);
    }

    static void addTo(People people, Instant now) {
        for (Examples example : values()) {
            people.example(
                    example.called,
                    example.role,
                    example.unit,
                    List.of(new Address(Console.CHANNEL, example.key()), People.exampleLink(example.key())),
                    now);
        }
    }
}
