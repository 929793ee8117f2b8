/**
 * The tables of the reports, and all SQL on them: reports with their editions, files and history, drafts, the
 * ledger of copies, the offices' templates. {@link danvan.report.store.ReportStore} is the way in. Personal
 * answers are sealed on the way in and opened on the way out ({@link danvan.report.store.AnswerCipher}).
 */
@org.jspecify.annotations.NullMarked
package danvan.report.store;
