package danvan.people;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Language;
import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.chat.Texts;
import danvan.conversation.Command;
import danvan.conversation.Directory;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.storage.Database;
import danvan.storage.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Members and how one becomes one: the directory, and the commands {@code /language}, {@code /name}, {@code /invite}, {@code /web}. */
public final class People implements Feature {
    private static final List<Role> INVITABLE = List.of(Role.CADRE, Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR);

    private final Database database;
    private final Units units;
    private final Members members;
    private final PageEntry page;
    private final Doorkeeper doorkeeper;
    private final Secrets secrets = new Secrets();
    private final Texts texts;
    private final ZoneId zone;
    private final Function<String, String> link;
    private final Function<Turn, Optional<Reply>> again;

    /**
     * The people room.
     *
     * @param administrators addresses of those who are administrators by the settings
     * @param open whether anybody is admitted
     * @param language spoken to strangers
     * @param link makes the address of the phone page for a token; empty where there is no page
     * @param again says once more where an open dialog stands, in the language of the turn
     */
    public People(
            Database database,
            Set<String> administrators,
            boolean open,
            Texts texts,
            Language language,
            ZoneId zone,
            Function<String, String> link,
            Function<Turn, Optional<Reply>> again) {
        this.database = database;
        this.units = new Units(database);
        this.members = new Members(database);
        this.page = new PageEntry(database, units, texts.in(language));
        this.doorkeeper = new Doorkeeper(database, units, administrators, open, texts.in(language), zone);
        this.texts = texts;
        this.zone = zone;
        this.link = link;
        this.again = again;
    }

    public Directory directory() {
        return doorkeeper;
    }

    public Units units() {
        return units;
    }

    public Members members() {
        return members;
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
            default -> rest.isEmpty() ? chooseRole(turn) : invited(turn, rest);
        };
    }

    @Override
    public Reply tap(Turn turn, String action) {
        // What is not there is an empty word, which is no language, no role and no unit.
        String[] parts = Arrays.copyOf((action + "::").split(":", -1), 3);
        Optional<Reply> reply = switch (parts[0]) {
            case "l" -> Language.of(parts[1]).map(language -> speak(turn, language));
            case "r" -> role(parts[1]).map(role -> chooseUnit(turn, role, top(turn)));
            case "u" -> role(parts[1]).map(role -> chooseUnit(turn, role, parts[2]));
            case "i" -> role(parts[1]).map(role -> invited(turn, role + " " + parts[2]));
            default -> Optional.empty();
        };
        return reply.orElseGet(() -> Reply.nothing().andToast(turn.plain("conversation.oldButton")));
    }

    private static List<List<Button>> languages() {
        List<List<Button>> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            rows.add(List.of(new Button(language.ownName(), "people:l:" + language.code())));
        }
        return rows;
    }

    private Reply speak(Turn turn, Language language) {
        String said = texts.say(language, "people.languageChosen");
        Reply rewritten = Reply.nothing().andRewrite(turn, said, List.of());
        Reply reply = rewritten.messages().isEmpty() ? Reply.say(said) : rewritten;
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
        Optional<String> name = Names.of(typed);
        if (name.isEmpty()) {
            return Reply.say(turn.say("people.nameRefused", "most", Names.LONGEST));
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

    private Reply chooseRole(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Role role : INVITABLE) {
            if (mayInvite(turn, role, top(turn))) {
                rows.add(List.of(new Button(roleName(turn, role), "people:r:" + role)));
            }
        }
        return Reply.say(turn.say("people.inviteRole"), rows);
    }

    private Reply chooseUnit(Turn turn, Role role, String code) {
        LocalDate today = LocalDate.ofInstant(turn.now(), zone);
        Optional<Unit> unit = units.find(code);
        if (unit.isEmpty() || !mayInvite(turn, role, code)) {
            return Reply.say(turn.say("people.inviteNotAllowed"));
        }
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(new Button(
                turn.plain("people.inviteHere", "unit", unit.get().name()), "people:i:" + role + ":" + code)));
        for (Unit below : units.below(code, today)) {
            rows.add(List.of(new Button(below.name() + " ›", "people:u:" + role + ":" + below.code())));
        }
        String text = turn.say("people.inviteUnit", "role", roleName(turn, role));
        Reply rewritten = Reply.nothing().andRewrite(turn, text, rows);
        return rewritten.messages().isEmpty() ? Reply.say(text, rows) : rewritten;
    }

    private Reply invited(Turn turn, String typed) {
        String[] words = typed.split("\\s+", -1);
        Optional<Role> role = role(words[0]);
        Optional<Unit> unit = words.length == 2 ? units.find(words[1]) : Optional.empty();
        if (role.isEmpty() || unit.isEmpty()) {
            return Reply.say(turn.say("people.inviteUsage"));
        }
        if (!mayInvite(turn, role.get(), unit.get().code())) {
            return Reply.say(turn.say("people.inviteNotAllowed"));
        }
        String code = secrets.code();
        String address = link.apply(code.replace("-", ""));
        return Reply.say(turn.say(
                        address.isEmpty() ? "people.invitedByCode" : "people.invited",
                        "role",
                        roleName(turn, role.get()),
                        "unit",
                        unit.get().name(),
                        "code",
                        code,
                        "link",
                        address,
                        "days",
                        Invitations.VALID.toDays()))
                .andDo(tx -> Invitations.add(
                        tx, code, role.get(), unit.get().code(), turn.person().id(), turn.now()));
    }

    /** A lead invites cadres and leads of the own unit and those below; office and administrators up to their own role. */
    private boolean mayInvite(Turn turn, Role role, String unit) {
        Role own = turn.person().role();
        return own.atLeast(Role.LEAD)
                && own.atLeast(role)
                && (own.atLeast(Role.OFFICE)
                        || units.isWithin(unit, turn.person().unit()));
    }

    /** Where choosing a unit begins: the office's people begin at the root. */
    private String top(Turn turn) {
        return turn.person().role().atLeast(Role.OFFICE)
                ? units.root(LocalDate.ofInstant(turn.now(), zone))
                        .map(Unit::code)
                        .orElse(turn.person().unit())
                : turn.person().unit();
    }

    private static String roleName(Turn turn, Role role) {
        return turn.plain("people.role." + role);
    }

    private static Optional<Role> role(String word) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
