package danvan.organization.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Joining;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.chat.Role;
import danvan.config.Config;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.Members;
import danvan.organization.Roster;
import danvan.organization.Secrets;
import danvan.organization.Unit;
import danvan.organization.Units;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.HandClock;
import danvan.text.Language;
import danvan.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in and what becomes of them, on every database. */
abstract class PeopleContract {
    private static final Address STRANGER = new Address("telegram", "99");
    private static final Address HEAD = new Address("telegram", "1");
    private static final Address LEAD = new Address("telegram", "2");
    private static final Address CADRE = new Address("telegram", "3");
    private static final String OWN = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");
    private static final Pattern LINK = Pattern.compile("https://bot\\.example/c/(\\w+)");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at("2024-03-25T05:00:00Z");
    private final Texts texts = new Texts();
    private Database database;
    private People people;
    private String bot = "";
    private boolean pageIsOff;
    private Reply last = Reply.nothing();

    abstract Config.Storage storage();

    @BeforeEach
    void open() {
        database = Database.open(storage());
        people = people(false);
        people.units()
                .put(List.of(
                        unit("tinh-thai-binh", Unit.Level.PROVINCE, null, null, "2025-06-30"),
                        unit("huyen-hung-ha", Unit.Level.DISTRICT, "tinh-thai-binh", null, "2025-06-30"),
                        unit("xa-tien-duc", Unit.Level.COMMUNE, "huyen-hung-ha", null, "2025-06-30"),
                        unit("thon-dong", Unit.Level.VILLAGE, "xa-tien-duc", null, null),
                        unit("xa-chi-hoa", Unit.Level.COMMUNE, "huyen-hung-ha", null, "2025-06-30"),
                        unit("xa-moi", Unit.Level.COMMUNE, "huyen-hung-ha", "2024-12-01", null),
                        unit("tinh-hung-yen", Unit.Level.PROVINCE, null, "2025-07-01", null)));
        people.example("Hoa", Role.ADMINISTRATOR, "tinh-thai-binh", List.of(HEAD), clock.instant());
        people.example("Minh", Role.LEAD, "xa-tien-duc", List.of(LEAD), clock.instant());
        people.example("Lan", Role.CADRE, "xa-tien-duc", List.of(CADRE), clock.instant());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStrangerGetsOnePoliteLineAndAfterFiveAnHourNothing() {
        String line = texts.say(Language.VI, "people.stranger");
        for (int i = 0; i < 5; i++) {
            assertThat(write(STRANGER, "hello " + i)).containsExactly(line);
        }
        assertThat(write(STRANGER, "hello")).isEmpty();
        assertThat(write(new Address("telegram", "98"), "hello"))
                .as("another stranger")
                .containsExactly(line);
        clock.advance(Duration.ofHours(1));
        assertThat(write(STRANGER, "hello")).containsExactly(line);
        assertThat(people.directory().member(STRANGER)).isEmpty();
    }

    @Test
    void aStrangersTapsAndPicturesGetNothing() {
        for (Incoming incoming :
                List.of(new Incoming.Tap("t", "m", "people:r:ADMINISTRATOR"), new Incoming.Other("photo", true))) {
            assertThat(people.directory().invited(STRANGER, "", incoming, clock.instant()))
                    .isEmpty();
            assertThat(people.directory().stranger(STRANGER, "", incoming, clock.instant()))
                    .isEqualTo(Reply.nothing());
        }
    }

    @Test
    void aCodeLetsOnePersonInOnce() {
        String code = invite(HEAD, "lead xa-tien-duc");
        assertThat(write(STRANGER, "  " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " "))
                .containsExactly(texts.say(Language.VI, "people.admitted", "unit", "Unit xa-tien-duc"));
        assertThat(people.directory().member(STRANGER)).hasValueSatisfying(member -> {
            assertThat(member.name()).isEqualTo("Mai");
            assertThat(member.role()).isEqualTo(Role.LEAD);
            assertThat(member.unit()).isEqualTo("xa-tien-duc");
            assertThat(member.language()).isEmpty();
        });
        assertThat(write(new Address("telegram", "98"), code))
                .containsExactly(texts.say(Language.VI, "people.codeUsed"));
    }

    @Test
    void aCodeMayComeWithStartAsALinkOfTelegramSendsIt() {
        assertThat(write(STRANGER, "/start " + invite(HEAD, "cadre xa-tien-duc")))
                .hasSize(1);
        assertThat(people.directory().member(STRANGER)).isPresent();
    }

    @Test
    void aCodeExpiresAfterAWeek() {
        String code = invite(HEAD, "cadre xa-tien-duc");
        clock.advance(Duration.ofDays(7).minusMillis(1));
        Reply inTime = answered(STRANGER, "Mai", code);
        assertThat(said(inTime)).containsExactly(texts.say(Language.VI, "people.admitted", "unit", "Unit xa-tien-duc"));
        clock.advance(Duration.ofMillis(1));
        assertThat(write(STRANGER, code)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        assertThat(people.directory().member(STRANGER)).isEmpty();
    }

    @Test
    void twoWhoUseOneCodeAtOnceConflictAndOneComesIn() {
        String code = invite(HEAD, "cadre xa-tien-duc");
        Address other = new Address("telegram", "98");
        Reply first = answered(STRANGER, "Mai", code);
        Reply second = answered(other, "Nga", code);
        keep(first);
        assertThatThrownBy(() -> keep(second)).isInstanceOf(Conflict.class);
        assertThat(people.directory().member(STRANGER)).isPresent();
        assertThat(people.directory().member(other)).isEmpty();
        assertThat(count("member")).as("no member without a chat").isEqualTo(4);
        assertThat(write(other, code)).containsExactly(texts.say(Language.VI, "people.codeUsed"));
    }

    @Test
    void whoIsNamelessIsCalledMember() {
        Reply reply = answered(STRANGER, " ", invite(HEAD, "cadre xa-tien-duc"));
        keep(reply);
        assertThat(people.directory().member(STRANGER).map(Person::name)).contains("Thành viên");
    }

    @Test
    void openAdmissionMakesAnybodyACadreOfTheRootUnitOfTheDay() {
        people = people(true);
        assertThat(people.directory().admit(STRANGER, "Mai", clock.instant())).hasValueSatisfying(member -> {
            assertThat(member.role()).isEqualTo(Role.CADRE);
            assertThat(member.unit()).isEqualTo("tinh-thai-binh");
        });
        Optional<Person> again = people.directory().admit(STRANGER, "Mai", clock.instant());
        assertThat(again).isEqualTo(people.directory().member(STRANGER));
        assertThat(count("member")).isEqualTo(4);
        clock.advance(Duration.ofDays(600));
        assertThat(people.directory().admit(new Address("telegram", "98"), "Nga", clock.instant()))
                .hasValueSatisfying(member -> assertThat(member.unit()).isEqualTo("tinh-hung-yen"));
    }

    @Test
    void admissionByInvitationAdmitsNobodyButTheAdministratorsOfTheSettings() {
        assertThat(people.directory().admit(STRANGER, "Mai", clock.instant())).isEmpty();
        assertThat(people.directory().admit(new Address("web", "4711"), "Mai", clock.instant()))
                .as("the same number on another channel")
                .isEmpty();
        assertThat(people.directory().admit(new Address("telegram", "4711"), "Chủ", clock.instant()))
                .hasValueSatisfying(member -> {
                    assertThat(member.role()).isEqualTo(Role.ADMINISTRATOR);
                    assertThat(member.name()).isEqualTo("Chủ");
                });
        assertThat(audit()).contains("join ADMINISTRATOR tinh-thai-binh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadre xa-tien-duc", "lead xa-tien-duc", "CADRE thon-dong"})
    void aLeadInvitesWithinTheOwnUnit(String what) {
        assertThat(invite(LEAD, what)).matches(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadre xa-chi-hoa", "cadre huyen-hung-ha", "office xa-tien-duc", "administrator thon-dong"})
    void aLeadInvitesNeitherElsewhereNorAboveTheOwnRole(String what) {
        String refused = texts.say(Language.VI, "people.inviteNotAllowed");
        assertThat(said(command(LEAD, "invite", what))).containsExactly(refused);
        String[] words = what.split(" ", -1);
        assertThat(said(tap(LEAD, "i:" + words[0] + ":" + words[1])))
                .as("a button made by hand")
                .containsExactly(refused);
        assertThat(count("invitation")).isZero();
    }

    @Test
    void aCadreInvitesNobodyNotEvenWithAButtonMadeByHand() {
        assertThat(said(tap(CADRE, "i:CADRE:xa-tien-duc")))
                .containsExactly(texts.say(Language.VI, "people.inviteNotAllowed"));
        assertThat(buttons(tap(CADRE, "r:CADRE"))).isEmpty();
        assertThat(people.commands())
                .filteredOn(command -> command.name().equals("invite"))
                .singleElement()
                .satisfies(command -> assertThat(command.from()).isEqualTo(Role.LEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadre", "cadre nowhere", "chief xa-tien-duc", "cadre xa-tien-duc please"})
    void anInvitationThatCannotBeReadIsAnsweredWithItsUsage(String what) {
        assertThat(said(command(HEAD, "invite", what))).containsExactly(texts.say(Language.VI, "people.inviteUsage"));
    }

    @Test
    void theButtonsLeadFromRoleToUnitToCode() {
        Reply roles = command(LEAD, "invite", "");
        assertThat(buttons(roles)).containsExactly("people:r:CADRE", "people:r:LEAD");
        assertThat(buttons(command(HEAD, "invite", "")))
                .containsExactly(
                        "people:r:AUDITOR",
                        "people:r:CADRE",
                        "people:r:LEAD",
                        "people:r:OFFICE",
                        "people:r:ADMINISTRATOR");
        assertThat(buttons(tap(HEAD, "r:OFFICE")))
                .containsExactly("people:i:OFFICE:tinh-thai-binh", "people:u:OFFICE:huyen-hung-ha");
        assertThat(buttons(tap(HEAD, "u:OFFICE:huyen-hung-ha")))
                .as("xa-moi does not exist yet")
                .containsExactly(
                        "people:i:OFFICE:huyen-hung-ha", "people:u:OFFICE:xa-chi-hoa", "people:u:OFFICE:xa-tien-duc");
        assertThat(said(tap(HEAD, "i:OFFICE:xa-chi-hoa")))
                .singleElement()
                .matches(text -> CODE.matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "l", "r", "u", "u:CADRE", "i", "i:CADRE", "l:de", "r:CHIEF", "u:CADRE:gone", "x:y"})
    void aButtonOfWhateverAgeOrMakeChangesNothing(String action) {
        Reply reply = tap(HEAD, action);
        assertThat(reply.effects()).isEmpty();
        assertThat(reply.dialog()).isInstanceOf(Reply.Next.Keep.class);
        assertThat(reply.toast() + said(reply)).as("the tap is answered").isNotEqualTo("[]");
    }

    @Test
    void theLanguageIsChosenOnceAndKept() {
        assertThat(buttons(command(CADRE, "language", "")))
                .containsExactly("people:l:vi", "people:l:tr", "people:l:en");
        Reply chosen = tap(CADRE, "l:tr");
        assertThat(chosen.messages())
                .containsExactly(
                        new Outgoing.Edit("message", texts.say(Language.TR, "people.languageChosen"), List.of()));
        keep(chosen);
        assertThat(people.directory().member(CADRE).flatMap(Person::language)).contains(Language.TR);
        assertThat(people.directory().member(LEAD).flatMap(Person::language)).isEmpty();
    }

    /** The phone page's own picker says it so: the page and the bot must not speak two languages. */
    @Test
    void theLanguageMayBeNamedWithTheCommand() {
        Reply chosen = command(CADRE, "language", " TR ");
        assertThat(said(chosen)).containsExactly(texts.say(Language.TR, "people.languageChosen"));
        keep(chosen);
        assertThat(people.directory().member(CADRE).flatMap(Person::language)).contains(Language.TR);
        assertThat(buttons(command(CADRE, "language", "de")))
                .as("a language it does not speak")
                .containsExactly("people:l:vi", "people:l:tr", "people:l:en");
    }

    @Test
    void aPersonalLinkOpensTheChatOfItsMemberAndNoOther() {
        String token = token(CADRE);
        Address page = people.page().linked(token).orElseThrow();
        assertThat(page.channel()).isEqualTo("web");
        assertThat(people.directory().member(page)).isEqualTo(people.directory().member(CADRE));
        String other = token(LEAD);
        assertThat(people.page()
                        .linked(other)
                        .flatMap(address -> people.directory().member(address))
                        .map(Person::name))
                .contains("Minh");
        assertThat(people.page().linked(token.substring(1))).isEmpty();
        assertThat(people.page().linked("")).isEmpty();
        assertThat(people.page().linked(page.chat())).as("the hash is no key").isEmpty();
    }

    /** A link to port 0 was shown where no page was served. */
    @Test
    void withoutAPageThereIsNoLinkButAnInvitationAllTheSame() {
        pageIsOff = true;
        assertThat(said(command(CADRE, "web", ""))).containsExactly(texts.say(Language.VI, "people.noPage"));
        String invited = said(command(HEAD, "invite", "cadre xa-tien-duc")).get(0);
        assertThat(invited).containsPattern(CODE).doesNotContain("http");
    }

    /** The invitation's link used to remain the member's way in, and the inviter held it as well. */
    @Test
    void theLinkOfAnInvitationLetsInOnceAndIsNoWayInAfterwards() {
        String code = invitedByLink();
        assertThat(people.page().linked(code)).as("it opens no chat").isEmpty();
        assertThat(people.page().invitation(code, clock.instant())).isEqualTo(Joining.Invitation.OPEN);
        assertThat(join(code, OWN, " Vũ  Thị Mai "))
                .hasValueSatisfying(reply -> assertThat(said(reply))
                        .containsExactly(texts.say(
                                Language.VI,
                                "people.admittedByPage",
                                "name",
                                "Vũ Thị Mai",
                                "unit",
                                "Unit xa-tien-duc")));
        Address page = people.page().linked(OWN).orElseThrow();
        assertThat(people.directory().member(page).map(Person::name)).contains("Vũ Thị Mai");
        assertThat(reachable(Role.CADRE))
                .contains(page)
                .noneMatch(at -> at.chat().equals(Secrets.hash(code)));
        assertThat(people.page().linked(code)).isEmpty();
        assertThat(people.page().invitation(code, clock.instant())).isEqualTo(Joining.Invitation.USED);
        assertThat(join(code, OTHER, "Kẻ gian")).isEmpty();
        assertThat(write(STRANGER, code)).containsExactly(texts.say(Language.VI, "people.codeUsed"));
        assertThat(write(new Address("web", Secrets.hash(code)), "/start"))
                .as("an update that was under way when this was mended")
                .containsExactly(texts.say(Language.VI, "people.stranger"));
        assertThat(count("member")).isEqualTo(4);
        clock.advance(Duration.ofDays(30));
        assertThat(people.page().invitation(code, clock.instant()))
                .as("used is said for good")
                .isEqualTo(Joining.Invitation.USED);
    }

    @Test
    void joiningAgainWithTheSameSecretAnswersTheSameAndChangesNothing() {
        String code = invitedByLink();
        assertThat(join(code, OWN, "Mai")).isPresent();
        assertThat(join(code, OWN, "")).contains(Reply.nothing());
        assertThat(people.directory()
                        .member(people.page().linked(OWN).orElseThrow())
                        .map(Person::name))
                .contains("Mai");
        assertThat(count("member")).isEqualTo(4);
    }

    @Test
    void ofTwoWhoJoinAtOnceOneConflicts() {
        String code = invitedByLink();
        Reply first = people.page().join(code, OWN, "Mai", clock.instant()).orElseThrow();
        Reply second = people.page().join(code, OTHER, "Nga", clock.instant()).orElseThrow();
        keep(first);
        assertThatThrownBy(() -> keep(second)).isInstanceOf(Conflict.class);
        assertThat(people.page().join(code, OTHER, "Nga", clock.instant())).isEmpty();
        assertThat(people.page().linked(OTHER)).isEmpty();
    }

    @Test
    void noInvitationTakesAnothersLinkOver() {
        String token = token(CADRE);
        assertThat(join(invitedByLink(), token, "Mai")).isEmpty();
        assertThat(people.directory()
                        .member(people.page().linked(token).orElseThrow())
                        .map(Person::name))
                .contains("Lan");
    }

    @Test
    void anInvitationByLinkExpiresToo() {
        String code = invitedByLink();
        clock.advance(Duration.ofDays(7));
        assertThat(people.page().invitation(code, clock.instant())).isEqualTo(Joining.Invitation.EXPIRED);
        assertThat(join(code, OWN, "Mai")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "123",
                "<b>Hoa</b>",
                "a&b",
                "/help",
                "https://xấu.example",
                "@hoa",
                "Mai_Lan",
                "Rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài"
            })
    void whatIsNoNameIsRefused(String typed) {
        String code = invitedByLink();
        assertThatThrownBy(() -> join(code, OWN, typed)).isInstanceOf(IllegalArgumentException.class);
        assertThat(people.page().invitation(code, clock.instant())).isEqualTo(Joining.Invitation.OPEN);
        Reply renamed = command(CADRE, "name", typed);
        assertThat(renamed.effects()).isEmpty();
        assertThat(said(renamed)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Lan,Nguyễn Thị Lan",
        "'  Vũ   Thị\u202e Mai ',Vũ Thị Mai",
        "Ayşe Yılmaz-Öz,Ayşe Yılmaz-Öz",
        "O’Neil (xóm 3),O’Neil (xóm 3)",
        "mai.example.vn,mai. example. vn"
    })
    void anybodyCorrectsTheOwnNameAndItIsAudited(String typed, String kept) {
        Reply reply = command(CADRE, "name", typed);
        assertThat(said(reply)).containsExactly(texts.say(Language.VI, "people.nameChanged", "name", kept));
        keep(reply);
        assertThat(people.directory().member(CADRE).map(Person::name)).contains(kept);
        assertThat(people.directory().member(LEAD).map(Person::name)).contains("Minh");
        assertThat(audit()).contains("name Lan → " + kept);
        assertThat(people.commands())
                .filteredOn(command -> command.name().equals("name"))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.from()).isEqualTo(Role.CADRE);
                    assertThat(command.aliases()).contains("ten");
                });
    }

    /** Addresses that the old kind of joining left behind are taken away by the migration, other ways in are not. */
    @Test
    void addressesOfInvitationsAreTakenAwayByTheMigration() throws IOException {
        String code = invitedByLink();
        String own = token(CADRE);
        database.change(tx -> Members.addAddress(
                tx, 1, new Address("web", Secrets.hash(code)), clock.instant().plusSeconds(60)));
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V16__invitation_links.sql"));
        database.change(
                tx -> tx.update(migration.substring(migration.indexOf("DELETE")).replace(";", "")));
        assertThat(people.page().linked(code)).isEmpty();
        assertThat(people.page().linked(own)).isPresent();
        assertThat(reachable(Role.ADMINISTRATOR)).containsExactly(HEAD);
    }

    @Test
    void codesAndTokensAreKeptAsHashesOnly() {
        String code = invite(HEAD, "cadre xa-tien-duc");
        String token = token(CADRE);
        String kept = database.read(tx -> {
            List<String> all = new ArrayList<>();
            all.addAll(tx.list("SELECT code_hash FROM invitation", row -> row.text("code_hash")));
            all.addAll(tx.list("SELECT chat FROM member_address", row -> row.text("chat")));
            all.addAll(tx.list("SELECT action, detail FROM audit", row -> row.text("action") + row.text("detail")));
            return String.join("\n", all);
        });
        assertThat(kept)
                .contains(Secrets.hash(code), Secrets.hash(token))
                .doesNotContain(code, code.replace("-", ""), token);
        assertThat(Secrets.hash(code)).matches("[0-9a-f]{64}");
        assertThat(token).hasSize(26);
        assertThat(token(CADRE)).isNotEqualTo(token);
    }

    @Test
    void unitsKeepTheirDatesAndSuccessors() {
        Unit commune = new Unit(
                "xa-a",
                "xã A",
                Unit.Level.COMMUNE,
                Optional.of("huyen-hung-ha"),
                Optional.of(LocalDate.parse("2020-01-01")),
                Optional.of(LocalDate.parse("2024-06-30")),
                Optional.of("xa-moi"));
        people.units().put(List.of(commune));
        assertThat(people.units().find("xa-a")).contains(commune);
        assertThat(people.units().find("xa-b")).isEmpty();
        assertThat(below("2019-12-31")).doesNotContain("xa-a");
        assertThat(below("2020-01-01")).contains("xa-a");
        assertThat(below("2024-06-30")).contains("xa-a");
        assertThat(below("2024-07-01")).doesNotContain("xa-a");
        assertThat(below("2024-12-01")).contains("xa-moi");
        assertThat(root("2025-06-30")).contains("tinh-thai-binh");
        assertThat(root("2025-07-01")).contains("tinh-hung-yen");
        people.units().put(List.of(unit("xa-a", Unit.Level.COMMUNE, "huyen-hung-ha", null, null)));
        assertThat(people.units().find("xa-a").orElseThrow().successor()).isEmpty();
    }

    /** The knowledge base is read at every start, and would undo what the office has said. */
    @Test
    void whatTheOfficeSaysOfAUnitStandsAboveTheFile() {
        Unit renamed = new Unit(
                "xa-chi-hoa",
                "xã Chí Hòa mới",
                Unit.Level.COMMUNE,
                Optional.of("huyen-hung-ha"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        database.change(tx -> Units.keep(tx, renamed));
        people.units()
                .put(List.of(
                        unit("xa-chi-hoa", Unit.Level.COMMUNE, "huyen-hung-ha", null, "2025-06-30"),
                        unit("xa-tien-duc", Unit.Level.COMMUNE, "huyen-hung-ha", "2020-01-01", "2025-06-30")));
        assertThat(people.units().find("xa-chi-hoa")).contains(renamed);
        assertThat(people.units().find("xa-tien-duc").orElseThrow().validFrom()).isPresent();
        database.change(
                tx -> Units.keep(tx, unit("xa-chi-hoa", Unit.Level.COMMUNE, "huyen-hung-ha", null, "2025-06-30")));
        assertThat(people.units().find("xa-chi-hoa").orElseThrow().name()).isEqualTo("Unit xa-chi-hoa");
    }

    @Test
    void whoLeavesHasNoWayInAndIsOnNoListButKeepsAName() {
        Address page = people.page().linked(token(CADRE)).orElseThrow();
        Person lan = people.directory().member(CADRE).orElseThrow();
        String again = found(CODE, said(desk(HEAD, "n:" + lan.id())).get(0), 0);
        keepLast();
        database.change(tx -> Roster.leave(tx, lan, 1, clock.instant()));
        assertThat(people.directory().member(CADRE)).isEmpty();
        assertThat(people.directory().member(page)).isEmpty();
        assertThat(people.members().all(Set.of(Role.values()), Set.of(Unit.Level.values())))
                .extracting(listed -> listed.person().name())
                .containsExactly("Hoa", "Minh");
        assertThat(reachable(Role.CADRE)).isEmpty();
        assertThat(people.members().name(lan.id())).isEqualTo("Lan");
        assertThat(write(STRANGER, again)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        assertThat(audit()).contains("leave #3 Lan CADRE xa-tien-duc");
        assertThatThrownBy(() -> database.change(tx -> Roster.leave(tx, lan, 1, clock.instant())))
                .isInstanceOf(Conflict.class);
        assertThat(invite(HEAD, "cadre xa-tien-duc")).matches(CODE);
    }

    /** Two administrators let each other go at the same time, each by a turn that had found the other there. */
    @Test
    void ofTwoAdministratorsWhoLetEachOtherGoOneStays() {
        Person hoa = people.directory().member(HEAD).orElseThrow();
        Person lowered = new Person(hoa.id(), hoa.name(), Role.OFFICE, hoa.unit(), hoa.language());
        assertThatThrownBy(() -> database.change(tx -> Roster.leave(tx, hoa, 2, clock.instant())))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> database.change(tx -> Roster.change(tx, hoa, lowered, 2, clock.instant())))
                .isInstanceOf(Conflict.class);
        people.example("Tâm", Role.ADMINISTRATOR, "tinh-thai-binh", List.of(STRANGER), clock.instant());
        Person tam = people.directory().member(STRANGER).orElseThrow();
        List<Boolean> gone = Stream.of(Map.entry(hoa, tam), Map.entry(tam, hoa))
                .parallel()
                .map(pair -> {
                    try {
                        database.change(tx ->
                                Roster.leave(tx, pair.getKey(), pair.getValue().id(), clock.instant()));
                        return true;
                    } catch (Conflict e) {
                        return false;
                    }
                })
                .toList();
        assertThat(gone).containsExactlyInAnyOrder(true, false);
        assertThat(people.members().all(Set.of(Role.ADMINISTRATOR), Set.of(Unit.Level.values())))
                .hasSize(1);
    }

    @Test
    void aChangeOfAMemberThatOthersChangedMeanwhileConflicts() {
        Person lan = people.directory().member(CADRE).orElseThrow();
        Person lead = new Person(lan.id(), "Lan", Role.LEAD, "thon-dong", Optional.empty());
        database.change(tx -> Roster.change(tx, lan, lead, 1, clock.instant()));
        assertThat(people.directory().member(CADRE)).contains(lead);
        assertThat(audit()).contains("role #3 Lan CADRE → LEAD", "unit #3 Lan xa-tien-duc → thon-dong");
        assertThatThrownBy(() -> database.change(tx -> Roster.change(tx, lan, lead, 1, clock.instant())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aCodeOfAMemberLetsTheSamePersonInAgainOnceAndANewerOneEndsIt() {
        Person lan = people.directory().member(CADRE).orElseThrow();
        String first = found(CODE, said(desk(HEAD, "n:" + lan.id())).get(0), 0);
        keepLast();
        String second = found(CODE, said(desk(HEAD, "o:" + lan.id())).get(0), 0);
        keepLast();
        assertThat(people.directory().member(CADRE)).as("the old way is shut").isEmpty();
        assertThat(write(STRANGER, first)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        assertThat(people.page().called(second, clock.instant())).contains("Lan");
        assertThat(write(STRANGER, second))
                .containsExactly(texts.say(Language.VI, "people.admittedAgain", "name", "Lan"));
        assertThat(people.directory().member(STRANGER)).contains(lan);
        assertThat(write(new Address("telegram", "98"), second))
                .containsExactly(texts.say(Language.VI, "people.codeUsed"));
        assertThat(count("member")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "u",
                "u:gone:0",
                "u:tinh-thai-binh:0",
                "c",
                "c:x",
                "c:99",
                "c:1",
                "m:1:xa-tien-duc",
                "t:3:xa-chi-hoa",
                "t:3:gone",
                "s:3:OFFICE",
                "s:2:CADRE",
                "s:3:CHIEF",
                "l:2",
                "y:1",
                "y:2",
                "n:3",
                "o:3",
                "w:1",
                "x:0",
                "e:0",
                "f:0",
                "h:0",
                "z:3"
            })
    void aLeadsButtonMadeByHandChangesNothing(String action) {
        Reply reply = desk(LEAD, action);
        assertThat(reply.effects()).isEmpty();
        assertThat(reply.notices()).isEmpty();
        assertThat(reply.toast() + said(reply)).as("the tap is answered").isNotEqualTo("[]");
        assertThat(desk(CADRE, action).effects()).isEmpty();
    }

    /** Whoever was about to be sent away made a code, and came in by it as somebody else. */
    @Test
    void whatSomebodyMadeInARoleOpensNothingOnceTheRoleIsGone() {
        Person minh = people.directory().member(LEAD).orElseThrow();
        String lead = invite(LEAD, "lead xa-tien-duc");
        String untouched = invite(HEAD, "cadre xa-tien-duc");
        assertThat(said(desk(HEAD, "s:2:CADRE")).get(0)).contains("1 mã mời chưa dùng cũng hết hiệu lực");
        keepLast();
        assertThat(write(STRANGER, lead)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        desk(HEAD, "s:2:LEAD");
        keepLast();
        String again = invite(LEAD, "lead xa-tien-duc");
        assertThat(said(desk(HEAD, "t:2:xa-chi-hoa")).get(0)).doesNotContain("mã mời");
        assertThat(said(desk(HEAD, "w:2")).get(0)).contains("1 mã mời do người này tạo");
        desk(HEAD, "o:2");
        keepLast();
        assertThat(write(STRANGER, again)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        database.change(tx -> Members.addAddress(tx, 2, LEAD, clock.instant()));
        String last = invite(LEAD, "cadre xa-tien-duc");
        assertThat(said(desk(HEAD, "y:2")).get(0)).contains("1 mã mời chưa dùng cũng hết hiệu lực");
        keepLast();
        assertThat(write(STRANGER, last)).containsExactly(texts.say(Language.VI, "people.codeExpired"));
        assertThat(write(STRANGER, untouched)).singleElement().asString().contains("đã được thêm vào");
        assertThat(audit()).contains("invitations end 1 of #" + minh.id());
    }

    /** Whoever had the lost phone wrote one message, and was an administrator by the settings, anew. */
    @Test
    void theSettingsLetNobodyInWhoWasShutOutOrHasLeft() {
        Address chief = new Address("telegram", "4711");
        Person member = people.directory().admit(chief, "Chủ", clock.instant()).orElseThrow();
        String code = found(CODE, said(desk(HEAD, "o:" + member.id())).get(0), 0);
        keepLast();
        assertThat(people.directory().admit(chief, "Ai đó", clock.instant())).isEmpty();
        assertThat(write(chief, code)).containsExactly(texts.say(Language.VI, "people.admittedAgain", "name", "Chủ"));
        assertThat(people.directory().admit(chief, "Chủ", clock.instant())).contains(member);
        desk(HEAD, "y:" + member.id());
        keepLast();
        assertThat(people.directory().admit(chief, "Chủ", clock.instant())).isEmpty();
        desk(HEAD, "y:3");
        keepLast();
        assertThat(people(true).directory().admit(CADRE, "Lan", clock.instant()))
                .as("nor does open admission")
                .isEmpty();
    }

    /** A link that was asked for as the member was let go came after the ways in had been ended. */
    @Test
    void noWayLeadsInForWhoHasLeft() {
        desk(HEAD, "y:3");
        keepLast();
        database.change(tx -> Members.addAddress(tx, 3, CADRE, clock.instant()));
        assertThat(people.directory().member(CADRE)).isEmpty();
        assertThat(reachable(Role.CADRE)).isEmpty();
    }

    /** Telegram takes a hundred buttons and 64 bytes behind each; the province of 2025 has a hundred and four communes. */
    @Test
    void aProvinceOfManyCommunesIsChosenFromPageByPage() {
        String longest = "xa-mot-cai-ten-rat-dai-khong-ai-nho-";
        List<Unit> many = new ArrayList<>();
        many.add(unit("p".repeat(40), Unit.Level.DISTRICT, "tinh-thai-binh", null, null));
        for (int number = 1000; number < 1104; number++) {
            many.add(unit(longest + number, Unit.Level.COMMUNE, "p".repeat(40), null, null));
        }
        people.units().put(many);
        List<String> first = buttons(tap(HEAD, "u:ADMINISTRATOR:" + "p".repeat(40)));
        assertThat(first).hasSizeLessThan(30).allMatch(action -> action.length() <= 64);
        assertThat(first).endsWith("people:1:ADMINISTRATOR:" + "p".repeat(40));
        assertThat(buttons(tap(HEAD, "5:ADMINISTRATOR:" + "p".repeat(40))))
                .contains("people:u:ADMINISTRATOR:" + longest + 1103, "people:4:ADMINISTRATOR:" + "p".repeat(40));
        assertThat(buttons(desk(HEAD, "m:3:" + "p".repeat(40))))
                .hasSizeLessThan(30)
                .contains("members:m:3:" + "p".repeat(40) + ":1");
        assertThat(buttons(desk(HEAD, "m:3:" + "p".repeat(40) + ":5"))).contains("members:m:3:" + longest + 1103);
    }

    @Test
    void nobodyIsInvitedIntoAUnitThatHasEnded() {
        clock.advance(Duration.ofDays(600));
        assertThat(command(HEAD, "invite", "cadre xa-tien-duc").effects()).isEmpty();
        assertThat(said(command(HEAD, "invite", "cadre xa-tien-duc")).get(0)).contains("đã kết thúc");
        assertThat(buttons(tap(HEAD, "u:CADRE:xa-tien-duc"))).containsExactly("people:u:CADRE:thon-dong");
    }

    /** Two taps on a slow line left two codes in the chat, and the one above was no good. */
    @Test
    void aCodeToComeInAgainTakesThePlaceOfTheQuestion() {
        assertThat(desk(HEAD, "n:3").messages()).singleElement().isInstanceOf(Outgoing.Edit.class);
    }

    @Test
    void aUnitIsWithinItselfAndAllAboveIt() {
        assertThat(people.units().isWithin("thon-dong", "tinh-thai-binh")).isTrue();
        assertThat(people.units().isWithin("thon-dong", "thon-dong")).isTrue();
        assertThat(people.units().isWithin("xa-tien-duc", "thon-dong")).isFalse();
        assertThat(people.units().isWithin("thon-dong", "xa-chi-hoa")).isFalse();
        assertThat(people.units().isWithin("nowhere", "tinh-thai-binh")).isFalse();
    }

    @Test
    void aMessageReachesTheChatAMemberWasLastSeenInOfThoseThatCanBeReached() {
        Address page = people.page().linked(token(CADRE)).orElseThrow();
        assertThat(reachable(Role.CADRE)).hasSize(1);
        seen(page, true);
        assertThat(reachable(Role.CADRE)).containsExactly(page);
        seen(CADRE, true);
        assertThat(reachable(Role.CADRE)).containsExactly(CADRE);
        seen(CADRE, false);
        assertThat(reachable(Role.CADRE)).containsExactly(page);
        seen(page, false);
        assertThat(reachable(Role.CADRE)).isEmpty();
        assertThat(reachable(Role.LEAD)).containsExactly(LEAD);
    }

    private People people(boolean open) {
        return new People(
                database,
                Set.of("telegram:4711"),
                open,
                texts,
                Language.VI,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                new InvitationLinks(
                        token -> pageIsOff ? "" : "https://bot.example/c/" + token,
                        () -> bot,
                        new danvan.conversation.Enclosures(new danvan.storage.Files(database, clock))),
                any -> Optional.empty());
    }

    /** What a stranger is told; what is to be kept is kept. */
    private List<String> write(Address from, String words) {
        clock.advance(Duration.ofSeconds(1));
        Reply reply = answered(from, "Mai", words);
        keep(reply);
        return said(reply);
    }

    private Reply answered(Address from, String name, String words) {
        Incoming said = new Incoming.Words(words);
        return people.directory()
                .invited(from, name, said, clock.instant())
                .orElseGet(() -> people.directory().stranger(from, name, said, clock.instant()));
    }

    private String invite(Address by, String what) {
        Reply reply = command(by, "invite", what);
        keep(reply);
        return found(CODE, said(reply).get(0), 0);
    }

    /** The code as an invitation's link has it. */
    private String invitedByLink() {
        Reply reply = command(HEAD, "invite", "cadre xa-tien-duc");
        keep(reply);
        return found(LINK, said(reply).get(0), 1);
    }

    private Optional<Reply> join(String code, String token, String name) {
        clock.advance(Duration.ofSeconds(1));
        Optional<Reply> reply = people.page().join(code, token, name, clock.instant());
        reply.ifPresent(this::keep);
        return reply;
    }

    private String token(Address of) {
        Reply reply = command(of, "web", "");
        keep(reply);
        return found(LINK, said(reply).get(0), 1);
    }

    private Reply command(Address by, String command, String rest) {
        return people.command(turn(by, new Incoming.Words("/" + command)), command, rest);
    }

    private Reply tap(Address by, String action) {
        return people.tap(turn(by, new Incoming.Tap("tap", "message", "people:" + action)), action);
    }

    private Reply desk(Address by, String action) {
        last = people.desk().tap(turn(by, new Incoming.Tap("tap", "message", "members:" + action)), action);
        return last;
    }

    private void keepLast() {
        keep(last);
    }

    private Turn turn(Address by, Incoming incoming) {
        Person person = people.directory().member(by).orElseThrow();
        return new Turn(person, by, incoming, clock.instant(), Optional.empty(), 0, texts.in(Language.VI));
    }

    private void keep(Reply reply) {
        database.change(tx -> reply.effects().forEach(effect -> effect.apply(tx)));
    }

    private void seen(Address address, boolean reachable) {
        clock.advance(Duration.ofMinutes(1));
        database.change(tx -> people.directory().seen(tx, address, reachable, clock.instant()));
    }

    private List<Address> reachable(Role role) {
        return people.members().reachable(Set.of(role), Set.of(Unit.Level.values())).stream()
                .map(Members.Reachable::address)
                .toList();
    }

    private List<String> below(String day) {
        return people.units().below("huyen-hung-ha", LocalDate.parse(day)).stream()
                .map(Unit::code)
                .toList();
    }

    private Optional<String> root(String day) {
        return people.units().root(LocalDate.parse(day)).map(Unit::code);
    }

    private List<String> audit() {
        return database.read(tx -> tx.list(
                "SELECT action, detail FROM audit ORDER BY id", row -> row.text("action") + " " + row.text("detail")));
    }

    private long count(String table) {
        return database.read(tx -> tx.count("SELECT COUNT(*) AS n FROM " + table));
    }

    private static List<String> said(Reply reply) {
        return reply.messages().stream()
                .filter(what -> !(what instanceof Outgoing.File))
                .map(what -> what instanceof Outgoing.Edit edit ? edit.text() : ((Outgoing.Message) what).text())
                .toList();
    }

    private static List<String> buttons(Reply reply) {
        return reply.messages().stream()
                .filter(what -> !(what instanceof Outgoing.File))
                .flatMap(what -> what instanceof Outgoing.Edit edit
                        ? edit.buttons().stream()
                        : ((Outgoing.Message) what).buttons().stream())
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }

    private static Unit unit(
            String code, Unit.Level level, @Nullable String parent, @Nullable String from, @Nullable String to) {
        return new Unit(
                code,
                "Unit " + code,
                level,
                Optional.ofNullable(parent),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse),
                Optional.empty());
    }
}
