package danvan.privacy;

import danvan.chat.Button;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.FileTooLarge;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** What is kept of oneself, and to have it deleted. Nobody does either for somebody else. */
public final class PrivacyFeature implements Feature {
    private static final String NAME = "privacy";
    private static final String FORGET = "forget";
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final long MOST = 40L << 20;

    private final Database database;
    private final Files files;
    private final Forgetting forgetting;
    private final MyData data;
    private final Kept kept;
    private final Runnable begun;

    /**
     * How long things are kept.
     *
     * @param messages the marks of messages
     * @param page what was said on the phone page
     * @param reports reports, which are official papers
     * @param backups how many nights
     */
    public record Kept(Period messages, Period page, Period reports, int backups) {}

    /** @param begun told, before the turn is kept, that somebody is to be forgotten soon */
    public PrivacyFeature(
            Database database, Files files, Forgetting forgetting, Kept kept, ZoneId zone, Runnable begun) {
        this.database = database;
        this.files = files;
        this.forgetting = forgetting;
        this.data = new MyData(database, zone);
        this.kept = kept;
        this.begun = begun;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAuditors() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("mydata", List.of("dulieucuatoi", "verilerim"), "privacy.helpMydata", Role.CADRE),
                new Command("forgetme", List.of("xoadulieu", "beniunut"), "privacy.helpForgetme", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return command.equals("mydata") ? shown(turn) : asked(turn);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        if (!action.equals(FORGET + ":" + turn.person().id())) {
            return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
        }
        return isLastAdministrator(turn)
                ? Reply.say(turn.say("privacy.lastAdministrator"))
                : Reply.say(turn.say("privacy.forgotten", "backups", kept.backups()))
                        .andClose()
                        .andDo(tx -> {
                            forgetting.begin(tx, turn.person(), turn.address());
                            begun.run();
                        });
    }

    private Reply shown(Turn turn) {
        String retention = retention(turn);
        byte[] text = data.of(turn, retention).getBytes(StandardCharsets.UTF_8);
        try {
            StoredFile stored = files.store(new ByteArrayInputStream(text), MOST);
            return Reply.nothing()
                    .and(new Outgoing.File(
                            stored.id(),
                            turn.plain("privacy.fileName"),
                            "text/plain",
                            turn.say("privacy.caption"),
                            List.of()))
                    .andSay(retention)
                    .andDo(tx -> files.keepFor(tx, stored.id(), SHOWN));
        } catch (FileTooLarge e) {
            return Reply.say(turn.say("privacy.tooMuch"));
        } catch (IOException e) {
            throw new UncheckedIOException("storing a member's data", e);
        }
    }

    private Reply asked(Turn turn) {
        return isLastAdministrator(turn)
                ? Reply.say(turn.say("privacy.lastAdministrator"))
                : Reply.say(
                        turn.say("privacy.askForget", "backups", kept.backups(), "reports", span(turn, kept.reports())),
                        List.of(List.of(new Button(
                                turn.plain("privacy.forget"),
                                NAME + ":" + FORGET + ":" + turn.person().id()))));
    }

    private String retention(Turn turn) {
        return turn.say(
                "privacy.retention",
                "messages",
                span(turn, kept.messages()),
                "page",
                span(turn, kept.page()),
                "reports",
                span(turn, kept.reports()),
                "backups",
                kept.backups());
    }

    private static String span(Turn turn, Period period) {
        return turn.plain(
                "privacy.span", "years", period.getYears(), "months", period.getMonths(), "days", period.getDays());
    }

    /** Without one nobody could be invited any more. */
    private boolean isLastAdministrator(Turn turn) {
        return turn.person().role() == Role.ADMINISTRATOR
                && database.read(tx -> tx.count(
                                "SELECT COUNT(*) AS n FROM member WHERE role = 'ADMINISTRATOR' AND left_at IS NULL"
                                        + " AND id <> ?",
                                turn.person().id()))
                        == 0;
    }
}
