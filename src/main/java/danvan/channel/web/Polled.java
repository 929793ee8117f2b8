package danvan.channel.web;

import java.time.Duration;
import java.util.Optional;

/**
 * How another channel hears from its server, for whoever watches the machine.
 *
 * @param lastGood how long ago it last did
 * @param problem what is the matter; empty when it goes well
 */
public record Polled(Duration lastGood, Optional<String> problem) {}
