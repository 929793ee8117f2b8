package danvan.form.admin;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.conversation.Reply;
import danvan.text.Language;
import danvan.text.Texts;
import danvan.workbook.ReviewedUpload;
import danvan.workbook.Reviewer;
import danvan.workbook.SentFile;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;

/** Examines a form that was sent, which may take minutes, and tells who sent it: what is wrong, or what it would change. */
final class FormExamination implements JobWork {
    /** What was ordered: the form in the store. */
    record Order(String file, String name, long member, String language) {
        /** Only the number of who sent it stays with the order; nothing that is said of a form depends on more. */
        private Person sender() {
            return new Person(member, Long.toString(member), Role.OFFICE, "?", Language.of(language));
        }
    }

    private final Function<Runnable, ReviewedUpload<FormUpload.Proposal>> uploads;
    private final Texts texts;
    private final Clock clock;

    /** @param uploads a review that runs something now and then while it examines */
    FormExamination(Function<Runnable, ReviewedUpload<FormUpload.Proposal>> uploads, Texts texts, Clock clock) {
        this.uploads = uploads;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Order order = run.order(Order.class);
        Texts.Phrases words = words(order);
        ReviewedUpload<FormUpload.Proposal> upload =
                uploads.apply(() -> run.progress(() -> words.say("form.upload.walking", "file", order.name())));
        Reviewer by = new Reviewer(order.sender(), words, clock.instant());
        Reply reply = upload.examined(by, order.file(), order.name()).orElseGet(() -> {
            String none = words.say("form.upload.none", "file", order.name());
            return Reply.say(none).andDo(tx -> upload.foreign(tx, by, new SentFile(order.file(), order.name()), none));
        });
        run.finish(reply.messages(), tx -> reply.effects().forEach(effect -> effect.apply(tx)));
    }

    private Texts.Phrases words(Order order) {
        return texts.in(Language.of(order.language()).orElse(Language.VI));
    }

    @Override
    public String apology(JobRun run) {
        Order order = run.order(Order.class);
        return words(order).say("form.upload.failed", "file", order.name());
    }
}
