package danvan.privacy;

import java.util.List;

/**
 * Every column that names a member or a chat, and what becomes of its rows when the member is forgotten. Who did an official
 * act stays a bare number: the number's member has no name any more.
 */
final class PersonalColumns {
    /** By what the rows are found. */
    enum By {
        /** The member's number. */
        MEMBER,
        /** Channel and chat. */
        ADDRESS,
        /** The chat alone, which is one of the phone page. */
        PAGE
    }

    /**
     * One column.
     *
     * @param statement what is done, with the member's number or the address in the places of its question marks; empty where
     *     the number stays
     */
    record Rule(String table, String column, By by, String statement) {}

    private static final String GONE = "gone";

    static final List<Rule> ALL = List.of(
            delete("ask_topic", "member_id"),
            delete("desk_choice", "member_id"),
            delete("desk_code", "member_id"),
            delete("desk_export", "member_id"),
            delete("desk_notice", "member_id"),
            delete("desk_session", "member_id"),
            delete("dialog", "member_id"),
            delete("live_link", "member_id"),
            delete("question", "member_id"),
            delete("reminder", "member_id"),
            delete("task_digest", "member_id"),
            delete("task_snooze", "member_id"),
            delete("upload", "member_id"),
            delete("upload_look", "sent_by"),
            member(
                    "task_done",
                    "member_id",
                    "UPDATE task_done SET note = NULL, file = NULL, file_name = NULL, file_type = NULL WHERE member_id = ?"),
            member(
                    "task_extension",
                    "member_id",
                    "UPDATE task_extension SET reason = '', answer = '' WHERE member_id = ?"),
            member(
                    "broadcast_person",
                    "member_id",
                    "UPDATE broadcast_person SET name = '-', channel = '" + GONE + "', chat = '" + GONE
                            + "' WHERE member_id = ?"),
            member("report_draft", "member_id", "DELETE FROM report_draft WHERE member_id = ?"),
            member("invitation", "member_id", "UPDATE invitation SET name = NULL WHERE member_id = ?"),
            member("invitation", "used_by", "UPDATE invitation SET name = NULL WHERE used_by = ?"),
            delete("member_address", "member_id"),
            stays("audit", "actor"),
            stays("broadcast", "author"),
            stays("broadcast_file_sent", "member_id"),
            stays("curated_answer", "member_id"),
            stays("curated_answer", "author"),
            stays("curated_answer", "approved_by"),
            stays("form_sent", "sent_by"),
            stays("form_sent", "decided_by"),
            stays("glossary_entry", "changed_by"),
            stays("invitation", "created_by"),
            stays("learned_words", "member_id"),
            stays("learned_words", "proposed_by"),
            stays("learned_words", "approved_by"),
            stays("learned_words", "ended_by"),
            stays("library_document", "brought_by"),
            stays("programme", "put_by"),
            stays("question", "dismissed_by"),
            stays("question", "replied_by"),
            stays("report", "member_id"),
            stays("report", "assignee"),
            stays("report_event", "member_id"),
            stays("report_template", "put_by"),
            stays("reviewed_upload", "sent_by"),
            stays("reviewed_upload", "decided_by"),
            stays("task_extension", "decided_by"),
            address("inbox", "DELETE FROM inbox WHERE channel = ? AND chat = ?"),
            address("outbox", "DELETE FROM outbox WHERE channel = ? AND chat = ?"),
            address("stranger", "DELETE FROM stranger WHERE channel = ? AND chat = ?"),
            address("report_said", "DELETE FROM report_said WHERE channel = ? AND chat = ?"),
            address("job", "DELETE FROM job WHERE channel = ? AND chat = ?"),
            address("member_address", "DELETE FROM member_address WHERE channel = ? AND chat = ?"),
            address("question", "DELETE FROM question WHERE channel = ? AND chat = ?"),
            address(
                    "broadcast",
                    "UPDATE broadcast SET channel = '" + GONE + "', chat = '" + GONE
                            + "' WHERE channel = ? AND chat = ?"),
            address(
                    "broadcast_person",
                    "UPDATE broadcast_person SET channel = '" + GONE + "', chat = '" + GONE
                            + "' WHERE channel = ? AND chat = ?"),
            address(
                    "library_document",
                    "UPDATE library_document SET channel = NULL, chat = NULL WHERE channel = ? AND chat = ?"),
            page("web_talk"),
            page("web_log"));

    private PersonalColumns() {}

    private static Rule delete(String table, String column) {
        return member(table, column, "DELETE FROM " + table + " WHERE " + column + " = ?");
    }

    private static Rule member(String table, String column, String statement) {
        return new Rule(table, column, By.MEMBER, statement);
    }

    private static Rule stays(String table, String column) {
        return new Rule(table, column, By.MEMBER, "");
    }

    private static Rule address(String table, String statement) {
        return new Rule(table, "chat", By.ADDRESS, statement);
    }

    private static Rule page(String table) {
        return new Rule(table, "chat", By.PAGE, "DELETE FROM " + table + " WHERE chat = ?");
    }
}
