package danvan.report;

import danvan.report.dialog.PeriodTotals;
import danvan.report.dialog.QuestionMedia;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerMessages;
import danvan.report.store.AttachmentTable;
import danvan.report.store.DraftTable;
import danvan.report.store.ReportHistory;
import danvan.report.store.ReportSearch;
import danvan.report.store.ReportTable;
import danvan.conversation.Downloads;
import danvan.conversation.Turn;
import danvan.form.FormContext;
import danvan.form.Forms;
import danvan.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** What the parts of this room work with. */
public record Means(
        Supplier<Forms> forms,
        ReportTable reports,
        DraftTable drafts,
        AnswerMessages said,
        AttachmentTable enclosures,
        ReportHistory history,
        ReportSearch found,
        PeriodTotals gathering,
        QuestionMedia pictures,
        Downloads downloads,
        Staff staff,
        QuestionAnswerer questions,
        SubmissionListener submissions,
        StartOptions habits,
        Texts texts,
        ZoneId zone,
        Supplier<String> ids,
        ReportRules rules,
        AnswerCipher vault) {

    /** A report's answers, to be read. */
    public AnswerCipher.OpenedInstance opened(ReportTable.Report report) {
        return vault.open(report.seals(), report.instanceXml(), report.receipt().toString());
    }

    public FormContext context(Turn turn) {
        return new FormContext(
                turn.now().atZone(zone), turn.language().code(), turn.person().name());
    }

    public LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), zone);
    }
}
