package danvan;

import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.FormOffice;
import danvan.desk.port.GlossaryOffice;
import danvan.desk.uploads.UploadKinds;
import danvan.form.admin.FormDesk;
import danvan.form.admin.ServedForms;
import danvan.glossary.GlossaryDesk;
import danvan.glossary.ServedGlossary;
import danvan.organization.chat.People;
import danvan.organization.roster.RosterDesk;
import danvan.task.programme.ProgrammeIntake;
import java.time.LocalDate;
import java.util.List;

/** The workbooks and forms that the office sends in, by the chat or at the desk. */
final class OfficeFiles {
    private final Core core;
    private final FormDesk forms;
    private final GlossaryDesk glossary;
    private final RosterDesk roster;
    private final ProgrammeIntake programme;

    OfficeFiles(Core core, ServedForms served, ServedGlossary book, People people, ProgrammeIntake programme) {
        this.core = core;
        this.forms = new FormDesk(
                served, core.database, core.downloads, core.files, core.jobs, people::note, core.texts, core.realTime);
        this.glossary = new GlossaryDesk(book, core.database, core.downloads, core.files, people::note, core.texts);
        this.roster = new RosterDesk(core.database, core.files, core.downloads, people, core.texts, core.config.zone());
        this.programme = programme;
    }

    /** In the order in which they are asked for a file; the programme, which takes what may be others', comes after them. */
    List<Feature> features() {
        // Forms first: a workbook that cannot be opened safely ends there.
        return List.of(forms, glossary, roster);
    }

    GlossaryOffice glossary() {
        return glossary.office();
    }

    FormOffice forms() {
        return forms.office(core.config.zone());
    }

    /** As the desk has them. */
    UploadKinds kinds() {
        return new UploadKinds(List.of(
                new UploadKinds.Kind(roster.files(), (turn, which) -> roster.command(turn, "roster", ""), "members"),
                new UploadKinds.Kind(
                        programme.files(), (turn, which) -> programme.asWorkbook(turn, year(turn, which)), "programme"),
                new UploadKinds.Kind(forms.files(), (turn, which) -> Reply.nothing(), "forms"),
                new UploadKinds.Kind(
                        glossary.files(), (turn, which) -> glossary.command(turn, "glossary", ""), "glossary")));
    }

    private int year(Turn turn, String which) {
        return which.matches("20\\d\\d")
                ? Integer.parseInt(which)
                : LocalDate.ofInstant(turn.now(), core.config.zone()).getYear();
    }
}
