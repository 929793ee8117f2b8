package danvan.broadcast;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the office types or sends while a broadcast is prepared: its words, files, names, the time. */
final class BroadcastDialog {
    /** What is waited for. */
    enum What {
        /** The words of a new one. */
        NEW,
        /** Other words. */
        WORDS,
        NAMES,
        TIME,
        FILES
    }

    /**
     * The dialog.
     *
     * @param list the broadcast's code; empty for a new one
     * @param what absent in what earlier versions kept
     */
    record Asking(String list, @Nullable What what) {
        static Asking anew() {
            return new Asking("", What.NEW);
        }

        What asked() {
            return what != null ? what : list.isEmpty() ? What.NEW : What.NAMES;
        }
    }

    private final Broadcasts broadcasts;
    private final BroadcastDecisions decisions;
    private final BroadcastView view;
    private final AudienceChoice choice;
    private final Attaching attaching;
    private final BroadcastFiles files;

    BroadcastDialog(
            Broadcasts broadcasts,
            BroadcastDecisions decisions,
            BroadcastView view,
            AudienceChoice choice,
            Attaching attaching,
            BroadcastFiles files) {
        this.broadcasts = broadcasts;
        this.decisions = decisions;
        this.view = view;
        this.choice = choice;
        this.attaching = attaching;
        this.files = files;
    }

    Reply heard(Turn turn, Asking asking) {
        What what = asking.asked();
        if (turn.incoming() instanceof Incoming.File file && (what == What.NEW || what == What.FILES)) {
            return what == What.NEW ? begun(turn, file) : more(turn, asking.list(), file);
        }
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Reply.say(turn.say("office.onlyText"));
        }
        return switch (what) {
            case NEW -> prepared(turn, words.text());
            case WORDS -> reworded(turn, asking.list(), words.text());
            case NAMES -> choice.listed(turn, asking.list(), words.text());
            case TIME -> timed(turn, asking.list(), words.text());
            case FILES -> Reply.say(turn.say("office.onlyFiles"), done(turn, asking.list()));
        };
    }

    /** A new one with these words. */
    Reply prepared(Turn turn, String text) {
        Optional<Reply> refused = refused(turn, text);
        if (refused.isPresent()) {
            return refused.get();
        }
        Broadcasts.Broadcast broadcast =
                decisions.drafted(turn, text, Audience.all(turn.person().unit()));
        Reply reply = shown(turn, broadcast).andDo(tx -> decisions.prepare(tx, turn, broadcast));
        return turn.dialogOf(BroadcastFeature.NAME).isPresent() ? reply.andClose() : reply;
    }

    private static Optional<Reply> refused(Turn turn, String text) {
        return text.length() > BroadcastFeature.MOST_TEXT
                ? Optional.of(Reply.say(
                        turn.say("office.tooLong", "length", text.length(), "most", BroadcastFeature.MOST_TEXT)))
                : PrivacyCheck.officeRefusal(turn, text);
    }

    /** A new one that begins with a file: what is written below it are its words. */
    private Reply begun(Turn turn, Incoming.File file) {
        String text = file.caption().strip();
        if (text.isEmpty()) {
            return Reply.say(turn.say("office.wordsFirst"));
        }
        Broadcasts.Broadcast broadcast =
                decisions.drafted(turn, text, Audience.all(turn.person().unit()));
        Incoming.File bare = new Incoming.File(
                file.medium(), file.ref(), file.name(), file.mediaType(), file.bytes(), "", file.album());
        Attaching.Taken taken = refused(turn, text)
                .map(why -> new Attaching.Taken(why, false))
                .orElseGet(() -> attaching.sent(turn, broadcast.code(), bare));
        if (!taken.done()) {
            return taken.reply();
        }
        Reply reply = Reply.say(turn.say("office.fileTaken", "count", 1), done(turn, broadcast.code()))
                .andDo(tx -> decisions.prepare(tx, turn, broadcast))
                .andOpen(BroadcastFeature.NAME, new Asking(broadcast.code(), What.FILES));
        for (var effect : taken.reply().effects()) {
            reply = reply.andDo(effect);
        }
        return reply;
    }

    private Reply more(Turn turn, String code, Incoming.File file) {
        if (own(turn, code, Broadcasts.State.PREPARED).isEmpty()) {
            return Reply.say(turn.say("office.already")).andClose();
        }
        Attaching.Taken taken = attaching.sent(turn, code, file);
        return taken.done()
                ? taken.reply()
                        .andSay(
                                turn.say(
                                        "office.fileTaken",
                                        "count",
                                        files.of(code).size() + 1),
                                done(turn, code))
                : taken.reply().andSay(turn.say("office.filesGoOn"), done(turn, code));
    }

    private Reply reworded(Turn turn, String code, String text) {
        Optional<Broadcasts.Broadcast> found = own(turn, code, Broadcasts.State.PREPARED);
        if (found.isEmpty()) {
            return Reply.say(turn.say("office.already")).andClose();
        }
        return refused(turn, text)
                .orElseGet(() -> shown(turn, found.get().saying(text))
                        .andDo(tx -> SetTimes.text(tx, code, text))
                        .andClose());
    }

    private Reply timed(Turn turn, String code, String typed) {
        Optional<Broadcasts.Broadcast> found =
                own(turn, code, Broadcasts.State.PREPARED).or(() -> own(turn, code, Broadcasts.State.SCHEDULED));
        if (found.isEmpty()) {
            return Reply.say(turn.say("office.already")).andClose();
        }
        Optional<Instant> meant = view.times().typed(typed, turn.now());
        if (meant.isEmpty()) {
            return Reply.say(turn.say("office.notATime"));
        }
        return decisions.timeRefusal(turn, meant.get()).map(Reply::say).orElseGet(() -> {
            Instant at = view.times().endOfQuiet().apply(meant.get());
            Reply reply = shown(turn, found.get().at(Optional.of(at)))
                    .andDo(tx -> decisions.setTime(tx, turn, found.get(), Optional.of(at)))
                    .andClose();
            return at.equals(meant.get())
                    ? reply
                    : reply.afterSaying(turn.say(
                            "office.quietThen",
                            "meant",
                            view.times().said(meant.get(), turn.language()),
                            "at",
                            view.times().said(at, turn.language())));
        });
    }

    /** One of the person's own in a state. */
    private Optional<Broadcasts.Broadcast> own(Turn turn, String code, Broadcasts.State state) {
        return broadcasts
                .find(code)
                .filter(one ->
                        one.state() == state && one.author() == turn.person().id());
    }

    private Reply shown(Turn turn, Broadcasts.Broadcast broadcast) {
        return broadcast.state() == Broadcasts.State.SCHEDULED
                ? Reply.say(
                        view.scheduled(turn.texts(), broadcast), view.scheduledButtons(turn.texts(), broadcast, true))
                : Reply.say(view.preview(turn.texts(), broadcast), view.previewButtons(turn.texts(), broadcast));
    }

    /** Below what is said to each file. */
    List<List<Button>> done(Turn turn, String code) {
        return List.of(List.of(
                BroadcastAct.ACTIONS.button(turn.plain("office.filesDone"), BroadcastAct.PREVIEW, code),
                BroadcastAct.ACTIONS.button(turn.plain("office.noFiles"), BroadcastAct.NO_FILES, code)));
    }
}
