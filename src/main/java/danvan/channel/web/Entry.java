package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.storage.Json;
import danvan.storage.Row;
import java.util.List;

/**
 * A line of a talk, as the page is told it.
 *
 * @param change the chat's change that brought the line to this state
 * @param text markup where the bot speaks, plain where the member does
 * @param at milliseconds since 1970
 * @param pageId the name the member's page gave it; empty for the bot's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Entry(
        long id,
        long change,
        Who who,
        String text,
        List<List<Button>> buttons,
        long at,
        String pageId,
        boolean edited) {

    enum Who {
        BOT,
        MEMBER
    }

    static Entry of(Row row) {
        Who who = Who.valueOf(row.text("who"));
        String text = "";
        List<List<Button>> buttons = List.of();
        if (who == Who.MEMBER) {
            text = Json.read(row.text("body"), Incoming.Words.class).text();
        } else {
            Outgoing.Message message = Json.read(row.text("body"), Outgoing.Message.class);
            text = message.text();
            buttons = message.buttons();
        }
        return new Entry(
                row.number("id"),
                row.number("change_no"),
                who,
                text,
                buttons,
                row.number("at"),
                row.textIfAny("page_id").orElse(""),
                row.numberIfAny("edited_at").isPresent());
    }
}
