package danvan.cli;

import danvan.config.Config;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether other PCs can use the desk: it refuses plain HTTP, where its cookie could be read on the way. */
final class DeskCheck {
    private DeskCheck() {}

    static Optional<Finding> of(Config.Web web) {
        if (!web.enabled() || !web.desk()) {
            return Optional.empty();
        }
        Optional<URI> outside = web.publicUrl();
        if (outside.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent()) {
            return found(true, "open to PCs at " + outside.get().toString().replaceFirst("(?<!/)/++$", "") + "/desk");
        }
        if (outside.isEmpty() && isLoopback(web.host())) {
            return found(
                    true,
                    "open to browsers on this machine; for other PCs put HTTPS before it and set web.public-url to its"
                            + " address");
        }
        return found(
                false,
                "PCs reach " + outside.map(URI::toString).orElse(web.host())
                        + " by plain HTTP, and the desk refuses them there. Put HTTPS before it and set web.public-url"
                        + " to its https address, or set web.desk: off");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // The page's own finding says so.
            return true;
        }
    }

    private static Optional<Finding> found(boolean good, String words) {
        return Optional.of(new Finding(good, "desk", words));
    }
}
