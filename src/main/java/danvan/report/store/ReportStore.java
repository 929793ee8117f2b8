package danvan.report.store;

import danvan.storage.Database;
import danvan.storage.Files;
import danvan.storage.Tx;
import java.time.ZoneId;

/**
 * The one owner of the report tables; no SQL on them stands outside this package. Each part is safe for use by several
 * threads.
 */
public final class ReportStore {
    private final Database database;
    private final AnswerCipher cipher;
    private final ReportTable reports;
    private final AttachmentTable attachments;
    private final DraftTable drafts;
    private final AnswerMessages messages;
    private final ReportHistory history;
    private final ReportSearch search;
    private final ReportPages pages;
    private final TemplateTable templates;
    private final PushLedger pushes;
    private final AnswerIndex answers;
    private final ReportListing listing;
    private final EditionTable editions;
    private final NewsTable news;

    /**
     * The store.
     *
     * @param cipher seals personal answers on the way in and opens them on the way out
     * @param zone in which days and months begin
     */
    public ReportStore(Database database, Files files, AnswerCipher cipher, ZoneId zone) {
        this.database = database;
        this.cipher = cipher;
        this.reports = new ReportTable(database);
        this.attachments = new AttachmentTable(database, files);
        this.drafts = new DraftTable(database, attachments, cipher);
        this.messages = new AnswerMessages(database);
        this.history = new ReportHistory(database);
        this.search = new ReportSearch(database, zone);
        this.pages = new ReportPages(database, zone, cipher);
        this.templates = new TemplateTable(database, files);
        this.pushes = new PushLedger(database);
        this.answers = new AnswerIndex(database);
        this.listing = new ReportListing(database);
        this.editions = new EditionTable(database, cipher);
        this.news = new NewsTable(database);
    }

    public ReportTable reports() {
        return reports;
    }

    public AttachmentTable attachments() {
        return attachments;
    }

    public DraftTable drafts() {
        return drafts;
    }

    public AnswerMessages messages() {
        return messages;
    }

    public ReportHistory history() {
        return history;
    }

    public ReportSearch search() {
        return search;
    }

    public ReportPages pages() {
        return pages;
    }

    public TemplateTable templates() {
        return templates;
    }

    public PushLedger pushes() {
        return pushes;
    }

    public AnswerIndex answers() {
        return answers;
    }

    public ReportListing listing() {
        return listing;
    }

    public EditionTable editions() {
        return editions;
    }

    public NewsTable news() {
        return news;
    }

    public AnswerCipher cipher() {
        return cipher;
    }

    /** A report's answers, to be read. */
    public AnswerCipher.OpenedInstance opened(Report report) {
        return cipher.open(
                report.seals(), report.instanceXml(), report.receipt().toString());
    }

    /** Deletes a draft with its files. */
    public void deleteDraft(Tx tx, String draft) {
        attachments.discard(tx, draft);
        DraftTable.remove(tx, draft);
    }

    /** Deletes a draft with its files, where nobody's turn does. */
    public void deleteDraft(String draft) {
        database.change(tx -> deleteDraft(tx, draft));
    }

    /** Deletes a report with its files, editions and history. */
    public void deleteReport(long report) {
        database.change(tx -> {
            attachments.purge(tx, report);
            ReportHistory.remove(tx, report);
            ReportTable.remove(tx, report);
        });
    }
}
