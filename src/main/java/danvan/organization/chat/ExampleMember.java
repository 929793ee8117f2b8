package danvan.organization.chat;

import danvan.channel.console.Console;
import danvan.chat.Address;
import danvan.chat.Role;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three members of a rehearsal. */
public enum ExampleMember {
    LAN("Lan", Role.CADRE, "xa-tien-duc"),
    MINH("Minh", Role.LEAD, "xa-tien-duc"),
    HOA("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh");

    private static final Logger LOG = LoggerFactory.getLogger(ExampleMember.class);

    private final String called;
    private final Role role;
    private final String unit;

    ExampleMember(String called, Role role, String unit) {
        this.called = called;
        this.role = role;
        this.unit = unit;
    }

    public String called() {
        return called;
    }

    public Role role() {
        return role;
    }

    /** The name in addresses and in the phone page's links, such as {@code lan}. */
    public String key() {
        return called.toLowerCase(java.util.Locale.ROOT);
    }

    public static void addTo(People people, Instant now) {
        for (ExampleMember example : values()) {
            if (people.units().find(example.unit).isEmpty()) {
                LOG.warn(
                        "rehearsal: there is no {}: the knowledge base has no unit {}; mend units.yml or take the starter one",
                        example.called,
                        example.unit);
                continue;
            }
            people.example(
                    example.called,
                    example.role,
                    example.unit,
                    List.of(new Address(Console.CHANNEL, example.key()), People.exampleLink(example.key())),
                    now);
        }
    }
}
