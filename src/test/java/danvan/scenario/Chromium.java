package danvan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, spoken to by its DevTools protocol: no driver and no library stands between. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    /** What a page's policy forbids is written down by the page itself, before anything else of it runs. */
    private static final String WATCH = "window.forbidden = []; addEventListener('securitypolicyviolation', (e) =>"
            + " window.forbidden.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));";

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, Tab> tabs = new ConcurrentHashMap<>();
    private int number;

    /** Where a browser is on this machine; empty where there is none. */
    static Optional<Path> found() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Chromium(Path program) throws IOException, InterruptedException {
        this.profile = Files.createTempDirectory("desk-browser");
        Path log = profile.resolve("log.txt");
        this.process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        Await.until(() -> "the browser to listen", () -> lines(port).size() == 2);
        List<String> told = lines(port);
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + told.get(0) + told.get(1)), new Listener())
                .join();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window of its own, which shares no cookie with others. */
    Tab tab(int width, int height) {
        String context = send("", "Target.createBrowserContext", Map.of())
                .get("browserContextId")
                .asText();
        String target = send("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .get("targetId")
                .asText();
        String session = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        Tab tab = new Tab(session);
        tabs.put(session, tab);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(session, domain + ".enable", Map.of());
        }
        send(session, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        tab.resize(width, height);
        return tab;
    }

    private JsonNode send(String session, String method, Map<String, Object> parameters) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        synchronized (this) {
            ObjectNode message = JSON.createObjectNode().put("id", ++number).put("method", method);
            message.set("params", JSON.valueToTree(parameters));
            if (!session.isEmpty()) {
                message.put("sessionId", session);
            }
            asked.put(number, answer);
            socket.sendText(message.toString(), true).join();
        }
        JsonNode told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                try {
                    told(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(text);
        }
    }

    private void told(JsonNode message) {
        if (message.has("id")) {
            Optional.ofNullable(asked.remove(message.get("id").asInt())).ifPresent(one -> one.complete(message));
        } else {
            Optional.ofNullable(tabs.get(message.path("sessionId").asText())).ifPresent(tab -> tab.told(message));
        }
    }

    /** A window. */
    final class Tab {
        private final String session;
        private final BlockingQueue<Boolean> loads = new LinkedBlockingQueue<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();

        private Tab(String session) {
            this.session = session;
        }

        private void told(JsonNode message) {
            String method = message.get("method").asText();
            JsonNode about = message.get("params");
            if (method.equals("Page.loadEventFired")) {
                loads.add(true);
            } else if (method.equals("Runtime.exceptionThrown")) {
                complaints.add(about.toString());
            } else if (method.equals("Log.entryAdded")
                    && about.at("/entry/source").asText().equals("security")) {
                complaints.add(about.at("/entry/text").asText());
            }
        }

        void resize(int width, int height) {
            send(
                    session,
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        }

        void withoutScript() {
            send(session, "Emulation.setScriptExecutionDisabled", Map.of("value", true));
        }

        void dark() {
            send(
                    session,
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        }

        Tab opens(String address) {
            return loading(() -> send(session, "Page.navigate", Map.of("url", address)));
        }

        private Tab loading(Runnable act) {
            loads.clear();
            act.run();
            try {
                if (loads.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
                    throw new AssertionError("the page does not load: " + text());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("stopped", e);
            }
            return this;
        }

        /** What a script says. */
        JsonNode says(String script) {
            JsonNode told = send(
                    session,
                    "Runtime.evaluate",
                    Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
            if (told.has("exceptionDetails")) {
                throw new AssertionError(script + ": " + told.get("exceptionDetails"));
            }
            return told.get("result").path("value");
        }

        String text() {
            return says("document.body.innerText").asText();
        }

        /** Clicks with the mouse; the element must be in sight. */
        Tab clicks(String selector) {
            JsonNode place =
                    says("(() => { const e = document.querySelector(" + quoted(selector) + "); if (!e) return null;"
                            + " e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                            + " return [b.x + b.width / 2, b.y + b.height / 2]; })()");
            if (!place.isArray()) {
                throw new AssertionError("no " + selector + " on " + text());
            }
            for (String type : List.of("mousePressed", "mouseReleased")) {
                send(
                        session,
                        "Input.dispatchMouseEvent",
                        Map.of(
                                "type",
                                type,
                                "x",
                                place.get(0).asDouble(),
                                "y",
                                place.get(1).asDouble(),
                                "button",
                                "left",
                                "clickCount",
                                1));
            }
            return this;
        }

        /** Clicks what leads to another page, and waits for it. */
        Tab follows(String selector) {
            return loading(() -> clicks(selector));
        }

        /** Types where the cursor is. */
        Tab types(String words) {
            send(session, "Input.insertText", Map.of("text", words));
            return this;
        }

        /** Presses a letter's key. */
        Tab presses(String key) {
            for (String type : List.of("keyDown", "keyUp")) {
                send(
                        session,
                        "Input.dispatchKeyEvent",
                        Map.of(
                                "type",
                                type,
                                "key",
                                key,
                                "text",
                                type.equals("keyDown") ? key : "",
                                "code",
                                "Key" + key.toUpperCase(java.util.Locale.ROOT)));
            }
            return this;
        }

        /** Presses a key that writes nothing by itself: Tab or Enter. */
        Tab pressesKey(String key) {
            int code = key.equals("Tab") ? 9 : 13;
            String text = key.equals("Tab") ? "" : "\r";
            send(
                    session,
                    "Input.dispatchKeyEvent",
                    Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
            send(
                    session,
                    "Input.dispatchKeyEvent",
                    Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
            return this;
        }

        /** Presses a key that leads to another page, and waits for it. */
        Tab followsKey(String key) {
            return loading(() -> pressesKey(key));
        }

        /** What the policy forbade on the page in front, and what its scripts stumbled over anywhere. */
        List<String> complaints() {
            List<String> all = new ArrayList<>(complaints);
            says("window.forbidden || []").forEach(one -> all.add(one.asText()));
            return all;
        }

        /** Whether nothing reaches beyond the right edge, so that nobody must push the page sideways. */
        boolean fits() {
            return says("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
                    .asBoolean();
        }

        void pictures(Path file) {
            byte[] png = java.util.Base64.getDecoder()
                    .decode(send(session, "Page.captureScreenshot", Map.of("format", "png"))
                            .get("data")
                            .asText());
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> all = Files.walk(profile)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                boolean unused = file.toFile().delete();
            });
        }
    }
}
