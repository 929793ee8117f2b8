package danvan.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRouterTest {
    private static final Address LAN = new Address("telegram", "1");

    /** Says what it was asked. */
    private record Echo(String name, List<Command> commands, boolean takesWords) implements Feature {
        @Override
        public Reply command(Turn turn, String command, String rest) {
            return Reply.say(name + " command " + command + "(" + rest + ")");
        }

        @Override
        public Reply tap(Turn turn, String action) {
            return Reply.say(name + " tap " + action);
        }

        @Override
        public Optional<Reply> heard(Turn turn, Dialog dialog) {
            boolean meant = !(turn.incoming() instanceof Incoming.Words words)
                    || !words.text().contains("?");
            return meant ? Optional.of(Reply.say(name + " heard in " + dialog.state())) : Optional.empty();
        }

        @Override
        public Optional<Reply> said(Turn turn, String words) {
            return takesWords ? Optional.of(Reply.say(name + " said " + words)) : Optional.empty();
        }
    }

    private static final Feature TASKS = new Echo(
            "task",
            List.of(
                    new Command("tasks", List.of("nhiemvu", "gorevler"), "people.helpWeb", Role.CADRE),
                    new Command("programme", List.of("chuongtrinh"), "people.helpInvite", Role.OFFICE)),
            false);
    private static final Feature ASK = new Echo("ask", List.of(), true);

    private final Texts.Phrases texts = new Texts().in(Language.VI);
    private final FeatureRouter switchboard = new FeatureRouter(List.of(TASKS, ASK));

    @ParameterizedTest
    @CsvSource({
        "/tasks, tasks()",
        "/TASKS, tasks()",
        "'  /tasks  ', tasks()",
        "/tasks@danvan_bot, tasks()",
        "/nhiemvu, tasks()",
        "/nhiệmvụ, tasks()",
        "/NHIỆMVỤ tháng  này, tasks(tháng  này)",
        "/görevler, tasks()",
        "/GÖREVLER, tasks()",
        "'/tasks\nline two', tasks(line two)"
    })
    void aCommandIsKnownHoweverItIsTyped(String typed, String expected) {
        assertThat(answer(Role.CADRE, typed)).isEqualTo("task command " + expected);
    }

    @Test
    void vietnameseAccentsMayBeTypedDecomposedToo() {
        assertThat(answer(Role.CADRE, "/nhie\u0323\u0302mvu\u0323")).isEqualTo("task command tasks()");
    }

    @ParameterizedTest
    @CsvSource({"/đồngý, dongy", "/ĐỒNGÝ, dongy", "/bağlantı, baglanti", "/BAĞLANTI, baglanti", "/İptalet, iptalet"})
    void strokesAndDotsDoNotCount(String typed, String command) {
        Feature feature = new Echo("f", List.of(new Command(command, List.of(), "people.helpWeb", Role.CADRE)), false);
        assertThat(text(new FeatureRouter(List.of(feature))
                        .answer(turn(Role.CADRE, new Incoming.Words(typed), Optional.empty()))))
                .isEqualTo("f command " + command + "()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/nope with more", "/<b>", "/ tasks"})
    void anUnknownCommandGetsTheHelpAndIsNeverTakenForWords(String typed) {
        assertThat(answer(Role.CADRE, typed))
                .startsWith(texts.plain("conversation.unknownCommand", "command", typed.split(" ", -1)[0]))
                .contains("/nhiemvu · ")
                .contains("/trogiup · ")
                .doesNotContain("ask said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/trogiup", "/trợgiúp", "/yardım", ""})
    void helpIsGivenInEveryLanguageAndForNothingSaid(String typed) {
        assertThat(answer(Role.CADRE, typed))
                .startsWith(texts.plain("conversation.help"))
                .contains("/nhiemvu · ");
    }

    @Test
    void startWelcomesByName() {
        assertThat(answer(Role.CADRE, "/start code-of-a-link"))
                .startsWith(texts.plain("conversation.welcome", "name", "Lan"))
                .contains("/nhiemvu · ");
    }

    @Test
    void aRoleSeesAndMayUseOnlyItsCommands() {
        assertThat(answer(Role.LEAD, "/help")).contains("/nhiemvu").doesNotContain("/chuongtrinh");
        assertThat(answer(Role.LEAD, "/programme"))
                .startsWith(texts.plain("conversation.unknownCommand", "command", "/programme"));
        assertThat(answer(Role.LEAD, "/chuongtrinh")).doesNotContain("task command");
        assertThat(answer(Role.OFFICE, "/help")).contains("/nhiemvu", "/chuongtrinh");
        assertThat(answer(Role.OFFICE, "/chuongtrinh")).isEqualTo("task command programme()");
        assertThat(answer(Role.ADMINISTRATOR, "/programme")).isEqualTo("task command programme()");
        assertThat(switchboard.commands(Role.CADRE)).extracting(Command::name).containsExactly("tasks");
    }

    @Test
    void aButtonGoesToItsFeatureWithTheRestOfItsAction() {
        assertThat(text(tap("task:done:2024/T1"))).isEqualTo("task tap done:2024/T1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone:do", "", ":", "task", "no colon"})
    void anOldButtonOfAFeatureThatIsNoMoreIsAnsweredPolitelyAndChangesNothing(String action) {
        assertThat(tap(action)).isEqualTo(Reply.nothing().andToast(texts.plain("conversation.oldButton")));
    }

    @Test
    void wordsGoToTheOpenDialogFirstAndThenToWhoTakesWords() {
        Optional<Dialog> open = Optional.of(new Dialog("task", "{state}", 3));
        assertThat(answer(Role.CADRE, "two households", open)).isEqualTo("task heard in {state}");
        assertThat(answer(Role.CADRE, "what is 08?", open)).isEqualTo("ask said what is 08?");
        assertThat(answer(Role.CADRE, "  two households ")).isEqualTo("ask said two households");
        assertThat(answer(Role.CADRE, "two", Optional.of(new Dialog("gone", "", 3))))
                .isEqualTo("ask said two");
        assertThat(answer(Role.CADRE, "/tasks", open)).isEqualTo("task command tasks()");
    }

    @Test
    void wordsNobodyTakesGetTheHelp() {
        Turn turn = turn(Role.CADRE, new Incoming.Words("two households"), Optional.empty());
        assertThat(text(new FeatureRouter(List.of(TASKS)).answer(turn))).startsWith(texts.plain("conversation.help"));
    }

    /** Tried by a new user: all of these were searched in the library, and not found there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "việc của tôi | task command tasks()",
                "Cho tôi xem việc của tôi với ạ! | task command tasks()",
                "viec cua toi | task command tasks()",
                "nhiemvu | task command tasks()",
                "Nhiệm vụ của tôi ? | task command tasks()",
                "GÖREVLERİM | task command tasks()",
                "my tasks please | task command tasks()",
                "📋 Việc của tôi | task command tasks()",
                "tôi xong việc rồi | task command tasks()",
                "xin gia hạn | task command tasks()",
                "xin gia hạn mấy lần | ask said xin gia hạn mấy lần",
                "chuongtrinh | ask said chuongtrinh",
                "việc của tôi có được phụ cấp không | ask said việc của tôi có được phụ cấp không",
                "tháng 3 | ask said tháng 3",
                "2024 | ask said 2024",
                "08-ĐA/TU | ask said 08-ĐA/TU",
                "không | ask said không"
            })
    void aCommandIsUnderstoodInEverydayWordsAndOnlyAsAWholeMessage(String typed, String expected) {
        assertThat(answer(Role.CADRE, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "xin chào, hello",
        "Em chào anh ạ, hello",
        "Alo bot ơi, hello",
        "Merhaba, hello",
        "good morning!, hello",
        "Cảm ơn bot nhiều nhé, youAreWelcome",
        "cam on, youAreWelcome",
        "Çok teşekkür ederim, youAreWelcome",
        "3, bareNumber",
        "👍🏽, youAreWelcome",
        "🙏🙏, youAreWelcome",
        "???, noWords",
        "., noWords",
        "😀, noWords",
        "gặp văn phòng, office",
        "cho tôi nói chuyện với người, office",
        "talk to a person please, office",
        "ofise sor, office",
        "  12. , bareNumber"
    })
    void aGreetingThanksAndABareNumberAreWhatTheyAre(String typed, String key) {
        Reply reply = switchboard.answer(turn(Role.CADRE, new Incoming.Words(typed), Optional.empty()));
        assertThat(text(reply))
                .isEqualTo(texts.plain(
                        "conversation." + key,
                        "name",
                        "Lan",
                        "number",
                        typed.strip(),
                        "button",
                        texts.plain("ask.toTheOffice")));
        assertThat(reply.messages().get(0))
                .isInstanceOfSatisfying(
                        Outgoing.Menu.class,
                        menu -> assertThat(menu.labels()).containsExactly(texts.plain("conversation.menu.tasks")));
    }

    /** What is typed in a dialog is its answer, but for the fixed menu's buttons, which are no answers. */
    @Test
    void theMenuWorksInADialogAndPlainWordsDoNot() {
        Optional<Dialog> open = Optional.of(new Dialog("task", "{state}", 3));
        assertThat(answer(Role.CADRE, "📋 Việc của tôi", open)).isEqualTo("task command tasks()");
        for (String typed : List.of("việc của tôi", "3", "xin chào", "nhiemvu")) {
            assertThat(answer(Role.CADRE, typed, open)).isEqualTo("task heard in {state}");
        }
    }

    @Test
    void aVeryLongMessageIsNoPlainWords() {
        assertThat(answer(Role.CADRE, "a ".repeat(2000).strip())).startsWith("ask said a a");
        assertThat(answer(Role.CADRE, "ạ".repeat(4000))).startsWith("ask said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/hủy", "/huy", "/iptal"})
    void cancelGoesToTheOpenDialogOrSaysThereIsNone(String typed) {
        assertThat(answer(Role.CADRE, typed)).isEqualTo(texts.plain("conversation.nothingToCancel"));
        assertThat(answer(Role.CADRE, typed, Optional.of(new Dialog("task", "", 1))))
                .isEqualTo("task command cancel()");
    }

    @Test
    void whatTheBotHasNoWordForIsAnsweredOnlyWhereSomebodyWaits() {
        Incoming photo = new Incoming.Other("photo", true);
        assertThat(text(switchboard.answer(turn(Role.CADRE, photo, Optional.empty()))))
                .isEqualTo(texts.plain("conversation.notText"));
        assertThat(text(switchboard.answer(turn(Role.CADRE, photo, Optional.of(new Dialog("task", "s", 1))))))
                .isEqualTo("task heard in s");
        assertThat(switchboard.answer(turn(Role.CADRE, new Incoming.Other("my_chat_member", false), Optional.empty())))
                .isEqualTo(Reply.nothing());
    }

    @Test
    void twoFeaturesMayNotClaimTheSameNameOrWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureRouter(List.of(ASK, ASK)))
                .withMessageContaining("ask");
        Feature other =
                new Echo("other", List.of(new Command("x", List.of("nhiemvu"), "people.helpWeb", Role.CADRE)), false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureRouter(List.of(TASKS, other)))
                .withMessageContaining("/nhiemvu");
        Feature own = new Echo("own", List.of(new Command("huy", List.of(), "people.helpWeb", Role.CADRE)), false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureRouter(List.of(own)))
                .withMessageContaining("/huy");
    }

    private Reply tap(String action) {
        return switchboard.answer(turn(Role.CADRE, new Incoming.Tap("t", "m", action), Optional.empty()));
    }

    private String answer(Role role, String typed) {
        return answer(role, typed, Optional.empty());
    }

    private String answer(Role role, String typed, Optional<Dialog> dialog) {
        return text(switchboard.answer(turn(role, new Incoming.Words(typed), dialog)));
    }

    private Turn turn(Role role, Incoming incoming, Optional<Dialog> dialog) {
        Person lan = new Person(1, "Lan", role, "xa-tien-duc", Optional.of(Language.VI));
        return new Turn(
                lan,
                LAN,
                incoming,
                Instant.EPOCH,
                dialog,
                dialog.map(Dialog::revision).orElse(0L),
                texts);
    }

    private static String text(Reply reply) {
        assertThat(reply.messages()).hasSize(1);
        Outgoing first = reply.messages().get(0);
        return Markup.strip(first instanceof Outgoing.Menu menu ? menu.text() : ((Outgoing.Message) first).text());
    }
}
