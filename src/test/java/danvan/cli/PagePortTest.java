package danvan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import danvan.App;
import danvan.channel.console.Console;
import danvan.config.ConfigException;
import danvan.config.ConfigReader;
import danvan.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is said of the phone page's port. */
class PagePortTest {
    @TempDir
    Path folder;

    /** {@code chat} opens no page, and said http://127.0.0.1:0/c/…. */
    @Test
    void aLinkNeverHasThePortThatMeansAny() throws IOException {
        assertThat(web(false, "true")).doesNotContain("http").contains("đang tắt");
    }

    @Test
    void aLinkHasThePortThatWasFound() throws IOException {
        assertThat(web(true, "true")).containsPattern("http://127\\.0\\.0\\.1:[1-9]\\d+/c/");
    }

    @Test
    void withThePageSwitchedOffThereIsNoLink() throws IOException {
        assertThat(web(false, "false")).doesNotContain("http");
    }

    /** Another program was blamed for it, and another port recommended. */
    @Test
    void aHostThatIsNotThisMachineIsNotAMatterOfThePort() throws IOException {
        for (String host : List.of("203.0.113.9", "no.such.host.invalid")) {
            try (App app = app("0", "true", host)) {
                assertThatThrownBy(app::openPage)
                        .isInstanceOf(ConfigException.class)
                        .hasMessageStartingWith("web.host")
                        .hasMessageContaining(host + ":0: that is no address of this machine")
                        .hasMessageNotContaining("another program");
            }
        }
    }

    /** Javalin logged an error and advice of its own before the one line that says what to do. */
    @Test
    void aTakenPortIsOneLine() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                App app = app(Integer.toString(other.getLocalPort()), "true")) {
            assertThatThrownBy(app::openPage)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("web.port")
                    .hasMessageContaining("Is another program there?");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getLoggerName)
                .noneMatch(name -> name.startsWith("io.javalin") || name.startsWith("org.eclipse"));
    }

    private String web(boolean open, String enabled) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (App app = app("0", enabled)) {
            if (open) {
                var unused = app.openPage();
            }
            Console console = app.openConsole(
                    "lan",
                    true,
                    new ByteArrayInputStream("/web\n".getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    false);
            app.begin();
            console.run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private App app(String port, String enabled) {
        return app(port, enabled, "127.0.0.1");
    }

    private App app(String port, String enabled, String host) {
        return new App(
                ConfigReader.read(
                        Optional.empty(),
                        Optional.of(folder),
                        Map.of(
                                "DANVAN_REHEARSAL", "true",
                                "DANVAN_WEB_PORT", port,
                                "DANVAN_WEB_ENABLED", enabled,
                                "DANVAN_WEB_HOST", host)),
                Knowledge.read(Path.of("knowledge-base"), problem -> {}),
                Clock.systemUTC());
    }
}
