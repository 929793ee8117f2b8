package danvan.desk.mail;

import danvan.desk.page.Downloaded;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.storage.Files;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a member has ordered at the desk. */
public final class FilePages {
    /** A notice, and whether its file is there still. */
    public record Shown(DeskMail.Notice notice, boolean there) {}

    private final DeskMail mail;
    private final Files files;
    private final Views views;

    public FilePages(DeskMail mail, Files files, Views views) {
        this.mail = mail;
        this.files = files;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/files", Access.READ, this::list);
        guard.get(javalin, "/desk/files/{number}", Access.READ, this::open);
    }

    private void list(Context request, Visitor visitor) {
        List<Shown> notices = mail.of(visitor.person().id()).stream()
                .map(notice -> new Shown(
                        notice,
                        notice.file().flatMap(file -> files.find(file.file())).isPresent()))
                .toList();
        views.show(request, visitor.frame(), "files", Map.of("notices", notices));
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
