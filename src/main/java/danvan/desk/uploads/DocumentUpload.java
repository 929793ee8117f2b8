package danvan.desk.uploads;

import danvan.channel.web.FormFiles;
import danvan.desk.page.Views;
import danvan.desk.port.DocumentOffice;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** Documents that are sent in at the desk, several at once: each is read in the background, as one of the chat. */
public final class DocumentUpload {
    private final DocumentOffice documents;
    private final Intake intake;

    public DocumentUpload(DocumentOffice documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.files(javalin, "/desk/documents", Access.OFFICE, intake.limits(), this::send);
    }

    private void send(Context request, Visitor visitor, FormFiles form) {
        // What is no document is refused by its reader, which knows more than endings.
        List<Intake.Outcome> outcomes = intake.take(visitor, form, name -> true, "", documents::take);
        Views.leadOn(request, visitor.frame(), "documents", Intake.said(visitor.frame(), outcomes));
    }
}
