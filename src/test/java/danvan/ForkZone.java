package danvan;

import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Half of the processes that run the tests live in UTC and half in Los Angeles, so that nothing can rest on the machine's
 * zone. {@code -Ddanvan.zone=Asia/Ho_Chi_Minh} has all of them live there.
 */
public final class ForkZone implements BeforeAllCallback {
    private static final String FAR = "America/Los_Angeles";

    @Override
    public void beforeAll(ExtensionContext context) {
        zone().ifPresent(zone -> TimeZone.setDefault(TimeZone.getTimeZone(zone)));
    }

    private static Optional<String> zone() {
        return Optional.ofNullable(System.getProperty("danvan.zone"))
                .filter(named -> !named.isBlank())
                .or(() -> Optional.ofNullable(System.getProperty("danvan.fork"))
                        .map(fork -> fork.matches("\\d*[02468]") ? FAR : "UTC"));
    }
}
