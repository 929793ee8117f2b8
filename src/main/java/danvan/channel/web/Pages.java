package danvan.channel.web;

import danvan.storage.Json;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;

/** The page and its files. Safe for use by several threads. */
final class Pages {

    /**
     * What the chat page is told at its start.
     *
     * @param back where a page leads back to, at which others sit too: the browser keeps nothing of it beyond its window
     */
    private record Setup(String zone, boolean rehearsal, long most, String me, List<Example> examples, String back) {}

    private final Asset style = new Asset("page.css", "text/css; charset=utf-8");
    private final Asset noticeStyle = new Asset("notice.css", "text/css; charset=utf-8");
    private final Asset script = new Asset("page.js", "text/javascript; charset=utf-8");
    private final Asset joinScript = new Asset("join.js", "text/javascript; charset=utf-8");
    private final String chat;
    private final String notice = Asset.text("notice.html");
    private final ZoneId zone;
    private final boolean rehearsal;
    private final long mostFile;
    private final List<Example> examples;

    /** @param language the code of the language the page begins in */
    Pages(String language, ZoneId zone, boolean rehearsal, long mostFile, List<Example> examples) {
        this.chat = Asset.text("page.html").replace("{{language}}", language);
        this.zone = zone;
        this.rehearsal = rehearsal;
        this.mostFile = mostFile;
        this.examples = List.copyOf(examples);
    }

    /**
     * The chat.
     *
     * @param onThisMachine whether only this machine sees it, so that the example members' links may be shown
     */
    void chat(Context request, boolean onThisMachine) {
        List<Example> shown = rehearsal && onThisMachine ? examples : List.of();
        chat(request, new Setup(zone.getId(), rehearsal, mostFile, request.pathParam("token"), shown, ""));
    }

    /**
     * The chat inside another room's pages, the root of which stands beside it.
     *
     * @param me tells one who sits there from the next
     */
    void chat(Context request, String me, String back) {
        chat(request, new Setup(zone.getId(), rehearsal, mostFile, me, List.of(), back));
    }

    private void chat(Context request, Setup setup) {
        // Inside a script element only a less-than sign could end it.
        html(request, chat.replace("{{setup}}", Json.write(setup).replace("<", "\\u003c")));
    }

    /** The first page: example members to choose from, or the word that a link is needed. */
    void home(Context request, boolean onThisMachine) {
        if (!rehearsal || !onThisMachine) {
            notice(request, "needed");
            return;
        }
        StringBuilder cards = new StringBuilder();
        for (Example example : examples) {
            cards.append("<li><a href=\"c/").append(escape(example.token())).append("\"><i aria-hidden=\"true\">");
            cards.append(escape(initial(example.name()))).append("</i><span><b>");
            cards.append(escape(example.name())).append("</b><small>");
            cards.append(escape(example.role())).append("</small></span></a></li>");
        }
        notice(request, "start", cards.toString(), "");
    }

    /**
     * Where somebody invited gives a name.
     *
     * @param called the name as far as it is known
     */
    void join(Context request, String called) {
        notice(request, "join", "", called);
    }

    /**
     * A polite line, in three languages.
     *
     * @param name which one; the style sheet hides the others
     */
    void notice(Context request, String name) {
        notice(request, name, "", "");
    }

    void style(Context request) {
        style.send(request);
    }

    void noticeStyle(Context request) {
        noticeStyle.send(request);
    }

    void script(Context request) {
        script.send(request);
    }

    void joinScript(Context request) {
        joinScript.send(request);
    }

    private void notice(Context request, String name, String cards, String called) {
        html(
                request,
                notice.replace("{{name}}", name).replace("{{cards}}", cards).replace("{{called}}", escape(called)));
    }

    private void html(Context request, String page) {
        // Addresses are relative: the page may stand below a path of a proxy.
        long depth = request.path().chars().filter(c -> c == '/').count() - 1;
        request.contentType("text/html; charset=utf-8")
                .result(page.replace("{{base}}", "../".repeat((int) depth))
                        .replace("{{style}}", style.version())
                        .replace("{{noticeStyle}}", noticeStyle.version())
                        .replace("{{script}}", script.version())
                        .replace("{{join}}", joinScript.version()));
    }

    /** The first letter of the last word, which is what a Vietnamese person is called by. */
    private static String initial(String name) {
        String last = name.strip().substring(name.strip().lastIndexOf(' ') + 1);
        return last.substring(0, last.offsetByCodePoints(0, 1));
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
