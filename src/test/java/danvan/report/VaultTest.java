package danvan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class VaultTest {
    private final Vault vault = Vault.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void anInstanceIsOpenedWithItsSealedAnswersAndTheRestStays() {
        String instance = "<data><who>" + vault.seal("Bà A & <con>") + "</who><n>3</n></data>";
        assertThat(instance).doesNotContain("Bà A");
        assertThat(vault.openAll(instance)).isEqualTo("<data><who>Bà A &amp; &lt;con&gt;</who><n>3</n></data>");
    }
}
