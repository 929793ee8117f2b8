package danvan.scenario;

import danvan.task.reminder.TimingColumn;
import danvan.text.Markup;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What came to the chats of {@link CrashBench}, counted at the server. */
final class CrashCount {
    private static final int BEGINNING = 50;

    private final FakeTelegram telegram;

    CrashCount(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    long count(long chat, String text) {
        return said(chat).stream().filter(said -> said.contains(text)).count();
    }

    /** The latest message in which this stands. */
    String latest(long chat, String text) {
        List<String> found =
                said(chat).stream().filter(said -> said.contains(text)).toList();
        return found.get(found.size() - 1);
    }

    List<FakeTelegram.Shown> last(long chat, int most) {
        List<FakeTelegram.Shown> all = telegram.chat(chat);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** The latest message with such a button. */
    Optional<FakeTelegram.Shown> button(long chat, String label) {
        List<FakeTelegram.Shown> all = telegram.chat(chat);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).buttons().keySet().stream().anyMatch(one -> one.startsWith(label))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private List<String> said(long chat) {
        return telegram.chat(chat).stream()
                .map(shown -> Markup.strip(shown.text()))
                .toList();
    }

    /** Everybody waits for an answer before going on, so what came twice stands below itself; one of the two may be written over. */
    int doubled(long firstChat, long lastChat) {
        int doubled = 0;
        for (long chat = firstChat; chat <= lastChat; chat++) {
            List<String> said = telegram.chat(chat).stream()
                    .map(shown -> Markup.strip(shown.text()))
                    .map(text -> text.substring(0, Math.min(BEGINNING, text.length())))
                    .toList();
            for (int i = 1; i < said.size(); i++) {
                if (said.get(i).equals(said.get(i - 1))) {
                    System.out.println(chat + " came twice: " + said.get(i));
                    doubled++;
                }
            }
        }
        return doubled;
    }

    /** What is under way when the last one has ended is still delivered. */
    void awaitDelivered(Path data, Duration patience) {
        long limit = System.nanoTime() + patience.toNanos();
        try (Rows rows = new Rows(data)) {
            while (System.nanoTime() < limit
                    && rows.number("SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'QUEUED')"
                                    + " + (SELECT COUNT(*) FROM inbox WHERE done_at IS NULL)")
                            > 0) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What waits though nothing happens any more, and who was reminded by the ledger and has no reminder. */
    List<String> unkept(Path data, long firstChat, long lastChat) {
        List<String> wrong = new ArrayList<>();
        try (Rows rows = new Rows(data)) {
            String waits = rows.dump("waits", "SELECT id, chat, priority FROM outbox WHERE state = 'QUEUED'")
                    + rows.dump("waits", "SELECT id, chat FROM inbox WHERE done_at IS NULL");
            if (!waits.isEmpty()) {
                wrong.add("still waiting: " + waits);
            }
            long reminded = 0;
            for (long chat = firstChat; chat <= lastChat; chat++) {
                long entered = rows.number("SELECT COUNT(DISTINCT r.entered_at) FROM reminder r"
                        + " JOIN member_address a ON a.member_id = r.member_id WHERE a.channel = 'telegram' AND a.chat = '"
                        + chat + "' AND (r.lead >= 0 OR r.lead < " + TimingColumn.LAST_ESCALATION + ")");
                long seen = telegram.chat(chat).stream()
                        .filter(shown -> shown.text().startsWith("🔔"))
                        .count();
                reminded += seen;
                if (seen < entered) {
                    wrong.add("chat " + chat + " was reminded " + entered + " times by the ledger and got " + seen);
                }
            }
            System.out.println("reminders that came: " + reminded);
        } catch (SQLException e) {
            wrong.add(e.toString());
        }
        return wrong;
    }
}
