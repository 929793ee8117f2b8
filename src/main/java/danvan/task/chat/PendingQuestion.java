package danvan.task.chat;

import danvan.task.Occurrence;
import danvan.task.Task;

/**
 * What the bot waits to hear about a task.
 *
 * @param task the task's key, and with the period what it is about; empty where a request is
 * @param day the day wanted, where that is known
 * @param request the number of the request that a lead answers; 0 where none
 */
record PendingQuestion(What what, String task, String period, String day, long request) {
    enum What {
        EVIDENCE,
        WHY_NOT_APPLICABLE,
        EXTENSION_DAY,
        EXTENSION_REASON,
        OTHER_DAY,
        REFUSAL_REASON
    }

    static PendingQuestion about(What what, Task task, Occurrence occurrence) {
        return new PendingQuestion(what, task.key(), occurrence.period(), "", 0);
    }

    static PendingQuestion about(What what, long request) {
        return new PendingQuestion(what, "", "", "", request);
    }

    PendingQuestion until(String wanted) {
        return new PendingQuestion(What.EXTENSION_REASON, task, period, wanted, request);
    }
}
