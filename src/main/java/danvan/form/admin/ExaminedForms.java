package danvan.form.admin;

import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.workbook.ReviewedFiles;
import danvan.workbook.SentFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Forms as a page sends them: what is found in one is known once it was examined. */
record ExaminedForms(ReviewedFiles reviewed, Examination examination) implements ReviewedFiles {

    /** Has a file examined. */
    @FunctionalInterface
    interface Examination {
        Optional<Reply> order(Turn turn, SentFile file) throws IOException;
    }

    @Override
    public Optional<Reply> sent(Turn turn, SentFile file) throws IOException {
        return turn.person().role().atLeast(Role.OFFICE) ? examination.order(turn, file) : Optional.empty();
    }

    @Override
    public String kind() {
        return reviewed.kind();
    }

    @Override
    public String texts() {
        return reviewed.texts();
    }

    @Override
    public List<String> endings() {
        return reviewed.endings();
    }

    @Override
    public Optional<Seen> seen(String file) {
        return reviewed.seen(file);
    }

    @Override
    public List<Seen> waitingOnes(int most) {
        return reviewed.waitingOnes(most);
    }

    @Override
    public Reply decided(Turn turn, boolean apply, String file, String mark) {
        return reviewed.decided(turn, apply, file, mark);
    }
}
