package danvan.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.storage.Json;
import danvan.storage.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of a talk, as the page is told it.
 *
 * @param change the chat's change that brought the line to this state
 * @param text markup where the bot speaks, plain where the member does
 * @param files the file that was sent with the text, if any
 * @param place the label of the button that shares the member's place; empty where none is asked for
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
        List<Shown> files,
        String place,
        long at,
        String pageId,
        boolean edited) {

    enum Who {
        BOT,
        MEMBER,
        /** The bot has taken the line back. */
        GONE
    }

    /** A file as the page shows it; its content is fetched by the line's number. */
    record Shown(String name, boolean picture) {}

    /**
     * A file of a line.
     *
     * @param ref its name in the store
     */
    record Attached(String ref, String name, String mediaType) {
        /** Whether a browser may show it. Of all else, such as HTML or SVG, it would run what is in it. */
        boolean picture() {
            return mediaType.equals("image/png") || mediaType.equals("image/jpeg");
        }

        Shown shown() {
            return new Shown(name, picture());
        }
    }

    static Entry of(Row row) {
        Who who = Who.valueOf(row.text("who"));
        String text = "";
        String place = "";
        List<List<Button>> buttons = List.of();
        if (who == Who.MEMBER) {
            text = text(Json.read(row.text("body"), Incoming.class));
        } else if (who == Who.BOT) {
            Outgoing what = Json.read(row.text("body"), Outgoing.class);
            if (what instanceof Outgoing.Message message) {
                text = message.text();
                buttons = message.buttons();
            } else if (what instanceof Outgoing.File file) {
                text = file.caption();
                buttons = file.buttons();
            } else if (what instanceof Outgoing.Menu menu) {
                text = menu.text();
            } else if (what instanceof Outgoing.PlaceRequest request) {
                text = request.text();
                place = request.label();
            }
        }
        return new Entry(
                row.number("id"),
                row.number("change_no"),
                who,
                text,
                buttons,
                attached(row).map(Attached::shown).stream().toList(),
                place,
                row.number("at"),
                row.textIfAny("page_id").orElse(""),
                row.numberIfAny("edited_at").isPresent());
    }

    static Optional<Attached> attached(Row row) {
        String who = row.text("who");
        if (who.equals("BOT") && Json.read(row.text("body"), Outgoing.class) instanceof Outgoing.File file) {
            return Optional.of(new Attached(file.file(), file.name(), file.mediaType()));
        }
        if (who.equals("MEMBER") && Json.read(row.text("body"), Incoming.class) instanceof Incoming.File file) {
            return Optional.of(new Attached(file.ref(), file.name(), file.mediaType()));
        }
        return Optional.empty();
    }

    private static String text(Incoming what) {
        if (what instanceof Incoming.Words words) {
            return words.text();
        }
        if (what instanceof Incoming.File file) {
            return file.caption();
        }
        return what instanceof Incoming.Place place
                ? String.format(Locale.ROOT, "📍 %.5f, %.5f", place.latitude(), place.longitude())
                : "";
    }
}
