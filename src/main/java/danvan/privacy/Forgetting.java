package danvan.privacy;

import danvan.chat.Address;
import danvan.chat.Person;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Row;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is kept of a member, in two steps: with the member's own turn the name and the ways in; and everything else as
 * soon as the last message is delivered, since it needs the chat's address until then. A restart goes on where it was.
 */
public final class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    /** What a member without a name is called. */
    private static final String NOBODY = "—";
    /** A last message that cannot be delivered must not keep all else. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Database database;
    private final Files files;
    private final Clock clock;

    private record Left(long member, Address address, String name, Instant askedAt) {}

    /** @param clock the system's time */
    public Forgetting(Database database, Files files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /** The first step, in the member's turn. */
    void begin(Tx tx, Person person, Address here) {
        Set<Address> addresses = new LinkedHashSet<>(tx.list(
                "SELECT channel, chat FROM member_address WHERE member_id = ?", Forgetting::address, person.id()));
        addresses.add(here);
        for (Address address : addresses) {
            tx.update(
                    "INSERT INTO forgetting (member_id, channel, chat, name, asked_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (member_id, channel, chat) DO NOTHING",
                    person.id(),
                    address.channel(),
                    address.chat(),
                    person.name(),
                    clock.instant());
        }
        tx.update("DELETE FROM member_address WHERE member_id = ?", person.id());
        tx.update(
                "UPDATE member SET name = ?, role = 'CADRE', language = NULL, left_at = ?, access_no = access_no + 1"
                        + " WHERE id = ?",
                NOBODY,
                clock.instant(),
                person.id());
        tx.update(
                "INSERT INTO audit (at, actor, action, detail) VALUES (?, ?, 'forgotten', '')",
                clock.instant(),
                person.id());
    }

    /** The second step, for all who wait for it and have got their last message; says how many are forgotten. */
    public int run() {
        List<Left> all = database.read(tx -> tx.list(
                "SELECT * FROM forgetting ORDER BY asked_at",
                row -> new Left(row.number("member_id"), address(row), row.text("name"), row.instant("asked_at"))));
        int forgotten = 0;
        for (long member : all.stream().map(Left::member).distinct().toList()) {
            List<Left> of = all.stream().filter(left -> left.member() == member).toList();
            if (of.stream().noneMatch(this::isBusy)) {
                database.change(tx -> forget(tx, member, of));
                forgotten++;
            }
        }
        if (forgotten > 0) {
            LOG.info("forgotten as they asked: {} members; backups of before still hold them", forgotten);
        }
        return forgotten;
    }

    /** Whether nobody waits any more. */
    public boolean isDone() {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM forgetting")) == 0;
    }

    private boolean isBusy(Left left) {
        return left.askedAt().plus(PATIENCE).isAfter(clock.instant())
                && database.read(tx -> tx.count(
                                        "SELECT COUNT(*) AS n FROM outbox WHERE channel = ? AND chat = ? AND state = 'QUEUED'",
                                        left.address().channel(),
                                        left.address().chat())
                                + tx.count(
                                        "SELECT COUNT(*) AS n FROM inbox WHERE channel = ? AND chat = ? AND done_at IS NULL",
                                        left.address().channel(),
                                        left.address().chat()))
                        > 0;
    }

    private void forget(Tx tx, long member, List<Left> of) {
        List<String> held = filesOf(tx, member);
        tx.update(
                "DELETE FROM report_file WHERE draft_id IN (SELECT id FROM report_draft WHERE member_id = ?)", member);
        for (PersonalColumns.Rule rule : PersonalColumns.ALL) {
            if (rule.statement().isEmpty()) {
                continue;
            }
            if (rule.by() == PersonalColumns.By.MEMBER) {
                tx.update(rule.statement(), member);
                continue;
            }
            for (Left left : of) {
                if (rule.by() == PersonalColumns.By.ADDRESS) {
                    tx.update(
                            rule.statement(),
                            left.address().channel(),
                            left.address().chat());
                } else if (left.address().channel().equals("web")) {
                    tx.update(rule.statement(), left.address().chat());
                }
            }
        }
        of.stream().map(Left::name).distinct().forEach(name -> scrub(tx, member, name));
        for (String file : held) {
            // A draft that changes a report shares its files with it.
            if (tx.count("SELECT COUNT(*) AS n FROM report_file WHERE file_id = ?", file) == 0) {
                files.forget(tx, file);
            }
        }
        tx.update("DELETE FROM forgetting WHERE member_id = ?", member);
    }

    /** Files of drafts, of evidence, and those made for the member. */
    private static List<String> filesOf(Tx tx, long member) {
        return tx.list(
                "SELECT f.file_id AS id FROM report_file f JOIN report_draft d ON d.id = f.draft_id WHERE d.member_id = ?"
                        + " UNION SELECT file FROM task_done WHERE member_id = ? AND file IS NOT NULL"
                        + " UNION SELECT file_id FROM desk_notice WHERE member_id = ? AND file_id IS NOT NULL",
                row -> row.text("id"),
                member,
                member,
                member);
    }

    /** The journal keeps what was done; names that were written into it go. One word may be anybody's and goes only beside them. */
    private static void scrub(Tx tx, long member, String name) {
        record Line(long id, String detail, boolean own) {}
        List<Line> lines = tx.list(
                "SELECT id, detail, actor FROM audit",
                row -> new Line(
                        row.number("id"),
                        row.text("detail"),
                        row.numberIfAny("actor")
                                .filter(actor -> actor == member)
                                .isPresent()));
        for (Line line : lines) {
            boolean meant = name.contains(" ") || line.own() || holds(line.detail(), "#" + member);
            if (meant && holds(line.detail(), name)) {
                tx.update(
                        "UPDATE audit SET detail = ? WHERE id = ?",
                        line.detail().replace(name, NOBODY),
                        line.id());
            }
        }
    }

    /** Whether words stand in a text as words of their own. */
    private static boolean holds(String text, String words) {
        int at = text.indexOf(words);
        while (at >= 0) {
            int end = at + words.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(words, at + 1);
        }
        return false;
    }

    private static Address address(Row row) {
        return new Address(row.text("channel"), row.text("chat"));
    }
}
