package danvan.ask;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Dialog;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.library.Library;
import danvan.library.Originals;
import danvan.organization.directory.MadeUpOrganization;
import danvan.storage.Database;
import danvan.storage.TestDatabase;
import danvan.text.Language;
import danvan.text.Markup;
import danvan.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passage is found under words that somebody found it by, or that the office answered with it, after an administrator's yes. */
class LearnedWordsTest {
    private static final Instant MARCH_2024 = Instant.parse("2024-03-01T02:00:00Z");
    private static final Person LAN = person(7, "Lan", Role.CADRE);
    private static final Person MINH = person(8, "Minh", Role.CADRE);
    private static final Person HOA = person(1, "Hoa", Role.OFFICE);
    private static final Person AN = person(2, "An", Role.ADMINISTRATOR);
    private static final String ODD = "chương trình phủ sóng âm thanh đầu làng kéo dài mấy bữa thì đạt";

    private static Library library;

    @TempDir
    Path folder;

    private final Texts texts = new Texts();
    private Database database;
    private Ask ask;
    private Optional<Dialog> dialog = Optional.empty();

    private static Person person(long id, String name, Role role) {
        return new Person(id, name, role, "xa", Optional.of(Language.VI));
    }

    @BeforeAll
    static void read() {
        library = Library.open(Path.of("knowledge-base"), problem -> {});
    }

    @AfterAll
    static void shut() {
        library.close();
    }

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.sqlite(folder));
        ask = new Ask(
                () -> library,
                Originals.NONE,
                database,
                new MadeUpOrganization()
                        .with(1, "Hoa", Role.OFFICE, "van-phong")
                        .with(2, "An", Role.ADMINISTRATOR, "van-phong"),
                (tx, at, member, action, detail) -> {},
                texts,
                ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNearMissThatTheAskerFoundRightIsFoundByItsWordsOnceApprovedAndUntilTakenBack() {
        Reply missed = says(LAN, ODD);
        Button near = buttons(missed).stream()
                .filter(button -> button.action().startsWith("ask:p:"))
                .findFirst()
                .orElseThrow();
        Button wanted = button(taps(LAN, near.action()), "Đúng điều tôi hỏi");
        assertThat(taps(MINH, wanted.action()).toast()).contains("không");
        assertThat(taps(LAN, wanted.action()).toast()).contains("ghi nhận");
        assertThat(text(says(MINH, ODD))).as("nobody approved it").contains("không tìm thấy");

        Reply list = ask.command(turn(AN, new Incoming.Words("/learned")), "learned", "");
        assertThat(text(list)).contains("Chờ duyệt: " + ODD, "người hỏi chọn");
        Button yes = button(list, "Duyệt 1");
        assertThat(taps(HOA, yes.action()).messages())
                .as("the office does not approve")
                .isEmpty();
        assertThat(text(taps(AN, yes.action()))).contains("Đã duyệt");
        assertThat(taps(AN, yes.action()).messages()).as("a second tap").isEmpty();

        Reply found = says(MINH, ODD);
        assertThat(text(found)).doesNotContain("không tìm thấy").doesNotContain("phủ sóng");
        assertThat(buttons(found))
                .extracting(Button::action)
                .anyMatch(action -> action.endsWith(near.action().substring("ask:p:".length())));
        assertThat(text(says(MINH, ODD + " ở bệnh viện")))
                .as("another word is asked")
                .contains("không tìm thấy");

        Reply inUse = ask.command(turn(AN, new Incoming.Words("/learned")), "learned", "");
        assertThat(text(inUse)).contains("Đang dùng: " + ODD);
        taps(AN, button(inUse, "Thôi dùng 1").action());
        assertThat(text(says(MINH, ODD))).contains("không tìm thấy");
    }

    @Test
    void aPassageThatTheOfficesReplyCitesIsProposed() {
        Reply missed = says(LAN, ODD);
        taps(LAN, button(missed, "Hỏi văn phòng").action());
        taps(HOA, "ask:r:7:1");
        heard("Theo Điều 13 Luật 10/2022/QH15 thì ít nhất 3 ngày liên tục.");
        taps(HOA, "ask:s:" + dialog.orElseThrow().revision());
        Reply list = ask.command(turn(AN, new Incoming.Words("/learned")), "learned", "");
        assertThat(text(list)).contains(ODD, "Điều 13", "văn phòng dẫn");
    }

    /** What waits without anybody knowing waits for ever. */
    @Test
    void administratorsAreToldOnceAWeekThatLearnedWordsWait() {
        Reply missed = says(LAN, ODD);
        taps(LAN, button(missed, "Hỏi văn phòng").action());
        taps(HOA, "ask:r:7:1");
        heard("Theo Điều 13 Luật 10/2022/QH15 thì ít nhất 3 ngày liên tục.");
        taps(HOA, "ask:s:" + dialog.orElseThrow().revision());
        List<Reply.Notice> told = database.write(tx -> ask.weekly(tx, MARCH_2024));
        assertThat(told(told, "2")).contains("1 câu hỏi", "/learned").doesNotContain(ODD);
        assertThat(told(told, "1")).doesNotContain("/learned");
    }

    @Test
    void whatHeldPersonalDataIsNotLearned() {
        Reply missed = says(LAN, ODD + ", gọi tôi số 0912345678");
        buttons(missed).stream()
                .filter(button -> button.action().startsWith("ask:p:"))
                .forEach(near -> assertThat(buttons(taps(LAN, near.action())))
                        .extracting(Button::label)
                        .noneMatch(label -> label.contains("Đúng điều")));
        assertThat(new LearnedWords(database).waiting()).isEmpty();
    }

    private Reply says(Person person, String words) {
        return done(ask.said(turn(person, new Incoming.Words(words)), words).orElseThrow());
    }

    private void heard(String words) {
        Turn turn = turn(HOA, new Incoming.Words(words));
        done(ask.heard(turn, dialog.orElseThrow()).orElseThrow());
    }

    private Reply taps(Person person, String action) {
        return done(
                ask.tap(turn(person, new Incoming.Tap("tap", "message", action)), action.substring("ask:".length())));
    }

    private Reply done(Reply reply) {
        database.change(tx -> reply.effects().forEach(effect -> effect.apply(tx)));
        if (reply.dialog() instanceof Reply.Next.Open open) {
            dialog = Optional.of(new Dialog(
                    open.feature(), open.state(), dialog.map(Dialog::revision).orElse(0L) + 1));
        }
        return reply;
    }

    private Turn turn(Person person, Incoming incoming) {
        return new Turn(
                person,
                new Address("test", Long.toString(person.id())),
                incoming,
                MARCH_2024,
                person.equals(HOA) ? dialog : Optional.empty(),
                dialog.map(Dialog::revision).orElse(0L),
                texts.in(Language.VI));
    }

    private static String text(Reply reply) {
        return String.join(
                "\n",
                reply.messages().stream()
                        .map(what -> Markup.strip(
                                what instanceof Outgoing.Edit edit ? edit.text() : ((Outgoing.Message) what).text()))
                        .toList());
    }

    /** By the name that {@link MadeUpOrganization} gives the member's chat. */
    private static String told(List<Reply.Notice> notices, String chat) {
        return notices.stream()
                .filter(notice -> notice.to().chat().equals(chat))
                .map(notice -> Markup.strip(((Outgoing.Message) notice.what()).text()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Button> buttons(Reply reply) {
        return reply.messages().stream()
                .filter(Outgoing.Message.class::isInstance)
                .flatMap(message -> ((Outgoing.Message) message).buttons().stream())
                .flatMap(List::stream)
                .toList();
    }

    private static Button button(Reply reply, String label) {
        return buttons(reply).stream()
                .filter(button -> button.label().contains(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " under " + text(reply)));
    }
}
