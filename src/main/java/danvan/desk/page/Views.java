package danvan.desk.page;

import danvan.channel.web.Asset;
import danvan.chat.Person;
import danvan.text.Language;
import danvan.text.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Renders the templates and serves the files that belong to them. Safe for use by several threads. */
public final class Views {
    /** Scripts and styles are files of ours; pictures of reports and players of sound too. No nonce, nothing unsafe. */
    public static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String HTMX = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    private static final String FLASH = "desk-said";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Asset style = new Asset("desk.css", "text/css; charset=utf-8");
    private final Asset script = new Asset("desk.js", "text/javascript; charset=utf-8");
    private final Asset htmx = Asset.foreign(
            "/META-INF/resources/webjars/htmx.org/" + version() + "/dist/htmx.min.js",
            "text/javascript; charset=utf-8");
    private final Texts texts;
    private final Language language;
    private final ZoneId zone;

    /** @param language spoken to who is not known yet */
    public Views(Texts texts, Language language, ZoneId zone) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
    }

    public void style(Context request) {
        style.send(request);
    }

    public void script(Context request) {
        script.send(request);
    }

    public void htmx(Context request) {
        htmx.send(request);
    }

    /** The frame of a page for somebody who is in. */
    public Frame frame(Context request, Person person, String csrf) {
        return frame(request, texts.in(person.language().orElse(language)), Optional.of(person), csrf, "");
    }

    /** The frame of a page for somebody who is not: in the browser's language, where it is one of ours. */
    public Frame frame(Context request) {
        Language spoken = Optional.ofNullable(request.header("Accept-Language"))
                .flatMap(accepted -> Language.of(accepted.split("[,;]", 2)[0].strip()))
                .orElse(language);
        return frame(request, texts.in(spoken), Optional.empty(), "", "");
    }

    private Frame frame(Context request, Texts.Phrases words, Optional<Person> person, String csrf, String flash) {
        long depth = request.path().chars().filter(c -> c == '/').count() - 1;
        String query =
                Optional.ofNullable(request.queryString()).map("?"::concat).orElse("");
        return new Frame(
                words,
                zone,
                "../".repeat((int) depth),
                request.path().substring(1) + query,
                person,
                csrf,
                flash,
                new Frame.Versions(style.version(), script.version(), htmx.version()));
    }

    /**
     * Answers with a page.
     *
     * @param template its name below {@code desk/}
     * @param model what it is given beside the frame
     */
    public void show(Context request, Frame frame, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("f", frame.flash().isEmpty() ? said(request, frame) : frame);
        StringOutput output = new StringOutput(1 << 15);
        templates.render("desk/" + template + ".jte", all, output);
        request.contentType("text/html; charset=utf-8").result(output.toString());
    }

    /** Says why a request is not served; whatever was typed stands on the page, to be copied. */
    public void refuse(Context request, Frame frame, Refused refused, String typed) {
        request.status(refused.status());
        show(request, frame, "refused", Map.of("word", refused.word(), "typed", typed));
    }

    /** Leads on to another page after a change, which says what came of it; the browser's reload repeats nothing. */
    public static void leadOn(Context request, Frame frame, String page, String said) {
        if (!said.isEmpty()) {
            request.cookie(Cookies.brief(
                    FLASH,
                    java.util.Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(said.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        redirect(request, frame.at(page));
    }

    /**
     * Leads on to another address.
     *
     * @param address relative to the page's own
     */
    public static void redirect(Context request, String address) {
        if (request.header("HX-Request") != null) {
            request.status(200).header("HX-Redirect", address);
            return;
        }
        request.status(303).header("Location", address);
    }

    private static Frame said(Context request, Frame frame) {
        @Nullable String cookie = request.cookie(FLASH);
        if (cookie == null || cookie.isEmpty()) {
            return frame;
        }
        request.cookie(Cookies.gone(FLASH));
        String words;
        try {
            words = new String(
                    java.util.Base64.getUrlDecoder().decode(cookie), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not one of ours; nothing is said.
            return frame;
        }
        return new Frame(
                frame.words(),
                frame.zone(),
                frame.base(),
                frame.here(),
                frame.who(),
                frame.csrf(),
                words,
                frame.versions());
    }

    private static String version() {
        Properties known = new Properties();
        try (@Nullable InputStream in = Views.class.getResourceAsStream("/" + HTMX)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + HTMX);
            }
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + HTMX, e);
        }
        return known.getProperty("version", "");
    }
}
