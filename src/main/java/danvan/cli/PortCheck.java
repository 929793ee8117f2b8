package danvan.cli;

import danvan.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the phone page can listen where it is told to. */
final class PortCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private PortCheck() {}

    /** @param botRuns whether a bot may be running by these settings, and be the one that listens */
    static Finding of(Config.Web web, boolean botRuns) {
        if (!web.enabled()) {
            return found(true, "switched off");
        }
        try {
            InetAddress address = InetAddress.getByName(web.host());
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                return found(
                        false, web.host() + " is no address of this machine. Set web.host, to 127.0.0.1 for instance");
            }
            return at(web, new InetSocketAddress(address, web.port()), botRuns);
        } catch (UnknownHostException e) {
            return found(false, web.host() + " is not known here. Set web.host, to 127.0.0.1 for instance");
        } catch (IOException e) {
            return found(false, "the addresses of this machine cannot be listed. Set web.host to 127.0.0.1");
        }
    }

    private static Finding at(Config.Web web, InetSocketAddress address, boolean botRuns) {
        String place = web.host() + ":" + web.port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return found(true, (web.port() == 0 ? "any free port" : place + " is free") + reach(web));
        } catch (IOException e) {
            if (botRuns && botAnswers(web)) {
                return found(true, "a running bot answers at " + place + reach(web));
            }
            boolean privileged = web.port() < 1024;
            return found(
                    false,
                    place
                            + (privileged
                                    ? " may not be used: ports below 1024 are the system's"
                                    : " is another program's")
                            + ". Set web.port to a free one (0 takes any), or end that program");
        }
    }

    private static String reach(Config.Web web) {
        return web.publicUrl()
                .map(url -> "; personal links begin with " + url)
                .orElse("; personal links work on this machine only, until web.public-url is set");
    }

    private static boolean botAnswers(Config.Web web) {
        try {
            URI health = new URI("http", null, web.host(), web.port(), "/healthz", null, null);
            HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("inboxWaiting");
        } catch (IOException | URISyntaxException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Finding found(boolean good, String words) {
        return new Finding(good, "phone page", words);
    }
}
