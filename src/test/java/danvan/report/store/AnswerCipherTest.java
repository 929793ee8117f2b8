package danvan.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerCipherTest {
    private static final SealedPaths NAME_IS_SEALED = new SealedPaths(Optional.of(Set.of("/data/who")));

    private final AnswerCipher vault = AnswerCipher.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void anInstanceIsOpenedWhereItWasSealedAndTheRestStays() {
        String instance = "<data><who>" + vault.seal("Bà A & <con>") + "</who><n>3</n></data>";
        assertThat(instance).doesNotContain("Bà A");
        AnswerCipher.OpenedInstance opened = vault.open(NAME_IS_SEALED, instance, "BC-2024-0001");
        assertThat(opened.xml()).isEqualTo("<data><who>Bà A &amp; &lt;con&gt;</who><n>3</n></data>");
        assertThat(opened.complete()).isTrue();
        assertThat(opened.sealed()).containsExactly("/data/who");
    }

    /** Such a text in any question made every export of its form fail for good. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sealed1:", "sealed1:AAAA", "sealed1:%%%", "sealed1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatOnlyLooksSealedIsSealedAndOpenedAsAnyOtherWords(String typed) {
        assertThat(vault.seal(typed)).isNotEqualTo(typed);
        assertThat(vault.open(vault.seal(typed))).contains(typed);
        assertThat(vault.open(typed)).isEmpty();
        assertThat(vault.read(NAME_IS_SEALED, "/data/other", typed))
                .isEqualTo(new AnswerCipher.Content(typed, false, true));
    }

    @Test
    void aRealSealedTextThatIsTypedElsewhereIsNotOpenedForWhoeverTypedIt() {
        String stolen = vault.seal("0912 345 678");
        assertThat(vault.read(NAME_IS_SEALED, "/data/note", stolen).text()).isEqualTo(stolen);
        assertThat(vault.open(vault.seal(stolen))).contains(stolen);
    }

    @Test
    void oneUnreadableAnswerLeavesTheOthersAsTheyAre() {
        AnswerCipher other = AnswerCipher.of(Base64.getEncoder()
                .encodeToString(
                        "another key, also of 32 bytes...".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        SealedPaths both = new SealedPaths(Optional.of(Set.of("/data/who", "/data/phone")));
        AnswerCipher.OpenedInstance opened = vault.open(
                both,
                "<data><who>" + other.seal("Bà A") + "</who><phone>" + vault.seal("0912") + "</phone><n>3</n></data>",
                "BC-2024-0001");
        assertThat(opened.xml()).isEqualTo("<data><who/><phone>0912</phone><n>3</n></data>");
        assertThat(opened.complete()).isFalse();
    }

    @Test
    void anInstanceOlderThanTheRecordOfPlacesIsOpenedByTheKey() {
        String old = "<data><who>" + vault.seal("Bà A") + "</who><note>sealed1:AAAA</note></data>";
        assertThat(vault.open(SealedPaths.NOT_RECORDED, old, "BC-2023-0001").xml())
                .isEqualTo("<data><who>Bà A</who><note>sealed1:AAAA</note></data>");
    }

    @Test
    void aReportToBeginWithLeavesItsSealedAnswersOut() {
        String instance = "<data><who>" + vault.seal("Bà A") + "</who><n>3</n></data>";
        assertThat(vault.withoutSealed(NAME_IS_SEALED, instance)).isEqualTo("<data><who/><n>3</n></data>");
    }
}
