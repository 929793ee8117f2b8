package danvan.organization.chat;

import danvan.chat.Button;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Invitations;
import danvan.organization.QrCode;
import danvan.organization.Secrets;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.text.Dates;
import danvan.text.Markup;
import danvan.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How somebody is invited: a role, a unit, and a code to pass on. */
public final class Inviting {
    private static final int UNITS_A_PAGE = 20;
    private static final Duration PICTURE_KEPT = Duration.ofDays(1);

    private final Units units;
    private final Authority authority;
    private final Secrets secrets;
    private final ZoneId zone;
    private final InvitationLinks links;

    /**
     * What is said of an invitation.
     *
     * @param card empty where none was made
     */
    public record Offer(Reply reply, Optional<InvitationCard> card) {
        static Offer not(Reply reply) {
            return new Offer(reply, Optional.empty());
        }
    }

    Inviting(Units units, Authority authority, Secrets secrets, ZoneId zone, InvitationLinks links) {
        this.units = units;
        this.authority = authority;
        this.secrets = secrets;
        this.zone = zone;
        this.links = links;
    }

    Reply chooseRole(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (authority.reaches(turn.person(), role, authority.top(turn.person(), turn.now()))) {
                rows.add(List.of(PeopleAct.ACTIONS.button(Words.role(turn.texts(), role), PeopleAct.ROLE, role)));
            }
        }
        return Reply.say(turn.say("people.inviteRole"), rows);
    }

    Reply chooseUnit(Turn turn, Role role) {
        return chooseUnit(turn, role, authority.top(turn.person(), turn.now()), 0);
    }

    Reply chooseUnit(Turn turn, Role role, String code, int page) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        Optional<Unit> unit = units.find(code);
        if (unit.isEmpty() || !authority.reaches(turn.person(), role, code)) {
            return Reply.say(turn.say("people.inviteNotAllowed"));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (!unit.get().hasEnded(today)) {
            rows.add(List.of(PeopleAct.ACTIONS.button(
                    turn.plain("people.inviteHere", "unit", unit.get().name()), PeopleAct.INVITE, role, code)));
        }
        List<List<Button>> below = units.below(code, today).stream()
                .map(part -> List.of(PeopleAct.ACTIONS.button(part.name() + " ›", PeopleAct.UNIT, role, part.code())))
                .toList();
        rows.addAll(Paged.rows(below, page, UNITS_A_PAGE, at -> PeopleAct.page(at, role, code)));
        return Words.shown(turn, turn.say("people.inviteUnit", "role", Words.role(turn.texts(), role)), rows);
    }

    /** @param typed role and unit's code */
    Reply invited(Turn turn, String typed) {
        String[] words = typed.split("\\s+", -1);
        return words.length == 2
                ? pictured(turn, invited(turn, words[0], words[1]))
                : Reply.say(turn.say("people.inviteUsage"));
    }

    /** A role and a unit's code, as they were typed or chosen. */
    Offer invited(Turn turn, String wanted, String where) {
        Optional<Role> role = Words.role(wanted);
        Optional<Unit> unit = units.find(where);
        if (role.isEmpty() || unit.isEmpty()) {
            return Offer.not(Reply.say(turn.say("people.inviteUsage")));
        }
        if (!authority.reaches(turn.person(), role.get(), unit.get().code())) {
            return Offer.not(Reply.say(turn.say("people.inviteNotAllowed")));
        }
        if (unit.get().hasEnded(LocalDate.ofInstant(turn.now(), zone))) {
            return Offer.not(Reply.say(turn.say(
                    "people.fault.unitOver",
                    "value",
                    unit.get().name(),
                    "successor",
                    unit.get()
                            .successor()
                            .map(next -> units.find(next).map(Unit::name).orElse(next))
                            .orElse("–"))));
        }
        InvitationCard card =
                card(turn, Words.role(turn.texts(), role.get()), unit.get().name());
        Reply reply = Reply.say(said(turn, card, "invited", "role"))
                .andDo(tx -> Invitations.add(
                        tx,
                        card.code(),
                        Optional.empty(),
                        role.get(),
                        unit.get().code(),
                        turn.person().id(),
                        turn.now()));
        return new Offer(reply, Optional.of(card));
    }

    /**
     * A code that lets a member in again, by a phone or a browser the bot does not know yet. It takes the place of the
     * question: of two taps the second's code is the one that is good, and the only one to be seen.
     */
    Offer invitedAgain(Turn turn, Person member) {
        String unit = units.find(member.unit()).map(Unit::name).orElse(member.unit());
        InvitationCard card = card(turn, member.name(), unit);
        Reply reply = Words.shown(turn, said(turn, card, "again", "name"), List.of())
                .andDo(tx -> Invitations.addAgain(
                        tx, card.code(), member, turn.person().id(), turn.now()));
        return new Offer(reply, Optional.of(card));
    }

    private InvitationCard card(Turn turn, String who, String unit) {
        String code = newCode();
        return new InvitationCard(
                who,
                unit,
                code,
                links.onPage(code),
                links.inTelegram(code),
                turn.now().plus(Invitations.VALID));
    }

    /** The code, and where it is opened: each link by itself, so that a finger copies one. */
    private String said(Turn turn, InvitationCard card, String key, String who) {
        String places = Stream.of(
                        Map.entry("people.linkTelegram", card.telegram()), Map.entry("people.linkPage", card.page()))
                .filter(place -> !place.getValue().isEmpty())
                .map(place -> turn.say(place.getKey()) + " <code>" + Markup.escape(place.getValue()) + "</code>")
                .collect(Collectors.joining("\n"));
        return turn.say(
                "people." + key + (places.isEmpty() ? "ByCode" : ""),
                who,
                card.who(),
                "unit",
                card.unit(),
                "code",
                card.code(),
                "links",
                new Texts.Marked(places),
                "days",
                Invitations.VALID.toDays(),
                "until",
                until(turn, card));
    }

    /** The reply with a picture to be scanned and a button to share it, where there is something to open. */
    private Reply pictured(Turn turn, Offer offer) {
        Optional<InvitationCard> made = offer.card().filter(card -> !card.link().isEmpty());
        if (made.isEmpty()) {
            return offer.reply();
        }
        InvitationCard card = made.get();
        String words = turn.plain("people.shareWords", "unit", card.unit(), "until", until(turn, card));
        String share = "https://t.me/share/url?url=" + encoded(card.link()) + "&text=" + encoded(words);
        return links.enclosures()
                .with(
                        offer.reply(),
                        new QrCode(card.link()).png(),
                        turn.plain("people.qrName") + ".png",
                        "image/png",
                        turn.say(
                                "people.qrCaption", "who", card.who(), "unit", card.unit(), "until", until(turn, card)),
                        List.of(List.of(Button.link(turn.plain("people.share"), share))),
                        // The code must not be read from the database for longer than it takes to arrive.
                        PICTURE_KEPT);
    }

    private String until(Turn turn, InvitationCard card) {
        return Dates.day(LocalDate.ofInstant(card.until(), zone), turn.language());
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String newCode() {
        return secrets.code();
    }

    /** Where the phone page opens an invitation; empty where there is no page. */
    String linkOf(String code) {
        return links.onPage(code);
    }
}
