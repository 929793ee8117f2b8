package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is neither words nor a tap, who only looks, and what others may not read. */
class TurnEdgesTest {
    private static final Incoming WORDS = new Incoming.Words("x");
    private static final Incoming.File FILE =
            new Incoming.File(Incoming.Medium.DOCUMENT, "ref", "a.pdf", "application/pdf", 1, "", "");
    private static final Command OPEN = new Command("open", List.of("mo", "ac"), "people.helpWeb", Role.CADRE);
    private static final Command OFFICE = new Command("office", List.of(), "people.helpInvite", Role.OFFICE);

    /** Takes all that comes, where it may. */
    private record Taker(String name, boolean isForAuditors, boolean takes, List<Command> commands) implements Feature {
        @Override
        public Reply tap(Turn turn, String action) {
            return Reply.say(name + " tap " + action);
        }

        @Override
        public Optional<Reply> heard(Turn turn, Dialog dialog) {
            return Optional.of(Reply.say(name + " heard"));
        }

        @Override
        public Optional<Reply> edited(Turn turn, Incoming.Edited edited) {
            return takes ? Optional.of(Reply.say(name + " edited")) : Optional.empty();
        }

        @Override
        public Optional<Reply> sent(Turn turn, Incoming.File file) {
            return takes ? Optional.of(Reply.say(name + " sent")) : Optional.empty();
        }

        @Override
        public Optional<Reply> said(Turn turn, String words) {
            return takes ? Optional.of(Reply.say(name + " said")) : Optional.empty();
        }
    }

    /** Has nothing of its own but a name. */
    private record Bare(String name) implements Feature {}

    private static final Feature OWN = new Taker("own", false, false, List.of());
    private static final Feature SHOWN = new Taker("shown", true, true, List.of(OPEN, OFFICE));

    private final Texts all = new Texts();
    private final Texts.Phrases texts = all.in(Language.VI);
    private final FeatureRouter router = new FeatureRouter(List.of(OWN, SHOWN));
    private final FeatureRouter deaf = new FeatureRouter(List.of(OWN));

    @Test
    void aFileGoesToTheOpenDialogOrToTheFirstThatTakesFiles() {
        assertThat(text(router, turn(Role.CADRE, FILE, Optional.empty()))).isEqualTo("shown sent");
        assertThat(text(router, turn(Role.CADRE, FILE, in("own")))).isEqualTo("own heard");
        assertThat(text(deaf, turn(Role.CADRE, FILE, Optional.empty()))).isEqualTo(texts.say("conversation.notText"));
    }

    @Test
    void aPlaceIsAnsweredWhetherADialogAskedForItOrNot() {
        Incoming place = new Incoming.Place(20.5, 106.3);
        assertThat(text(router, turn(Role.CADRE, place, in("own")))).isEqualTo("own heard");
        assertThat(text(router, turn(Role.CADRE, place, Optional.empty())))
                .isEqualTo(texts.say("conversation.notText"));
    }

    /** Whoever edits words is told where nobody reads it; of other things only where a dialog may depend on them. */
    @Test
    void anEditIsReadByWhoKnowsTheMessageOrIsSaidToBeUnread() {
        String unseen = texts.say("conversation.editUnseen");
        Incoming.Edited words = new Incoming.Edited("m", WORDS);
        Incoming.Edited file = new Incoming.Edited("m", FILE);
        assertThat(text(router, turn(Role.CADRE, words, Optional.empty()))).isEqualTo("shown edited");
        assertThat(text(deaf, turn(Role.CADRE, words, Optional.empty()))).isEqualTo(unseen);
        assertThat(text(deaf, turn(Role.CADRE, file, in("own")))).isEqualTo(unseen);
        assertThat(deaf.answer(turn(Role.CADRE, file, Optional.empty()))).isEqualTo(Reply.nothing());
        assertThat(deaf.answer(turn(Role.CADRE, new Incoming.Edited("m", new Incoming.Place(1, 2)), in("own"))))
                .isEqualTo(Reply.nothing());
    }

    @Test
    void whoOnlyLooksUsesWhatIsForAuditorsAndNothingElse() {
        assertThat(text(router, turn(Role.AUDITOR, tap("shown:a"), Optional.empty())))
                .isEqualTo("shown tap a");
        Reply old = router.answer(turn(Role.AUDITOR, tap("own:a"), Optional.empty()));
        assertThat(old.messages()).isEmpty();
        assertThat(old.toast()).isEqualTo(texts.plain("conversation.oldButton"));
        assertThat(text(router, turn(Role.AUDITOR, FILE, in("own")))).isEqualTo("shown sent");
        assertThat(text(router, turn(Role.AUDITOR, new Incoming.Words("what is it?"), in("shown"))))
                .isEqualTo("shown heard");
        assertThat(router.commands(Role.AUDITOR)).containsExactly(OPEN);
        assertThat(router.commands(Role.CADRE)).containsExactly(OPEN);
        assertThat(router.commands(Role.OFFICE)).containsExactly(OPEN, OFFICE);
        Feature bare = new Bare("bare");
        assertThat(bare.isForAuditors()).isFalse();
        assertThat(bare.isForAuditors(OPEN)).isFalse();
        assertThat(SHOWN.isForAuditors(OFFICE)).isFalse();
    }

    @Test
    void aButtonWithoutAFeatureIsAnOldOne() {
        for (String action : List.of(":a", "a", "", "gone:a")) {
            assertThat(router.answer(turn(Role.CADRE, new Incoming.Tap("t", "m", action), Optional.empty()))
                            .toast())
                    .as(action)
                    .isEqualTo(texts.plain("conversation.oldButton"));
        }
    }

    @Test
    void aFeatureThatHasNothingAnswersNothing() {
        Turn turn = turn(Role.CADRE, WORDS, Optional.empty());
        Feature bare = new Bare("bare");
        assertThat(bare.commands()).isEmpty();
        assertThat(bare.command(turn, "x", "")).isEqualTo(Reply.nothing());
        assertThat(bare.tap(turn, "x")).isEqualTo(Reply.nothing());
        assertThat(bare.heard(turn, new Dialog("bare", "", 1))).isEmpty();
        assertThat(bare.edited(turn, new Incoming.Edited("m", WORDS))).isEmpty();
        assertThat(bare.sent(turn, FILE)).isEmpty();
        assertThat(bare.said(turn, "x")).isEmpty();
    }

    @Test
    void aTurnKnowsItsDialogAndTheRevisionThatItsButtonsWillCarry() {
        Turn turn = turn(Role.CADRE, WORDS, in("own"));
        assertThat(turn.dialogOf("own")).contains(new Dialog("own", "{}", 3));
        assertThat(turn.dialogOf("shown")).isEmpty();
        assertThat(turn.nextRevision()).isEqualTo(4);
        assertThat(turn.language()).isEqualTo(Language.VI);
        assertThat(turn.in(all.in(Language.EN)).language()).isEqualTo(Language.EN);
        assertThat(turn.in(all.in(Language.EN)).dialog()).isEqualTo(turn.dialog());
    }

    @Test
    void onlyATapHasAMessageToRewrite() {
        Reply rewritten =
                Reply.nothing().andRewrite(turn(Role.CADRE, tap("own:a"), Optional.empty()), "new", List.of());
        assertThat(rewritten.messages()).containsExactly(new Outgoing.Edit("m", "new", List.of()));
        assertThat(Reply.nothing().andRewrite(turn(Role.CADRE, WORDS, Optional.empty()), "new", List.of()))
                .isEqualTo(Reply.nothing());
        Incoming inline = new Incoming.Tap("t", "", "own:a");
        assertThat(Reply.nothing().andRewrite(turn(Role.CADRE, inline, Optional.empty()), "new", List.of()))
                .isEqualTo(Reply.nothing());
    }

    @Test
    void theListBehindTheStrokeHasEachCommandInEachLanguage() {
        Map<String, List<Map.Entry<String, String>>> listed = new CommandMenu(router, all).byLanguage();
        assertThat(listed).hasSize(Language.values().length);
        assertThat(listed.get("vi")).containsExactly(Map.entry("mo", texts.plain("people.helpWeb")));
        assertThat(listed.get("tr"))
                .containsExactly(Map.entry("ac", all.in(Language.TR).plain("people.helpWeb")));
        assertThat(listed.get("en"))
                .containsExactly(Map.entry("open", all.in(Language.EN).plain("people.helpWeb")));
        assertThat(OFFICE.in(Language.VI)).isEqualTo("office");
    }

    @Test
    void wordsThatOthersWillReadMayHoldNoNumbersOfPeople() {
        Turn turn = turn(Role.CADRE, WORDS, Optional.empty());
        assertThat(PrivacyCheck.refusal(turn, "Ngập đường thôn 3")).isEmpty();
        assertThat(said(PrivacyCheck.refusal(turn, "gọi anh Ba 0912 345 678"))).contains("số điện thoại");
        assertThat(said(PrivacyCheck.refusal(turn, "CCCD 034085001234 của anh Ba")))
                .contains("số căn cước")
                .doesNotContain("số điện thoại");
        assertThat(PrivacyCheck.officeRefusal(turn, "gọi anh Ba 0912 345 678"))
                .as("the office may say whom to call")
                .isEmpty();
        assertThat(said(PrivacyCheck.officeRefusal(turn, "CCCD 034085001234 của anh Ba, 0912 345 678")))
                .contains("số căn cước")
                .doesNotContain("số điện thoại");
        assertThat(PrivacyCheck.refusal(turn, FILE)).isEmpty();
        assertThat(said(PrivacyCheck.refusal(turn, file("CCCD 034085001234.pdf", ""))))
                .contains("số căn cước");
        assertThat(said(PrivacyCheck.refusal(turn, file("a.pdf", "gọi anh Ba 0912 345 678"))))
                .contains("số điện thoại");
    }

    private static Incoming.File file(String name, String caption) {
        return new Incoming.File(Incoming.Medium.DOCUMENT, "ref", name, "application/pdf", 1, caption, "");
    }

    private static Incoming tap(String action) {
        return new Incoming.Tap("t", "m", action);
    }

    private static Optional<Dialog> in(String feature) {
        return Optional.of(new Dialog(feature, "{}", 3));
    }

    private Turn turn(Role role, Incoming incoming, Optional<Dialog> dialog) {
        return new Turn(
                new Person(1, "Lan", role, "xa-tien-duc", Optional.of(Language.VI)),
                new Address("telegram", "1"),
                incoming,
                Instant.EPOCH,
                dialog,
                dialog.map(Dialog::revision).orElse(0L),
                texts);
    }

    private static String said(Optional<Reply> reply) {
        return text(reply.orElse(Reply.say("nothing was refused")));
    }

    private static String text(FeatureRouter router, Turn turn) {
        return text(router.answer(turn));
    }

    private static String text(Reply reply) {
        assertThat(reply.messages()).hasSize(1);
        return ((Outgoing.Message) reply.messages().get(0)).text();
    }
}
