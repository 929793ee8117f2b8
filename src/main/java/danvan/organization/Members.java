package danvan.organization;

import danvan.chat.Address;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.StorageException;
import danvan.storage.Tx;
import danvan.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members and the chats they are reached in. Safe for use by several threads. */
public final class Members {
    static final String COLUMNS = "m.id, m.name, m.role, m.unit, m.language";

    /** The phone page's channel. */
    private static final String PAGE = "web";
    /** No hash of a link begins so. */
    private static final String DESK = "desk-";

    private final Database database;

    public Members(Database database) {
        this.database = database;
    }

    /**
     * A member and where to write to.
     *
     * @param address the chat the member was last seen in, of those that can be reached
     */
    public record Reachable(Person person, Address address) {}

    /**
     * A member.
     *
     * @param level the level of the member's unit
     * @param address the chat the member was last seen in, of those that can be reached; empty where there is none
     * @param since when the member came
     */
    public record Listed(Person person, Unit.Level level, Optional<Address> address, Instant since) {}

    private static final String LISTED =
            "SELECT " + COLUMNS + ", m.created_at, u.level, a.channel, a.chat FROM member m"
                    + " JOIN unit u ON u.code = m.unit LEFT JOIN member_address a ON a.member_id = m.id AND a.reachable = 1"
                    + " AND NOT EXISTS (SELECT 1 FROM member_address b WHERE b.member_id = m.id AND b.reachable = 1"
                    + " AND (b.last_seen_at > a.last_seen_at"
                    + " OR (b.last_seen_at = a.last_seen_at AND b.channel || b.chat > a.channel || a.chat)))"
                    + " WHERE m.left_at IS NULL";

    Optional<Person> behind(Address address) {
        return database.read(tx -> behind(tx, address));
    }

    public static Optional<Person> behind(Tx tx, Address address) {
        return tx.one(
                "SELECT " + COLUMNS
                        + " FROM member m JOIN member_address a ON a.member_id = m.id"
                        + " WHERE a.channel = ? AND a.chat = ? AND m.left_at IS NULL",
                Members::person,
                address.channel(),
                address.chat());
    }

    /**
     * Whom a message can reach, by member number.
     *
     * @param roles those that count
     * @param levels the levels of unit that count
     */
    public List<Reachable> reachable(Set<Role> roles, Set<Unit.Level> levels) {
        List<Object> arguments = new ArrayList<>();
        String sql = "SELECT " + COLUMNS + ", a.channel, a.chat FROM member m"
                + " JOIN unit u ON u.code = m.unit JOIN member_address a ON a.member_id = m.id"
                + " WHERE a.reachable = 1 AND m.left_at IS NULL AND m.role IN (" + marks(roles, arguments)
                + ") AND u.level IN ("
                + marks(levels, arguments) + ") AND NOT EXISTS (SELECT 1 FROM member_address b"
                + " WHERE b.member_id = m.id AND b.reachable = 1 AND (b.last_seen_at > a.last_seen_at"
                + " OR (b.last_seen_at = a.last_seen_at AND b.channel || b.chat > a.channel || a.chat))) ORDER BY m.id";
        return database.read(tx -> tx.list(
                sql,
                row -> new Reachable(person(row), new Address(row.text("channel"), row.text("chat"))),
                arguments.toArray()));
    }

    /** Everybody who has not left, whether a message can reach them or not, by member number. */
    public List<Listed> all(Set<Role> roles, Set<Unit.Level> levels) {
        List<Object> arguments = new ArrayList<>();
        String sql = LISTED + " AND m.role IN (" + marks(roles, arguments) + ") AND u.level IN ("
                + marks(levels, arguments) + ") ORDER BY m.id";
        return database.read(tx -> tx.list(sql, Members::listed, arguments.toArray()));
    }

    /** A member who has not left. */
    Optional<Listed> listed(long member) {
        return database.read(tx -> tx.one(LISTED + " AND m.id = ?", Members::listed, member));
    }

    /** A member, where a message can reach one. */
    public Optional<Reachable> reachable(long member) {
        return database.read(tx -> tx.one(
                "SELECT " + COLUMNS + ", a.channel, a.chat FROM member m JOIN member_address a ON a.member_id = m.id"
                        + " WHERE m.id = ? AND a.reachable = 1 AND m.left_at IS NULL ORDER BY a.last_seen_at DESC, a.channel DESC, a.chat DESC",
                row -> new Reachable(person(row), new Address(row.text("channel"), row.text("chat"))),
                member));
    }

    /** What a member is called; empty where there is none. */
    public String name(long member) {
        return database.read(tx -> tx.one("SELECT name FROM member WHERE id = ?", row -> row.text("name"), member))
                .orElse("");
    }

    public static long add(Tx tx, String name, Role role, String unit, Instant now) {
        return tx.insert(
                        "INSERT INTO member (name, role, unit, created_at) VALUES (?, ?, ?, ?) RETURNING id",
                        name,
                        role,
                        unit,
                        now)
                .orElseThrow(() -> new StorageException("the database gave a member no number"));
    }

    /**
     * A member's chat at the desk: the phone page's, where that is where the member is found; else one of its own, to which
     * messages go only where no other address can be reached.
     */
    public Address deskChat(long member) {
        Optional<Address> usual = reachable(member)
                .map(Reachable::address)
                .filter(address -> address.channel().equals(PAGE));
        if (usual.isPresent()) {
            return usual.get();
        }
        Address own = new Address(PAGE, DESK + member);
        if (behind(own).isEmpty()) {
            database.change(tx -> addAddress(tx, member, own, Instant.EPOCH));
        }
        return own;
    }

    /** Whether it is a chat at the desk: who writes there has not moved. */
    static boolean isAtDesk(Address address) {
        return address.channel().equals(PAGE) && address.chat().startsWith(DESK);
    }

    public static void addAddress(Tx tx, long member, Address address, Instant now) {
        tx.update("""
                INSERT INTO member_address (channel, chat, member_id, last_seen_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (channel, chat) DO UPDATE SET member_id = excluded.member_id, reachable = 1
                """, address.channel(), address.chat(), member, now);
        tx.update("DELETE FROM shut_address WHERE address = ?", hash(address));
    }

    /** Ends all ways in. They come in again by a code only, also where the settings name them or admission is open. */
    static void shut(Tx tx, long member, Instant now) {
        tx.list(
                        "SELECT channel, chat FROM member_address WHERE member_id = ?",
                        row -> new Address(row.text("channel"), row.text("chat")),
                        member)
                .forEach(address -> tx.update(
                        "INSERT INTO shut_address (address, shut_at) VALUES (?, ?)"
                                + " ON CONFLICT (address) DO UPDATE SET shut_at = excluded.shut_at",
                        hash(address),
                        now));
        tx.update("DELETE FROM member_address WHERE member_id = ?", member);
        // What was opened by one of them, such as the desk, ends too.
        tx.update("UPDATE member SET access_no = access_no + 1 WHERE id = ?", member);
    }

    /** How often all ways in of a member were ended: what was opened when it was another number is open no more. */
    public long accessNumber(long member) {
        return database.read(tx -> tx.count("SELECT access_no AS n FROM member WHERE id = ?", member));
    }

    static boolean isShut(Tx tx, Address address) {
        return tx.count("SELECT COUNT(*) AS n FROM shut_address WHERE address = ?", hash(address)) > 0;
    }

    private static String hash(Address address) {
        return Secrets.hash(address.toString());
    }

    public static void audit(Tx tx, Instant at, Optional<Long> actor, String action, String detail) {
        tx.update("INSERT INTO audit (at, actor, action, detail) VALUES (?, ?, ?, ?)", at, actor, action, detail);
    }

    private static String marks(Set<? extends Enum<?>> values, List<Object> arguments) {
        arguments.addAll(values);
        return String.join(", ", values.stream().map(any -> "?").toList());
    }

    private static Listed listed(Row row) {
        return new Listed(
                person(row),
                Unit.Level.valueOf(row.text("level")),
                row.textIfAny("channel").map(channel -> new Address(channel, row.text("chat"))),
                row.instant("created_at"));
    }

    static Person person(Row row) {
        return new Person(
                row.number("id"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                row.text("unit"),
                row.textIfAny("language").flatMap(Language::of));
    }
}
