package danvan.conversation;

import java.io.IOException;

/** How one kind of {@linkplain Jobs job} is done. It may begin more than once and must end once. */
@FunctionalInterface
public interface JobWork {
    /**
     * Does the job, and ends with {@link JobRun#finish} or {@link JobRun#later}.
     *
     * @throws IOException where it may succeed another time
     */
    void run(JobRun run) throws IOException;

    /** What the person is told when it failed for good, in the person's language; may be empty. */
    default String apology(JobRun run) {
        return "";
    }
}
