package danvan.report;

import danvan.conversation.Downloads;
import danvan.conversation.Turn;
import danvan.form.FormContext;
import danvan.form.Forms;
import danvan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** What the parts of this room work with. */
record Means(
        Supplier<Forms> forms,
        Reports reports,
        Drafts drafts,
        AnswerMessages said,
        Enclosures enclosures,
        History history,
        Found found,
        Gathering gathering,
        Pictures pictures,
        Downloads downloads,
        Staff staff,
        Questions questions,
        Submissions submissions,
        Habits habits,
        Texts texts,
        ZoneId zone,
        Supplier<String> ids,
        Rules rules,
        Vault vault) {

    /** A report's answers, to be read. */
    Vault.OpenedInstance opened(Reports.Report report) {
        return vault.open(report.seals(), report.instanceXml(), report.receipt().toString());
    }

    FormContext context(Turn turn) {
        return new FormContext(
                turn.now().atZone(zone), turn.language().code(), turn.person().name());
    }

    LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }
}
