package danvan;

import danvan.conversation.PageTurns;
import danvan.desk.Desk;
import danvan.desk.broadcasts.BroadcastPages;
import danvan.desk.broadcasts.PreparationPages;
import danvan.desk.forms.FormPages;
import danvan.desk.glossary.GlossaryPages;
import danvan.desk.page.Views;
import danvan.desk.port.BroadcastOffice;
import danvan.desk.port.DocumentOffice;
import danvan.desk.port.FormOffice;
import danvan.desk.port.GlossaryOffice;
import danvan.desk.port.ProgrammeOffice;
import danvan.desk.programme.ExtensionPages;
import danvan.desk.programme.ProgrammePages;
import danvan.desk.units.UnitPages;
import danvan.desk.uploads.DocumentUpload;
import danvan.desk.uploads.Intake;
import danvan.desk.uploads.UploadKinds;
import danvan.desk.uploads.UploadPages;
import danvan.organization.Roster;
import danvan.organization.chat.People;
import danvan.organization.directory.Organization;
import java.util.List;

/** The desk's pages of the year's programme, broadcasts, forms, the glossary, units, and of files that are sent in. */
record OfficePages(
        UploadKinds uploads,
        ProgrammeOffice programme,
        BroadcastOffice broadcasts,
        FormOffice forms,
        GlossaryOffice glossary) {

    List<Desk.Pages> pages(
            Core core,
            People people,
            Organization organization,
            DocumentOffice documents,
            PageTurns turns,
            Views views) {
        Intake intake = new Intake(core.files, core.downloads, core.uploads, turns);
        BroadcastPages told = new BroadcastPages(broadcasts, organization, turns, views);
        return List.of(
                new DocumentUpload(documents, intake)::addTo,
                new UploadPages(uploads, intake, turns, core.files, views)::addTo,
                new ProgrammePages(programme, turns, views)::addTo,
                new ExtensionPages(programme, turns, views)::addTo,
                told::addTo,
                new PreparationPages(told, broadcasts, turns, intake, core.files)::addTo,
                new FormPages(forms, programme, views)::addTo,
                new GlossaryPages(glossary, turns, views)::addTo,
                new UnitPages(people.units(), new Roster(core.database), views)::addTo);
    }
}
