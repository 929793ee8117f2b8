package danvan.channel.console;

import danvan.chat.Address;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.inbox.Inbox;
import danvan.inbox.Update;
import danvan.outbox.Courier;
import danvan.outbox.Delivery;
import danvan.outbox.Outbox;
import danvan.text.Markup;
import danvan.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One member's chat in a terminal. Lines are read one after the other, each when the one before it is answered; a blank
 * line says nothing. A line that is no UTF-8 comes in with replacement characters and is answered like any other.
 */
public final class Console implements Courier {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "console";

    private static final Pattern TAP = Pattern.compile("#?(\\d{1,2})");
    /** What the terminal asks of the bot. */
    public interface Bot {
        /** Whether nothing else is about to say something, such as a reminder that is due. */
        boolean idle();

        /** Whether a dialog with this member is open, in which a number may be an answer. */
        boolean inDialog(Address member);

        /** Texts in the member's language. */
        Texts.Phrases texts(Address member);
    }

    private static final long LOOK_AGAIN_NANOS = 3_000_000;

    private final Address address;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Bot bot;
    private final BufferedReader in;
    private final PrintStream out;
    private final boolean typed;
    private final List<Button> buttons = new ArrayList<>();
    private int messages;

    /**
     * The chat of one member.
     *
     * @param member the member's name in addresses, such as {@code lan}
     * @param typed whether a person types: then a prompt is shown; otherwise each line is shown as it is read
     */
    public Console(String member, Inbox inbox, Outbox outbox, Bot bot, InputStream in, PrintStream out, boolean typed) {
        this.address = new Address(CHANNEL, member);
        this.inbox = inbox;
        this.outbox = outbox;
        this.bot = bot;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.typed = typed;
    }

    /** Reads until the input ends; returns when the last line is answered. */
    public void run() throws IOException {
        // What falls due at the start is said before the first line is read.
        awaitAnswer();
        prompt();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = line.strip();
            if (!text.isEmpty()) {
                if (!typed) {
                    out.println("> " + text);
                }
                Optional<String> hint = hint(text);
                hint.ifPresent(words -> out.println("  (" + words + ")"));
                if (hint.isEmpty()) {
                    inbox.receive(
                            List.of(new Update(address, UUID.randomUUID().toString(), address.chat(), incoming(text))));
                }
                awaitAnswer();
            }
            prompt();
        }
        awaitAnswer();
    }

    @Override
    public synchronized CompletableFuture<Delivery> deliver(Address to, Outgoing what) {
        if (!to.equals(address)) {
            return CompletableFuture.completedFuture(new Delivery.Unreachable("this terminal is " + address.chat()));
        }
        if (what instanceof Outgoing.Message message) {
            print(message.text(), message.buttons());
        } else if (what instanceof Outgoing.Edit edit) {
            printEdit(edit);
        } else if (what instanceof Outgoing.File file) {
            print("[" + Markup.escape(file.name()) + "] " + file.caption(), file.buttons());
        } else if (what instanceof Outgoing.Menu menu) {
            print(menu.text(), List.of());
        } else if (what instanceof Outgoing.PlaceRequest request) {
            print(request.text(), List.of());
        } else if (what instanceof Outgoing.Ack ack && !ack.toast().isEmpty()) {
            out.println("  (" + ack.toast() + ")");
        }
        messages++;
        return CompletableFuture.completedFuture(new Delivery.Delivered(String.valueOf(messages)));
    }

    /** What was printed stays; an edit without buttons is a remark, and the buttons of the latest message stay tappable. */
    private void printEdit(Outgoing.Edit edit) {
        if (edit.buttons().isEmpty()) {
            out.println("  (" + Markup.strip(edit.text()).replace('\n', ' ') + ")");
        } else {
            print(edit.text(), edit.buttons());
        }
    }

    private void print(String markup, List<List<Button>> rows) {
        out.println();
        for (String line : Markup.strip(quoted(markup)).split("\n", -1)) {
            out.println("  " + line);
        }
        buttons.clear();
        for (List<Button> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (Button button : row) {
                if (button.opensPage()) {
                    line.append("  ").append(button.label()).append(": ").append(button.action());
                    continue;
                }
                buttons.add(button);
                line.append("  [#").append(buttons.size()).append("] ").append(button.label());
            }
            out.println(line);
        }
        out.println();
        out.flush();
    }

    /** A bar before each quoted line, as a terminal shows a quotation. */
    private static String quoted(String markup) {
        Matcher quotes = Pattern.compile("<blockquote>(.*?)</blockquote>", Pattern.DOTALL)
                .matcher(markup);
        return quotes.replaceAll(
                quote -> Matcher.quoteReplacement("│ " + quote.group(1).replace("\n", "\n│ ") + "\n"));
    }

    /**
     * Which buttons there are, where the line names one that is not, or names one without its #. A number alone is an
     * answer while a dialog is open; otherwise it would only be looked up as a question.
     */
    private synchronized Optional<String> hint(String text) {
        Matcher tap = TAP.matcher(text);
        if (!tap.matches() || labelled(text).isPresent()) {
            return Optional.empty();
        }
        boolean bare = !text.startsWith("#");
        if (bare ? bot.inDialog(address) : isButton(tap.group(1))) {
            return Optional.empty();
        }
        Texts.Phrases texts = bot.texts(address);
        return Optional.of(
                buttons.isEmpty()
                        ? texts.plain("console.noButtons")
                        : texts.plain("console.buttons", "last", "#" + buttons.size()));
    }

    private boolean isButton(String number) {
        int wanted = Integer.parseInt(number);
        return wanted >= 1 && wanted <= buttons.size();
    }

    private Optional<Button> labelled(String text) {
        return buttons.stream()
                .filter(button -> button.label().equalsIgnoreCase(text))
                .findFirst();
    }

    private synchronized Incoming incoming(String text) {
        Matcher tap = TAP.matcher(text);
        if (text.startsWith("#") && tap.matches() && isButton(tap.group(1))) {
            return tap(buttons.get(Integer.parseInt(tap.group(1)) - 1));
        }
        return labelled(text).map(this::tap).orElseGet(() -> new Incoming.Words(text));
    }

    private Incoming tap(Button button) {
        return new Incoming.Tap(UUID.randomUUID().toString(), String.valueOf(messages), button.action());
    }

    private void prompt() {
        if (typed) {
            out.print("› ");
            out.flush();
        }
    }

    /** Until nothing of this chat waits any more, neither to be processed nor to be shown. */
    private void awaitAnswer() {
        while (inbox.isWaiting(address) || !bot.idle() || outbox.isWaiting(address)) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
