package danvan.broadcast;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.List;
import java.util.Optional;

/** The buttons below a broadcast that is not sent yet. */
final class Preparation {
    private final BroadcastDecisions decisions;
    private final AudienceChoice choice;
    private final BroadcastDialog dialog;
    private final BroadcastView view;
    private final BroadcastFiles files;

    Preparation(
            BroadcastDecisions decisions,
            AudienceChoice choice,
            BroadcastDialog dialog,
            BroadcastView view,
            BroadcastFiles files) {
        this.decisions = decisions;
        this.choice = choice;
        this.dialog = dialog;
        this.view = view;
        this.files = files;
    }

    /** One that waits for its time: the office sees it and can keep it from going; the rest is its author's. */
    Reply waiting(Turn turn, Broadcasts.Broadcast broadcast, BroadcastAct act) {
        boolean own = broadcast.author() == turn.person().id();
        if (!BroadcastAct.WAITING.contains(act)
                || (!own && act != BroadcastAct.STANDING && act != BroadcastAct.DISCARD)) {
            return BroadcastDecisions.old(turn);
        }
        return switch (act) {
            case STANDING ->
                Reply.nothing()
                        .andRewrite(
                                turn,
                                view.scheduled(turn.texts(), broadcast),
                                view.scheduledButtons(turn.texts(), broadcast, own));
            case TIME -> asked(turn, broadcast, BroadcastDialog.What.TIME);
            case CHANGE -> decisions.takenBack(turn, broadcast);
            case SEND -> decisions.sent(turn, broadcast);
            case DISCARD -> decisions.dropped(turn, broadcast);
            default -> BroadcastDecisions.old(turn);
        };
    }

    private Reply asked(Turn turn, Broadcasts.Broadcast broadcast, BroadcastDialog.What what) {
        if (turn.dialog().isPresent() && turn.dialogOf(BroadcastFeature.NAME).isEmpty()) {
            return Reply.say(turn.say("office.finishFirst"));
        }
        Reply reply = switch (what) {
            case FILES ->
                Reply.say(
                        turn.say("office.askFiles", "most", BroadcastFiles.MOST, "endings", AttachedKind.endings()),
                        dialog.done(turn, broadcast.code()));
            case TIME -> Reply.say(turn.say("office.askTime"));
            case NAMES -> Reply.say(turn.say("office.askList"));
            case NEW, WORDS -> Reply.say(turn.say("office.askText"));
        };
        return reply.andOpen(BroadcastFeature.NAME, new BroadcastDialog.Asking(broadcast.code(), what));
    }

    /** Seen again; the dialog that it was changed in is over. */
    private Reply previewed(Turn turn, Broadcasts.Broadcast broadcast) {
        Reply reply = choice.changed(turn, broadcast, broadcast.audience());
        return turn.dialogOf(BroadcastFeature.NAME).isPresent() ? reply.andClose() : reply;
    }

    Reply preparing(Turn turn, Broadcasts.Broadcast broadcast, BroadcastAct act, String argument) {
        return switch (act) {
            case UNITS ->
                choice.chooseUnit(
                        turn, broadcast, argument.isEmpty() ? turn.person().unit() : argument);
            case FOR_UNIT ->
                choice.changed(
                        turn,
                        broadcast,
                        new Audience(argument, broadcast.audience().roles(), List.of()));
            case ROLES -> choice.chooseRoles(turn, broadcast, argument);
            case PREVIEW -> previewed(turn, broadcast);
            case LIST -> asked(turn, broadcast, BroadcastDialog.What.NAMES);
            case TIME -> asked(turn, broadcast, BroadcastDialog.What.TIME);
            case FILES -> asked(turn, broadcast, BroadcastDialog.What.FILES);
            case WORDS -> asked(turn, broadcast, BroadcastDialog.What.WORDS);
            case AT_ONCE ->
                previewed(turn, broadcast.at(Optional.empty()))
                        .andDo(tx -> decisions.setTime(tx, turn, broadcast, Optional.empty()));
            case NO_FILES -> withoutFiles(turn, broadcast);
            case SEND ->
                broadcast.sendAt().isPresent() ? decisions.scheduled(turn, broadcast) : decisions.sent(turn, broadcast);
            case DISCARD -> decisions.dropped(turn, broadcast);
            default -> BroadcastDecisions.old(turn);
        };
    }

    /** What is shown is read before it is changed; so it says that there are none. */
    private Reply withoutFiles(Turn turn, Broadcasts.Broadcast broadcast) {
        Reply reply = Reply.nothing()
                .andRewrite(
                        turn,
                        turn.say("office.filesOff"),
                        List.of(List.of(BroadcastView.button(
                                turn.plain("office.filesDone"), BroadcastAct.PREVIEW, broadcast, ""))))
                .andDo(tx -> files.clear(tx, broadcast.code()));
        return reply;
    }
}
