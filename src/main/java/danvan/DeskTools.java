package danvan;

import danvan.channel.web.Caller;
import danvan.channel.web.Polled;
import danvan.desk.Desk;
import danvan.desk.health.DeliveryPages;
import danvan.desk.health.HealthPage;
import danvan.desk.links.LinkFeed;
import danvan.desk.links.LinkPages;
import danvan.desk.links.LiveLinks;
import danvan.desk.page.Views;
import danvan.desk.session.Entrance;
import danvan.organization.chat.People;
import danvan.organization.directory.Organization;
import danvan.outbox.Undelivered;
import danvan.schedule.Housekeeping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The pages of the desk that are about the bot itself: what leaves it, what does not arrive, and how it is. */
final class DeskTools {
    /** As long as a link that has ended is listed. */
    private static final Duration LISTED = Duration.ofDays(30);

    private final Core core;
    private final LiveLinks links;

    DeskTools(Core core, People people) {
        this.core = core;
        this.links = new LiveLinks(core.database, core.realTime, people.members()::accessNumber, people::note);
    }

    /** The pages. */
    List<Desk.Pages> pages(
            Views views,
            Entrance entrance,
            Caller caller,
            People people,
            Organization organization,
            ReportWiring reports,
            IntSupplier waitingDocuments,
            Supplier<Optional<Polled>> telegram) {
        Undelivered messages = new Undelivered(core.database, core.realTime);
        LinkPages listed = new LinkPages(links, reports.shelf(), organization, caller, views);
        LinkFeed feed = new LinkFeed(
                links,
                reports.rows(),
                reports.shelf()::count,
                organization,
                entrance::isTrusted,
                new LinkFeed.Places(caller, core.config.zone(), core.clock));
        DeliveryPages deliveries = new DeliveryPages(
                messages,
                reports.copies(),
                core.database,
                address -> people.directory().member(address).map(danvan.chat.Person::name),
                new DeliveryPages.Delivery(core.realTime, core.outbox::dispatch, people::note),
                views);
        HealthPage health =
                new HealthPage(new OfficeHealth(core, messages, reports.copies(), waitingDocuments, telegram), views);
        return List.of(listed::addTo, (javalin, guard) -> feed.addTo(javalin), deliveries::addTo, health::addTo);
    }

    Housekeeping.Chore chore() {
        return new Housekeeping.Chore(
                "live links", () -> links.forget(core.realTime.instant().minus(LISTED)));
    }
}
