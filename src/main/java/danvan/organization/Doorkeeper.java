package danvan.organization;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Person;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.conversation.Directory;
import danvan.conversation.Reply;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Who comes in: members; administrators named in the settings; who has a code; where admission is open, anybody. Who was
 * removed or locked out needs a code, whatever the settings say. All others get one polite line, and after five an hour,
 * nothing.
 */
public final class Doorkeeper implements Directory {
    private static final int TRIES_AN_HOUR = 5;

    private final Database database;
    private final Members members;
    private final Units units;
    private final Invitations invitations;
    private final Set<String> administrators;
    private final boolean open;
    private final Texts.Phrases texts;
    private final JoinNews news;
    private final ZoneId zone;

    public Doorkeeper(
            Database database,
            Units units,
            Set<String> administrators,
            boolean open,
            Texts.Phrases texts,
            JoinNews news,
            ZoneId zone) {
        this.database = database;
        this.members = new Members(database);
        this.units = units;
        this.invitations = new Invitations(database);
        this.administrators = administrators;
        this.open = open;
        this.texts = texts;
        this.news = news;
        this.zone = zone;
    }

    @Override
    public Optional<Person> member(Address address) {
        return members.behind(address);
    }

    @Override
    public Optional<Person> admit(Address address, String name, Instant now) {
        boolean administrator = administrators.contains(address.toString());
        Optional<Unit> root = units.root(LocalDate.ofInstant(now, zone));
        if ((!administrator && !open) || root.isEmpty()) {
            return Optional.empty();
        }
        return database.write(tx -> Members.behind(tx, address).or(() -> {
            if (Members.isShut(tx, address)) {
                return Optional.empty();
            }
            Role role = administrator ? Role.ADMINISTRATOR : Role.CADRE;
            long member = Members.add(tx, called(name), role, root.get().code(), now);
            Members.addAddress(tx, member, address, now);
            Members.audit(
                    tx,
                    now,
                    Optional.of(member),
                    "join",
                    role + " " + root.get().code());
            return Members.behind(tx, address);
        }));
    }

    @Override
    public Optional<Reply> invited(Address address, String name, Incoming incoming, Instant now) {
        if (!(incoming instanceof Incoming.Words words) || tries(address, now) >= TRIES_AN_HOUR) {
            return Optional.empty();
        }
        return good(words.text(), now).map(invitation -> welcome(invitation, address, name, now));
    }

    @Override
    public Reply stranger(Address address, String name, Incoming incoming, Instant now) {
        return incoming instanceof Incoming.Words words && tries(address, now) < TRIES_AN_HOUR
                ? Reply.say(texts.say(answer(words.text(), now))).andDo(tx -> countTry(tx, address, now))
                : Reply.nothing();
    }

    /** Who holds the code of an invitation, by a link that was scanned, is told why it opens nothing. */
    private String answer(String typed, Instant now) {
        return switch (invitations.standing(Secrets.hash(code(typed)), now)) {
            case USED -> "people.codeUsed";
            case EXPIRED -> "people.codeExpired";
            case OPEN, NONE -> "people.stranger";
        };
    }

    private Reply welcome(Invitations.Invitation invitation, Address address, String name, Instant now) {
        String unit = units.find(invitation.unit()).map(Unit::name).orElse(invitation.unit());
        String called = invitation.name().orElseGet(() -> called(name));
        return invitation
                .member()
                .map(member -> Reply.say(texts.say("people.admittedAgain", "name", member.name())))
                .orElseGet(() -> Reply.say(texts.say("people.admitted", "unit", unit)))
                .andTell(news.of(invitation, called))
                .andDo(tx -> Invitations.use(tx, invitation, address, called, now));
    }

    @Override
    public void seen(Tx tx, Address address, boolean reachable, Instant at) {
        if (Members.isAtDesk(address)) {
            return;
        }
        tx.update(
                "UPDATE member_address SET reachable = ?, last_seen_at = CASE WHEN ? = 1 THEN ? ELSE last_seen_at END"
                        + " WHERE channel = ? AND chat = ?",
                reachable,
                reachable,
                at,
                address.channel(),
                address.chat());
    }

    private Optional<Invitations.Invitation> good(String typed, Instant now) {
        return invitations.good(Secrets.hash(code(typed)), now);
    }

    /** As it is typed, or as Telegram's link hands it over. */
    private static String code(String typed) {
        String[] words = typed.strip().split("\\s+", 2);
        return words[0].equals("/start") && words.length == 2 ? words[1] : typed;
    }

    private long tries(Address address, Instant now) {
        return database.read(tx -> tx.count(
                "SELECT tries AS n FROM stranger WHERE channel = ? AND chat = ? AND hour = ?",
                address.channel(),
                address.chat(),
                hour(now)));
    }

    /** Deletes the tries of earlier hours, which count no more. */
    public int forgetTries(Instant now) {
        return database.write(tx -> tx.update("DELETE FROM stranger WHERE hour < ?", hour(now)));
    }

    private static void countTry(Tx tx, Address address, Instant now) {
        tx.update("""
                INSERT INTO stranger (channel, chat, hour, tries) VALUES (?, ?, ?, 1)
                ON CONFLICT (channel, chat) DO UPDATE SET
                    tries = CASE WHEN stranger.hour = excluded.hour THEN stranger.tries + 1 ELSE 1 END,
                    hour = excluded.hour
                """, address.channel(), address.chat(), hour(now));
    }

    private static long hour(Instant now) {
        return now.getEpochSecond() / Duration.ofHours(1).toSeconds();
    }

    private String called(String name) {
        // What a phone brings along may be anything; a number in it would be read by all.
        return name.isBlank() || !PersonalData.numbersIn(name).isEmpty() ? texts.plain("people.unnamed") : name.strip();
    }
}
