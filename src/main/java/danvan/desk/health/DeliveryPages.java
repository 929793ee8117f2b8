package danvan.desk.health;

import danvan.chat.Address;
import danvan.desk.page.Refused;
import danvan.desk.page.Views;
import danvan.desk.port.Copies;
import danvan.desk.session.Access;
import danvan.desk.session.Guard;
import danvan.desk.session.Visitor;
import danvan.organization.directory.AuditNote;
import danvan.outbox.Undelivered;
import danvan.storage.Database;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Messages and copies that did not arrive: why, and once more. What a message says is not shown. */
public final class DeliveryPages {
    /** As far back as the first page counts. */
    private static final Duration LATELY = Duration.ofDays(7);

    private static final int MOST = 200;

    private final Undelivered messages;
    private final Copies copies;
    private final Database database;
    private final Function<Address, Optional<String>> called;
    private final Delivery delivery;
    private final Views views;

    /**
     * What is done with what is tried again.
     *
     * @param realTime by which messages are sent
     * @param dispatch says that there are messages
     */
    public record Delivery(Clock realTime, Runnable dispatch, AuditNote audit) {}

    /** @param called the name of the member behind an address */
    public DeliveryPages(
            Undelivered messages,
            Copies copies,
            Database database,
            Function<Address, Optional<String>> called,
            Delivery delivery,
            Views views) {
        this.messages = messages;
        this.copies = copies;
        this.database = database;
        this.called = called;
        this.delivery = delivery;
        this.views = views;
    }

    /**
     * A message.
     *
     * @param why the key of the reason in the office's words
     */
    public record Line(Undelivered.Given message, String to, String why) {}

    /**
     * The page.
     *
     * @param all how many messages there are, of which the list shows the latest
     */
    public record Model(List<Line> messages, long all, List<Copies.Copy> copies) {}

    public void addTo(JavalinConfig javalin, Guard guard) {
        guard.get(javalin, "/desk/deliveries", Access.READ_ALL, this::list);
        guard.post(javalin, "/desk/deliveries/again", Access.OFFICE, this::again);
    }

    private void list(Context request, Visitor visitor) {
        var since = delivery.realTime().instant().minus(LATELY);
        List<Line> lines = messages.since(since, MOST).stream()
                .map(message -> new Line(message, called.apply(message.to()).orElse(""), why(message)))
                .toList();
        views.show(
                request,
                visitor.frame(),
                "deliveries",
                Map.of("m", new Model(lines, messages.count(since), copies.open(MOST))));
    }

    /** The reasons that offices meet; whatever else a server says stands beside it as it was said. */
    private static String why(Undelivered.Given message) {
        String reason = message.reason().toLowerCase(Locale.ROOT);
        if (reason.contains("blocked") || reason.contains("deactivated")) {
            return "blocked";
        }
        if (reason.contains("chat not found") || reason.contains("kicked") || !message.reachable()) {
            return "gone";
        }
        if (reason.contains("too large") || reason.contains("413")) {
            return "large";
        }
        return "refused";
    }

    private void again(Context request, Visitor visitor) {
        String message = Optional.ofNullable(request.formParam("message")).orElse("");
        String copy = Optional.ofNullable(request.formParam("copy")).orElse("");
        boolean done = database.write(tx -> {
            boolean is = message.matches("[0-9]{1,18}")
                    ? messages.again(tx, Long.parseLong(message))
                    : !copy.isEmpty() && copies.tryAgain(tx, copy);
            if (is) {
                delivery.audit()
                        .note(
                                tx,
                                visitor.now(),
                                visitor.person().id(),
                                "delivery retried",
                                copy.isEmpty() ? "#" + message : copy);
            }
            return is;
        });
        if (!done) {
            throw Refused.notFound();
        }
        delivery.dispatch().run();
        Views.leadOn(request, visitor.frame(), "deliveries", visitor.frame().t("deliveries.tried"));
    }
}
