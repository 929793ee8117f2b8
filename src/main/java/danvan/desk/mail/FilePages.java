package danvan.desk.mail;

import danvan.chat.Address;
import danvan.conversation.Jobs;
import danvan.desk.page.Downloaded;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.storage.Files;
import danvan.storage.StoredFile;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files that a member has ordered at the desk. */
public final class FilePages {
    /** As long as a job that failed is shown. */
    private static final Duration LATELY = Duration.ofDays(2);

    private static final int MOST_JOBS = 20;

    /** A notice, and its file where it is there still. */
    public record Shown(DeskMail.Notice notice, Optional<StoredFile> there) {
        /** As people say it. */
        public String size() {
            long bytes = there.map(StoredFile::bytes).orElse(0L);
            return bytes >= 1 << 20
                    ? String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20))
                    : Math.max(1, bytes >> 10) + " kB";
        }
    }

    /** The page. */
    public record Model(List<Shown> notices, List<Jobs.Ordered> jobs, List<NamedExports.Named> named) {}

    private final DeskMail mail;
    private final Files files;
    private final Jobs jobs;
    private final NamedExports named;
    private final Clock realTime;
    private final Views views;

    /** @param realTime by which jobs are done */
    public FilePages(DeskMail mail, Files files, Jobs jobs, NamedExports named, Clock realTime, Views views) {
        this.mail = mail;
        this.files = files;
        this.jobs = jobs;
        this.named = named;
        this.realTime = realTime;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/files", Access.READ, this::list);
        guard.get(javalin, "/desk/files/{number}", Access.READ, this::open);
    }

    private void list(Context request, Visitor visitor) {
        long member = visitor.person().id();
        List<Shown> notices = mail.of(member).stream()
                .map(notice -> new Shown(notice, notice.file().flatMap(file -> files.find(file.file()))))
                .toList();
        List<Jobs.Ordered> open = jobs.ordered(
                new Address(DeskMail.CHANNEL, Long.toString(member)),
                realTime.instant().minus(LATELY),
                MOST_JOBS);
        views.show(request, visitor.frame(), "files", Map.of("m", new Model(notices, open, named.of(member))));
    }

    private void open(Context request, Visitor visitor) {
        DeskMail.Attached file = Optional.of(request.pathParam("number"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> mail.find(visitor.person().id(), Long.parseLong(text)))
                .flatMap(DeskMail.Notice::file)
                .filter(one -> files.find(one.file()).isPresent())
                .orElseThrow(Refused::notFound);
        Downloaded.stored(request, files, file.file(), file.name(), file.mediaType());
    }
}
