package danvan.organization.chat;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Joining;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Directory;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Authority;
import danvan.organization.Doorkeeper;
import danvan.organization.JoinNews;
import danvan.organization.Members;
import danvan.organization.PageEntry;
import danvan.organization.PageJoining;
import danvan.organization.PersonName;
import danvan.organization.Roster;
import danvan.organization.Secrets;
import danvan.organization.Units;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Members and how one becomes one: the directory, and the commands {@code /language}, {@code /name}, {@code /invite}, {@code /web}. */
public final class People implements Feature {
    private final Database database;
    private final Units units;
    private final Members members;
    private final PageEntry page;
    private final Doorkeeper doorkeeper;
    private final Secrets secrets = new Secrets();
    private final Inviting inviting;
    private final MemberNotifications tidings;
    private final MemberDecisions decisions;
    private final MemberDesk desk;
    private final Texts texts;
    private final Function<String, String> link;
    private final Function<Turn, Optional<Reply>> again;

    /**
     * The people room.
     *
     * @param administrators addresses of those who are administrators by the settings
     * @param open whether anybody is admitted
     * @param language spoken to strangers
     * @param links where invitations are opened
     * @param again says once more where an open dialog stands, in the language of the turn
     */
    public People(
            Database database,
            Set<String> administrators,
            boolean open,
            Texts texts,
            Language language,
            ZoneId zone,
            InvitationLinks links,
            Function<Turn, Optional<Reply>> again) {
        this.database = database;
        this.units = new Units(database);
        this.members = new Members(database);
        JoinNews news = new JoinNews(members, units, texts, language);
        this.page = new PageEntry(database, units, news, texts.in(language));
        this.doorkeeper = new Doorkeeper(database, units, administrators, open, texts.in(language), news, zone);
        this.texts = texts;
        this.link = links.page();
        Authority authority = new Authority(units, zone);
        this.inviting = new Inviting(units, authority, secrets, zone, links);
        this.tidings = new MemberNotifications(members, texts, language);
        Roster roster = new Roster(database);
        this.decisions = new MemberDecisions(roster, units, authority, inviting, tidings, zone);
        this.desk = new MemberDesk(roster, units, authority, decisions, tidings, zone);
        this.again = again;
    }

    public Directory directory() {
        return doorkeeper;
    }

    /** Deletes strangers' tries that count no more, and says how many. */
    public int forgetTries(Instant now) {
        return doorkeeper.forgetTries(now);
    }

    public Units units() {
        return units;
    }

    public Members members() {
        return members;
    }

    /** How those who were invited become members by the phone page. */
    public Joining joining(Outbox outbox, Clock clock) {
        return new PageJoining(page, database, outbox, clock);
    }

    /** How people come in by the phone page. */
    public PageEntry page() {
        return page;
    }

    /**
     * Adds a member unless the name is there already; for a rehearsal and for tests.
     *
     * @param addresses where the member is reached
     */
    public void example(String name, Role role, String unit, List<Address> addresses, Instant now) {
        database.change(tx -> {
            if (Members.behind(tx, addresses.get(0)).isEmpty()) {
                long member = Members.add(tx, name, role, unit, now);
                addresses.forEach(address -> Members.addAddress(tx, member, address, now));
            }
        });
    }

    /** Notifications to members about decisions on them. */
    public MemberNotifications tidings() {
        return tidings;
    }

    /** What may be done with members, for the chat and for the desk. */
    public MemberDecisions decisions() {
        return decisions;
    }

    /** {@code /members}: where leads and the office see and change who belongs where. */
    public Feature desk() {
        return desk;
    }

    /** A code for an invitation. */
    public String newCode() {
        return inviting.newCode();
    }

    /** Where the phone page opens an invitation; empty where there is no page. */
    public String linkOf(String code) {
        return inviting.linkOf(code);
    }

    /** Writes down that a member did something that others may ask about. */
    public void note(Tx tx, Instant at, long member, String action, String detail) {
        Members.audit(tx, at, Optional.of(member), action, detail);
    }

    /** The phone page's address of a token that is easy to type, for the example members of a rehearsal. */
    public static Address exampleLink(String token) {
        return new Address("web", Secrets.hash(token));
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public boolean isForAuditors() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("language", List.of("ngonngu", "lang", "dil"), "people.helpLanguage", Role.CADRE),
                new Command("name", List.of("ten", "isim"), "people.helpName", Role.CADRE),
                new Command("web", List.of("lienket", "baglanti"), "people.helpWeb", Role.CADRE),
                new Command("invite", List.of("moi", "davet"), "people.helpInvite", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        return switch (command) {
            case "language" ->
                Language.of(rest.strip())
                        .map(language -> speak(turn, language))
                        .orElseGet(() -> Reply.say(turn.say("people.chooseLanguage"), languages()));
            case "name" -> renamed(turn, rest);
            case "web" -> personalLink(turn);
            default -> rest.isEmpty() ? inviting.chooseRole(turn) : inviting.invited(turn, rest);
        };
    }

    /** A code, typed by who is a member: it would be looked for in the library, and kept among the questions. */
    @Override
    public Optional<Reply> said(Turn turn, String words) {
        return page.isCode(words, turn.now())
                ? Optional.of(Reply.say(
                        turn.say("people.alreadyIn", "name", turn.person().name())))
                : Optional.empty();
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return PeopleAct.tap(action)
                .flatMap(tap -> tapped(turn, tap))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("conversation.oldButton")));
    }

    /** What is not there is an empty word, which is no language, no role and no unit. */
    private Optional<Reply> tapped(Turn turn, Actions.Tap<PeopleAct> tap) {
        if (tap.act() == PeopleAct.LANGUAGE) {
            return Language.of(tap.value(0)).map(language -> speak(turn, language));
        }
        return Words.role(tap.value(0)).map(role -> switch (tap.act()) {
            case UNIT -> inviting.chooseUnit(turn, role, tap.value(1), tap.number(2));
            case INVITE -> inviting.invited(turn, role + " " + tap.value(1));
            default -> inviting.chooseUnit(turn, role);
        });
    }

    private static List<List<Button>> languages() {
        List<List<Button>> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            rows.add(List.of(PeopleAct.ACTIONS.button(language.ownName(), PeopleAct.LANGUAGE, language.code())));
        }
        return rows;
    }

    private Reply speak(Turn turn, Language language) {
        Reply reply = Words.shown(turn, texts.say(language, "people.languageChosen"), List.of());
        for (Outgoing message :
                again.apply(turn.in(texts.in(language))).map(Reply::messages).orElse(List.of())) {
            reply = reply.and(message);
        }
        return reply.andDo(tx -> tx.update(
                "UPDATE member SET language = ? WHERE id = ?",
                language.code(),
                turn.person().id()));
    }

    private Reply renamed(Turn turn, String typed) {
        String before = turn.person().name();
        if (typed.isBlank()) {
            return Reply.say(turn.say("people.nameUsage", "name", before));
        }
        Optional<String> name = PersonName.of(typed);
        if (name.isEmpty()) {
            return Reply.say(turn.say("people.nameRefused", "most", PersonName.LONGEST));
        }
        long member = turn.person().id();
        return Reply.say(turn.say("people.nameChanged", "name", name.get())).andDo(tx -> {
            tx.update("UPDATE member SET name = ? WHERE id = ?", name.get(), member);
            Members.audit(tx, turn.now(), Optional.of(member), "name", before + " → " + name.get());
        });
    }

    private Reply personalLink(Turn turn) {
        String token = secrets.token();
        String address = link.apply(token);
        if (address.isEmpty()) {
            return Reply.say(turn.say("people.noPage"));
        }
        long member = turn.person().id();
        return Reply.say(turn.say("people.link", "link", address)).andDo(tx -> {
            Members.addAddress(tx, member, new Address("web", Secrets.hash(token)), turn.now());
            Members.audit(tx, turn.now(), Optional.of(member), "link", "");
        });
    }
}
