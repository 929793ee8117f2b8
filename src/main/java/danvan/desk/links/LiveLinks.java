package danvan.desk.links;

import danvan.desk.session.Secret;
import danvan.organization.directory.AuditNote;
import danvan.storage.Database;
import danvan.storage.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** The live links of the members. Safe for use by several threads. */
public final class LiveLinks {
    /** Of one member. */
    static final int MOST = 50;

    /** So often it is written down that a link is in use. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final LongUnaryOperator accessNumber;
    private final AuditNote audit;

    /**
     * The links.
     *
     * @param clock real time, not a rehearsal's
     * @param accessNumber how often a member's ways in were ended
     */
    public LiveLinks(Database database, Clock clock, LongUnaryOperator accessNumber, AuditNote audit) {
        this.database = database;
        this.clock = clock;
        this.accessNumber = accessNumber;
        this.audit = audit;
    }

    /** What is wanted of a new one. */
    record Wanted(String name, String form, String unit, boolean labels, Duration lasts) {}

    /**
     * Makes one, and says its token, which nobody can say again; empty where the member has too many.
     *
     * @param at the bot's time, for the audit
     */
    Optional<Made> make(long member, Wanted wanted, Instant at) {
        String token = Secret.token();
        Instant now = clock.instant();
        return database.write(tx -> {
            if (tx.count("SELECT COUNT(*) AS n FROM live_link WHERE member_id = ?", member) >= MOST) {
                return Optional.empty();
            }
            Optional<Long> id = tx.insert(
                    """
                    INSERT INTO live_link (member_id, access_no, name, form, unit, labels, token_hash, made_at, until_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                    """,
                    member,
                    accessNumber.applyAsLong(member),
                    wanted.name(),
                    wanted.form(),
                    wanted.unit(),
                    wanted.labels(),
                    Secret.hash(token),
                    now,
                    now.plus(wanted.lasts()));
            audit.note(tx, at, member, "live link made", wanted.form() + " " + wanted.unit() + ": " + wanted.name());
            return id.map(number -> new Made(number, token));
        });
    }

    /** A new link, and the token that opens it. */
    public record Made(long id, String token) {}

    /** Those of a member, or of all, the latest first; what has ended is among them. */
    List<LiveLink> of(Optional<Long> member) {
        return database.read(tx -> tx.list(
                "SELECT * FROM live_link WHERE ? = 0 OR member_id = ? ORDER BY id DESC",
                LiveLinks::read,
                member.isPresent(),
                member.orElse(0L)));
    }

    /** Whether it opens anything now, as far as time and its member's ways in go. */
    boolean lasts(LiveLink link) {
        return link.until().isAfter(clock.instant()) && accessNumber.applyAsLong(link.member()) == link.access();
    }

    /** Ends one: a member's own, or anybody's for an administrator. False where there is none of this number. */
    boolean end(long by, long id, boolean anybodys, Instant at) {
        return database.write(tx -> {
            Optional<LiveLink> link = tx.one("SELECT * FROM live_link WHERE id = ?", LiveLinks::read, id)
                    .filter(one -> anybodys || one.member() == by);
            link.ifPresent(one -> {
                tx.update("DELETE FROM live_link WHERE id = ?", id);
                audit.note(tx, at, by, "live link ended", one.form() + " " + one.unit() + ": " + one.name());
            });
            return link.isPresent();
        });
    }

    /** The link of a number that a token opens. */
    Optional<LiveLink> opened(long id, String token) {
        return database.read(tx -> tx.one(
                        "SELECT * FROM live_link WHERE id = ? AND token_hash = ?",
                        LiveLinks::read,
                        id,
                        Secret.hash(token)))
                .filter(this::lasts);
    }

    /** Writes down that it is read: the audit has the first time of each day. */
    void used(LiveLink link, Instant at) {
        Instant now = clock.instant();
        if (link.usedAt().filter(last -> last.plus(NOTED).isAfter(now)).isPresent()) {
            return;
        }
        boolean first = link.usedAt()
                .map(last -> last.plus(Duration.ofDays(1)).isBefore(now))
                .orElse(true);
        database.change(tx -> {
            tx.update("UPDATE live_link SET used_at = ? WHERE id = ?", now, link.id());
            if (first) {
                audit.note(
                        tx, at, link.member(), "live link read", link.form() + " " + link.unit() + ": " + link.name());
            }
        });
    }

    /** Deletes those that ended before a moment, and says how many. */
    public int forget(Instant before) {
        return database.write(tx -> tx.update("DELETE FROM live_link WHERE until_at < ?", before));
    }

    private static LiveLink read(Row row) {
        return new LiveLink(
                row.number("id"),
                row.number("member_id"),
                row.number("access_no"),
                row.text("name"),
                row.text("form"),
                row.text("unit"),
                row.flag("labels"),
                row.instant("made_at"),
                row.instant("until_at"),
                row.instantIfAny("used_at"));
    }
}
