package danvan.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one bot.
 *
 * @param rehearsal whether this is a trial without Telegram's people: example members, the clock of January 2024
 * @param data the folder that holds the state
 * @param knowledgeBase the folder of documents, forms, programmes and units; empty for the one in the jar
 * @param language the code of the language spoken to who has chosen none
 * @param zone the time zone of dates and hours
 */
public record Config(
        boolean rehearsal,
        Path data,
        Optional<Path> knowledgeBase,
        String language,
        ZoneId zone,
        Telegram telegram,
        Storage storage,
        Web web,
        People people,
        Reminders reminders,
        Reports reports,
        OpenRosa openRosa,
        Library library,
        Search search,
        Retention retention,
        Operations operations) {

    /**
     * Telegram.
     *
     * @param token the bot's token; empty switches the channel off
     * @param apiUrl where the Bot API is
     * @param proxy {@code http://host:port} or {@code socks5://host:port}
     * @param mode how updates come
     */
    public record Telegram(Optional<String> token, URI apiUrl, Optional<URI> proxy, Mode mode) {
        /** How updates come from Telegram. */
        public enum Mode {
            /** One process asks for them. */
            POLLING,
            /** Telegram posts them to {@code web.public-url}, where any process takes them. */
            WEBHOOK
        }

        /** Without the token, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Telegram[token=" + (token.isPresent() ? "set" : "none") + ", apiUrl=" + apiUrl + ", proxy=" + proxy
                    + ", mode=" + mode + "]";
        }
    }

    /**
     * The database.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     */
    public record Storage(String url, Optional<String> user, Optional<String> password) {
        /** The address without its parameters, of which one may be a password: for logs and messages. */
        public String shownUrl() {
            return url.replaceFirst("\\?.*", "");
        }

        /** Without the password, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Storage[url=" + shownUrl() + ", user=" + user + "]";
        }
    }

    /**
     * The phone page.
     *
     * @param enabled whether it is served
     * @param host the address it listens on
     * @param port its port; 0 takes any that is free
     * @param publicUrl how members reach it from outside, for personal links
     * @param desk whether the office's desk is served beside it
     * @param deskFrom the networks from which the desk may be opened; empty for all
     */
    public record Web(
            boolean enabled,
            String host,
            int port,
            Optional<URI> publicUrl,
            boolean desk,
            List<AddressRange> deskFrom) {
        public Web {
            deskFrom = List.copyOf(deskFrom);
        }

        public Web(boolean enabled, String host, int port, Optional<URI> publicUrl, boolean desk) {
            this(enabled, host, port, publicUrl, desk, List.of());
        }
    }

    /**
     * Who may come in.
     *
     * @param admission by invitation, or anyone
     * @param administrators addresses such as {@code telegram:4711}
     */
    public record People(Admission admission, List<String> administrators) {}

    /** How strangers become members. */
    public enum Admission {
        /** With a code that a member of the office made. */
        INVITATION,
        /** By writing to the bot: as a cadre of the root unit. For trials. */
        OPEN
    }

    /**
     * Reminders.
     *
     * @param hour when the day's reminders go out
     * @param quietFrom from when on nobody is disturbed
     * @param quietTo until when nobody is disturbed
     * @param grace how long after its hour a missed reminder is still sent
     */
    public record Reminders(LocalTime hour, LocalTime quietFrom, LocalTime quietTo, Duration grace) {}

    /**
     * Reports.
     *
     * @param largestFile in megabytes
     * @param filesADay how many files a member may send a day
     * @param megabytesADay and how large they may be together
     * @param draftReminder how long a draft lies before its writer is reminded
     * @param draftsKept how long an untouched draft is kept
     * @param withdrawWithin how long a reporter may take a report back
     * @param kept how long a report is kept
     * @param newsHours when leads hear of new reports; empty for never
     * @param chaseAfter how long a report lies open before its leads are told; zero for never
     * @param issuers who issues the reports of which unit
     * @param key seals personal answers: 32 bytes in Base64; empty for one that lies in the data folder
     */
    public record Reports(
            int largestFile,
            int filesADay,
            int megabytesADay,
            Duration draftReminder,
            Duration draftsKept,
            Duration withdrawWithin,
            Period kept,
            List<LocalTime> newsHours,
            Duration chaseAfter,
            List<IssuingAgency> issuers,
            Optional<String> key) {
        /** Without the key, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Reports[largestFile=" + largestFile + ", filesADay=" + filesADay + ", megabytesADay="
                    + megabytesADay
                    + ", draftReminder=" + draftReminder + ", draftsKept="
                    + draftsKept + ", withdrawWithin=" + withdrawWithin + ", kept=" + kept + ", newsHours=" + newsHours
                    + ", chaseAfter=" + chaseAfter + ", issuers=" + issuers + "]";
        }
    }

    /**
     * A server that gets a copy of every report.
     *
     * @param url where it takes submissions; empty switches it off
     * @param user its user, for Digest or Basic
     */
    public record OpenRosa(Optional<URI> url, Optional<String> user, Optional<String> password) {}

    /**
     * Documents from outside.
     *
     * @param inboxFolder where documents are put to be imported; empty: nowhere
     */
    public record Library(Optional<Path> inboxFolder) {}

    /**
     * Search.
     *
     * @param embeddings a folder with a sentence-embedding model; empty: questions are compared by words alone
     */
    public record Search(Optional<Path> embeddings) {}

    /**
     * How long what is over is kept.
     *
     * @param messages the marks of updates that were processed and of messages that were delivered; their texts are deleted
     *     at once
     * @param page what was said on the phone page
     */
    public record Retention(Period messages, Period page) {}

    /**
     * What whoever looks after the bot needs.
     *
     * @param backups the folder of the nightly backups
     * @param backupsKept how many of them stay; 0 makes none
     * @param metricsToken opens the metrics to other machines; empty: they are for this machine alone
     */
    public record Operations(Path backups, int backupsKept, Optional<String> metricsToken) {
        /** Without the token, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Operations[backups=" + backups + ", backupsKept=" + backupsKept + "]";
        }
    }
}
