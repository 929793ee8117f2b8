package danvan.desk.members;

import danvan.organization.QrCode;
import danvan.organization.chat.InvitationCard;
import java.util.List;
import java.util.stream.Stream;

/** An invitation as a ticket to be printed and cut out. */
public record InvitationTicket(InvitationCard card) {

    /**
     * A way in that is scanned.
     *
     * @param name the text that says where it leads
     * @param path the dark modules of the code, for a drawing of {@code size} units
     */
    public record Way(String name, String link, int size, String path) {}

    /** Telegram first, where the bot is there. */
    public List<Way> ways() {
        return Stream.of(way("people.linkTelegram", card.telegram()), way("people.linkPage", card.page()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Way> way(String name, String link) {
        if (link.isEmpty()) {
            return List.of();
        }
        QrCode code = new QrCode(link);
        return List.of(new Way(name, link, code.size(), code.path()));
    }
}
