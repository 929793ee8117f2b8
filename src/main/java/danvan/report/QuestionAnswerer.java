package danvan.report;

import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.Optional;

/** Answers a question that somebody asks in the middle of a report. */
@FunctionalInterface
public interface QuestionAnswerer {
    Optional<Reply> answer(Turn turn, String words);
}
