package danvan.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import danvan.text.Dates;
import danvan.text.Language;
import danvan.text.Markup;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @Test
    void anyPlainTextEscapedAndStrippedIsItself() {
        String pieces = "<>&;/bquot ltgampi\"'đ\n";
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder plain = new StringBuilder();
            for (int letter = random.nextInt(30); letter > 0; letter--) {
                plain.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            String text = plain + new String[] {"", "<b>", "&lt;", "&amp;amp;", "</code>", "&quot;"}[random.nextInt(6)];
            assertThat(Markup.strip(Markup.escape(text))).isEqualTo(text);
            assertThat(Markup.strip(Markup.bold(text))).isEqualTo(text);
            assertThat(Markup.strip(Markup.quote(Markup.italic(text)))).isEqualTo(text);
        }
    }

    @Test
    void escapedTextHoldsNoTag() {
        assertThat(Markup.escape("a < b & <b>c</b>")).isEqualTo("a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;");
        assertThat(Markup.bold("<i>")).isEqualTo("<b>&lt;i&gt;</b>");
        assertThat(Markup.quote("<i>x</i>")).isEqualTo("<blockquote><i>x</i></blockquote>");
    }

    @Test
    void strippingTakesTagsAwayAndNothingElse() {
        assertThat(Markup.strip("<b>1</b> <u>2</u> <s>3</s> <code>4</code> <span>5</span> 6 < 7"))
                .isEqualTo("1 2 3 4 <span>5</span> 6 < 7");
    }

    @Test
    void aButtonsActionMayHaveSixtyFourBytesOfUtf8AndNoMore() {
        assertThat(new Button("x", "f:" + "a".repeat(62)).action()).hasSize(64);
        assertThat(new Button("x", "f:" + "đ".repeat(31)).action()).hasSize(33);
        assertThatIllegalArgumentException().isThrownBy(() -> new Button("x", "f:" + "a".repeat(63)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Button("x", "f:a" + "đ".repeat(31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no colon", ":rest"})
    void aButtonsActionNamesItsFeature(String action) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Button("x", action));
    }

    @Test
    void aButtonNeedsALabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Button(" ", "task:done"))
                .withMessageContaining("task:done");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-05, 05/7/2023, 5.7.2023, 5 July 2023",
        "2024-01-02, 02/01/2024, 2.1.2024, 2 January 2024",
        "2024-02-29, 29/02/2024, 29.2.2024, 29 February 2024",
        "2024-03-09, 09/3/2024, 9.3.2024, 9 March 2024",
        "2024-12-31, 31/12/2024, 31.12.2024, 31 December 2024"
    })
    void datesAreWrittenAsEachLanguageWritesThemInDocuments(LocalDate day, String vi, String tr, String en) {
        assertThat(Dates.day(day, Language.VI)).isEqualTo(vi);
        assertThat(Dates.day(day, Language.TR)).isEqualTo(tr);
        assertThat(Dates.day(day, Language.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({"telegram:4711, telegram, 4711", "telegram:-100:5, telegram, -100:5", "web:a b, web, a b"})
    void anAddressIsWhatItPrints(String text, String channel, String chat) {
        assertThat(Address.parse(text)).isEqualTo(new Address(channel, chat)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram", ":4711", "telegram:", "telegram: ", ""})
    void whatIsNoAddressIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"vi, VI", "TR, TR", "en-GB, EN", "vi-VN, VI"})
    void aLanguageIsKnownByItsCode(String code, Language language) {
        assertThat(Language.of(code)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "vie", "de", "english", "xx-VI"})
    void anotherCodeIsNoLanguageOfOurs(String code) {
        assertThat(Language.of(code)).isEmpty();
    }

    @Test
    void eachRoleMayDoWhatTheOnesBeforeItMay() {
        assertThat(Role.values()).containsExactly(Role.AUDITOR, Role.CADRE, Role.LEAD, Role.OFFICE, Role.ADMINISTRATOR);
        assertThat(Role.AUDITOR.atLeast(Role.CADRE)).isFalse();
        assertThat(Role.LEAD.atLeast(Role.CADRE)).isTrue();
        assertThat(Role.LEAD.atLeast(Role.LEAD)).isTrue();
        assertThat(Role.LEAD.atLeast(Role.OFFICE)).isFalse();
    }
}
