package danvan.desk.forms;

import danvan.desk.page.Query;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.FormOffice;
import danvan.desk.port.FormOffice.Move;
import danvan.desk.port.FormOffice.Original;
import danvan.desk.port.FormOffice.Sheet;
import danvan.desk.port.FormOffice.Shown;
import danvan.desk.port.ProgrammeOffice;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.text.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms in service: what they ask, their versions and files, and a try at filling one in. */
public final class FormPages {
    private final FormOffice forms;
    private final ProgrammeOffice programme;
    private final Views views;
    private final Trials trials = new Trials();

    public FormPages(FormOffice forms, ProgrammeOffice programme, Views views) {
        this.forms = forms;
        this.programme = programme;
        this.views = views;
    }

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/forms", Access.READ_ALL, this::list);
        guard.get(javalin, "/desk/forms/{form}", Access.READ_ALL, this::show);
        guard.get(javalin, "/desk/forms/{form}/file", Access.READ_ALL, this::file);
        guard.get(javalin, "/desk/forms/{form}/try", Access.READ_ALL, this::look);
        guard.post(javalin, "/desk/forms/{form}/try", Access.READ_ALL, this::begin);
        guard.post(javalin, "/desk/forms/{form}/answer", Access.READ_ALL, this::answer);
    }

    private void list(Context request, Visitor visitor) {
        views.show(
                request,
                visitor.frame(),
                "forms",
                Map.of("forms", forms.all(visitor.frame().words().language())));
    }

    private void show(Context request, Visitor visitor) {
        views.show(
                request,
                visitor.frame(),
                "form",
                Map.of(
                        "m",
                        sheet(request, visitor),
                        "tasks",
                        programme.withForm(visitor.frame().words(), request.pathParam("form"))));
    }

    private Sheet sheet(Context request, Visitor visitor) {
        return forms.sheet(
                        request.pathParam("form"),
                        Optional.ofNullable(request.queryParam("version")),
                        visitor.frame().words().language())
                .orElseThrow(Refused::notFound);
    }

    private void file(Context request, Visitor visitor) {
        Sheet sheet = sheet(request, visitor);
        Original original =
                forms.original(sheet.line().id(), sheet.shown().version()).orElseThrow(Refused::notFound);
        request.header("Content-Security-Policy", "default-src 'none'; sandbox");
        request.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(original.name(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        try {
            request.contentType("application/octet-stream").result(original.open());
        } catch (IOException e) {
            throw Refused.notFound();
        }
    }

    private void begin(Context request, Visitor visitor) {
        String id = request.pathParam("form");
        Language language = Language.of(field(request, "language"))
                .orElse(visitor.frame().words().language());
        Shown shown = forms.begin(
                        visitor.person(),
                        id,
                        Optional.ofNullable(request.formParam("version")),
                        language.code(),
                        visitor.now())
                .orElseThrow(Refused::notFound);
        trials.put(visitor.session().id(), shown.tried());
        Views.leadOn(request, visitor.frame(), "forms/" + Query.encoded(id) + "/try", "");
    }

    private void look(Context request, Visitor visitor) {
        moved(request, visitor, Move.LOOK, List.of())
                .ifPresentOrElse(
                        shown -> show(request, visitor, shown, ""),
                        // After a restart, say: it begins anew from the form's page.
                        () -> Views.leadOn(
                                request,
                                visitor.frame(),
                                "forms/" + Query.encoded(request.pathParam("form")),
                                visitor.frame().t("forms.tryOver")));
    }

    private Optional<Shown> moved(Context request, Visitor visitor, Move move, List<String> values) {
        return trials.of(visitor.session().id(), request.pathParam("form"))
                .flatMap(tried -> forms.move(visitor.person(), tried, move, values, visitor.now()));
    }

    private void answer(Context request, Visitor visitor) {
        Move move = Arrays.stream(Move.values())
                .filter(one -> one.name().equals(field(request, "move")))
                .findFirst()
                .orElseThrow(Refused::notFound);
        List<String> values = request.formParams("value").stream()
                .map(value -> value.replace("\r\n", "\n"))
                .filter(value -> !value.isBlank())
                .toList();
        Optional<Shown> shown = moved(request, visitor, move, values);
        String form = "forms/" + Query.encoded(request.pathParam("form"));
        if (shown.isEmpty() || !trials.put(visitor.session().id(), shown.get().tried())) {
            Views.leadOn(request, visitor.frame(), form, visitor.frame().t("forms.tryOver"));
            return;
        }
        if (!shown.get().said().isEmpty()) {
            request.status(422);
            show(request, visitor, shown.get(), values.isEmpty() ? "" : values.get(0));
            return;
        }
        Views.leadOn(
                request,
                visitor.frame(),
                form + "/try",
                move == Move.FINISH ? visitor.frame().t("forms.tryDone") : "");
    }

    /** @param typed what was not taken, so that it is not lost */
    private void show(Context request, Visitor visitor, Shown shown, String typed) {
        views.show(request, visitor.frame(), "try", Map.of("m", shown, "typed", typed));
    }

    private static String field(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }
}
