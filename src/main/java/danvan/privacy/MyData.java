package danvan.privacy;

import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.Row;
import danvan.storage.Tx;
import danvan.text.Dates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** What is kept of a member, as a text to read on the phone. */
final class MyData {
    private static final int LONGEST = 2_000;

    /** A part of the text: its title's key, and a query for {@code at} and {@code words}. */
    private record Section(String title, String query) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("addresses", "SELECT last_seen_at AS at, channel || ' ' || chat AS words FROM member_address"),
            new Section(
                    "reports",
                    "SELECT submitted_at AS at, 'BC-' || year || '-' || number || ' · ' || form_title || ' · ' || status AS words"
                            + " FROM report"),
            new Section("drafts", "SELECT changed_at AS at, form_id AS words FROM report_draft"),
            new Section(
                    "questions",
                    "SELECT asked_at AS at, words || CASE WHEN reply IS NULL THEN '' ELSE ' → ' || reply END AS words"
                            + " FROM question"),
            new Section(
                    "tasks",
                    "SELECT done_at AS at, task || ' ' || period || ' · ' || COALESCE(note, '') || ' ' ||"
                            + " COALESCE(file_name, '') AS words FROM task_done"),
            new Section(
                    "extensions",
                    "SELECT asked_at AS at, task || ' → ' || wanted || ' · ' || reason AS words FROM task_extension"),
            new Section("reminders", "SELECT entered_at AS at, task || ' ' || due AS words FROM reminder"),
            new Section(
                    "broadcasts",
                    "SELECT acknowledged_at AS at, broadcast || ' · ' || state AS words FROM broadcast_person"),
            new Section("desk", "SELECT begun_at AS at, machine || ' · ' || network AS words FROM desk_session"),
            new Section("files", "SELECT NULL AS at, day || ' · ' || bytes || ' B' AS words FROM upload"),
            new Section("journal", "SELECT at, action || ' ' || detail AS words FROM audit"));

    private final Database database;
    private final ZoneId zone;

    MyData(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    String of(Turn turn, String retention) {
        return database.read(tx -> {
            StringBuilder text = new StringBuilder();
            text.append(turn.plain("privacy.title", "name", turn.person().name()))
                    .append('\n')
                    .append(time(turn, turn.now()))
                    .append("\n\n")
                    .append(turn.person().name())
                    .append(" · ")
                    .append(turn.plain("people.role." + turn.person().role()))
                    .append(" · ")
                    .append(turn.person().unit())
                    .append('\n');
            for (Section section : SECTIONS) {
                append(tx, turn, text, section);
            }
            talk(tx, turn, text);
            return text.append('\n').append(retention).append('\n').toString();
        });
    }

    private void append(Tx tx, Turn turn, StringBuilder text, Section section) {
        String column = section.title().equals("journal") ? "actor" : "member_id";
        lines(
                turn,
                text,
                section.title(),
                tx.list(
                        section.query() + " WHERE " + column + " = ? ORDER BY 1",
                        row -> line(turn, row),
                        turn.person().id()));
    }

    /** What was said on the phone page, which members read again there. */
    private void talk(Tx tx, Turn turn, StringBuilder text) {
        lines(
                turn,
                text,
                "page",
                tx.list(
                        "SELECT l.at AS at, l.who || ': ' || l.body AS words FROM web_log l JOIN member_address a"
                                + " ON a.channel = 'web' AND a.chat = l.chat WHERE a.member_id = ? ORDER BY l.id",
                        row -> line(turn, row),
                        turn.person().id()));
    }

    private static void lines(Turn turn, StringBuilder text, String title, List<String> lines) {
        text.append('\n')
                .append(turn.plain("privacy." + title))
                .append(": ")
                .append(lines.size())
                .append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
    }

    private String line(Turn turn, Row row) {
        String words = row.text("words");
        return "- " + row.instantIfAny("at").map(at -> time(turn, at) + " · ").orElse("")
                + words.substring(0, Math.min(LONGEST, words.length()));
    }

    private String time(Turn turn, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return String.format(Locale.ROOT, "%02d:%02d ", local.getHour(), local.getMinute())
                + Dates.day(local.toLocalDate(), turn.language());
    }
}
