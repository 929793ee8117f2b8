package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Turn;

/**
 * The buttons of a report being written, in the language of a turn.
 *
 * @param revision that the dialog has where they are good
 */
record DialogButtons(Turn turn, long revision) {
    Button of(String key, DialogAction action) {
        return labelled(turn.plain(key), action, "");
    }

    Button labelled(String label, DialogAction action) {
        return labelled(label, action, "");
    }

    Button labelled(String label, DialogAction action, String argument) {
        return action.button(label, revision, argument);
    }

    Button labelled(String label, DialogAction action, int argument) {
        return labelled(label, action, Integer.toString(argument));
    }
}
