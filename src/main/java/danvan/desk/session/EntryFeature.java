package danvan.desk.session;

import danvan.channel.web.Misses;
import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The bot's side of the way in, {@code /desk}: takes a PC's code and asks which number the PC shows. Whoever was talked
 * into sending the code of a PC that is not in front of them does not see the number.
 */
public final class EntryFeature implements Feature {
    static final String NAME = "pc";

    private static final int CHOICES = 3;

    private final EntryCodes codes;
    private final AuditNote audit;
    private final Supplier<String> page;
    private final Misses wrong = new Misses(System::nanoTime);

    /** @param page the desk's address; empty where none is served */
    public EntryFeature(EntryCodes codes, AuditNote audit, Supplier<String> page) {
        this.codes = codes;
        this.audit = audit;
        this.page = page;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAuditors() {
        return true;
    }

    @Override
    public boolean isForAuditors(Command command) {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("desk", List.of("banlamviec", "masa"), "desk.help", Role.LEAD));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (page.get().isEmpty()) {
            return Reply.say(turn.say("desk.chat.none"));
        }
        if (rest.isBlank()) {
            return Reply.say(turn.say("desk.chat.how", "address", page.get()));
        }
        return code(turn, rest).orElseGet(() -> {
            wrong.add(who(turn));
            return Reply.say(turn.say("desk.chat.unknown"));
        });
    }

    /** A code that a PC shows now; all other words are for others. */
    @Override
    public Optional<Reply> said(Turn turn, String words) {
        return code(turn, words);
    }

    private Optional<Reply> code(Turn turn, String typed) {
        String code = Secret.plainCode(typed);
        if (!Secret.isCode(code)) {
            return Optional.empty();
        }
        if (wrong.tooMany(who(turn))) {
            return Optional.of(Reply.say(turn.say("desk.chat.slow")));
        }
        return codes.byCode(code)
                .filter(wanted -> wanted.state() == EntryCodes.State.OPEN
                        || (wanted.state() == EntryCodes.State.ASKED && isOf(turn, wanted)))
                .map(wanted -> asked(turn, wanted));
    }

    private Reply asked(Turn turn, EntryCodes.Wanted wanted) {
        if (!Access.READ.allows(turn.person().role())) {
            return Reply.say(turn.say("desk.chat.notForYou"));
        }
        List<Button> numbers = new ArrayList<>();
        for (int number : choices(wanted)) {
            numbers.add(EntryAct.ACTIONS.button(Integer.toString(number), EntryAct.NUMBER, wanted.id(), number));
        }
        return Reply.say(
                        turn.say(
                                "desk.chat.which",
                                "machine",
                                wanted.machine().name(),
                                "network",
                                wanted.machine().network()),
                        List.of(
                                numbers,
                                List.of(EntryAct.ACTIONS.button(
                                        turn.plain("desk.chat.notMine"), EntryAct.REFUSE, wanted.id()))))
                .andDo(tx -> EntryCodes.move(
                        tx, wanted, EntryCodes.State.ASKED, turn.person().id()));
    }

    /** The PC's number among others; the same ones each time the same PC is asked about. */
    private static List<Integer> choices(EntryCodes.Wanted wanted) {
        Random others = new Random(31 * wanted.id() + wanted.number());
        Set<Integer> numbers = new TreeSet<>(Set.of(wanted.number()));
        while (numbers.size() < CHOICES) {
            numbers.add(10 + others.nextInt(90));
        }
        List<Integer> shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, others);
        return shuffled;
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return EntryAct.ACTIONS
                .tap(action)
                .flatMap(tap -> tapped(turn, tap))
                .orElseGet(() -> Reply.nothing().andToast(turn.plain("desk.chat.over")));
    }

    private Optional<Reply> tapped(Turn turn, Actions.Tap<EntryAct> tap) {
        return tap.id(0)
                .flatMap(codes::byNumber)
                .filter(wanted -> wanted.state() == EntryCodes.State.ASKED && isOf(turn, wanted))
                .filter(wanted -> Access.READ.allows(turn.person().role()))
                .map(wanted -> tap.act() == EntryAct.NUMBER && tap.number(1) == wanted.number()
                        ? confirmed(turn, wanted)
                        : refused(
                                turn, wanted, tap.act() == EntryAct.NUMBER ? "desk.chat.wrong" : "desk.chat.refused"));
    }

    private static Reply confirmed(Turn turn, EntryCodes.Wanted wanted) {
        return Reply.nothing()
                .andRewrite(
                        turn,
                        turn.say(
                                "desk.chat.confirmed",
                                "machine",
                                wanted.machine().name()),
                        List.of())
                .andDo(tx -> EntryCodes.move(
                        tx, wanted, EntryCodes.State.CONFIRMED, turn.person().id()));
    }

    private Reply refused(Turn turn, EntryCodes.Wanted wanted, String key) {
        String detail = wanted.machine().name() + " · " + wanted.machine().network();
        return Reply.nothing()
                .andRewrite(turn, turn.say(key, "machine", wanted.machine().name()), List.of())
                .andDo(tx -> {
                    EntryCodes.move(
                            tx, wanted, EntryCodes.State.REFUSED, turn.person().id());
                    audit.note(tx, turn.now(), turn.person().id(), "desk refused", detail);
                });
    }

    private static boolean isOf(Turn turn, EntryCodes.Wanted wanted) {
        return wanted.member().filter(member -> member == turn.person().id()).isPresent();
    }

    private static String who(Turn turn) {
        return "member " + turn.person().id();
    }
}
