package danvan.channel.web;

import danvan.config.Config;

/** The links by which members come to the phone page. Safe for use by several threads. */
public final class PersonalLinks {
    private final Config.Web page;
    private volatile int port;

    public PersonalLinks(Config.Web page) {
        this.page = page;
        this.port = page.port();
    }

    /** The page is served at this port now; the settings may have left the choice to the system. */
    public void servedAt(int opened) {
        port = opened;
    }

    /** Where the page is, seen from this machine. */
    public String here() {
        return "http://" + page.host() + ":" + port;
    }

    /** Where the office's desk is; empty where none is served, or nobody knows yet on which port. */
    public String desk() {
        boolean reachable = page.publicUrl().isPresent() || port != 0;
        return page.enabled() && page.desk() && reachable
                ? page.publicUrl().map(Object::toString).orElseGet(this::here).replaceFirst("/$", "") + "/desk"
                : "";
    }

    /** Empty where no page is served, or nobody knows yet on which port. */
    public String of(String token) {
        boolean reachable = page.publicUrl().isPresent() || port != 0;
        if (!page.enabled() || !reachable) {
            return "";
        }
        return page.publicUrl().map(Object::toString).orElseGet(this::here) + "/c/" + token;
    }
}
