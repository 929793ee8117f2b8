package danvan.desk.session;

/**
 * The PC as a person recognizes it.
 *
 * @param name the browser and the system, such as {@code Chrome · Windows}
 * @param network where it is on the network
 */
public record Machine(String name, String network) {

    /**
     * The machine behind a browser's own description, of which nothing but known names is taken: it is shown to people.
     */
    public static Machine of(String userAgent, String network) {
        return new Machine(browser(userAgent) + " · " + system(userAgent), network);
    }

    private static String browser(String agent) {
        if (agent.contains("coc_coc_browser")) {
            return "Cốc Cốc";
        }
        if (agent.contains("Edg/")) {
            return "Edge";
        }
        if (agent.contains("Firefox/")) {
            return "Firefox";
        }
        if (agent.contains("Chrome/")) {
            return "Chrome";
        }
        return agent.contains("Safari/") ? "Safari" : "?";
    }

    private static String system(String agent) {
        if (agent.contains("Windows")) {
            return "Windows";
        }
        if (agent.contains("Android")) {
            return "Android";
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return "iOS";
        }
        if (agent.contains("Mac OS")) {
            return "macOS";
        }
        return agent.contains("Linux") ? "Linux" : "?";
    }
}
