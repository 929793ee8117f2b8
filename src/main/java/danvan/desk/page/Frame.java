package danvan.desk.page;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.text.Dates;
import danvan.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What every template is given: the words, the addresses, and who looks.
 *
 * @param base leads from the page's address to the server's root, such as {@code ../}: a proxy may serve it below a path
 * @param here the page's own address below the root, with its query: where a change leads back to
 * @param csrf stands in every form; empty where nobody is in
 * @param flash what the last change came to; empty where there is nothing to say
 */
public record Frame(
        Texts.Phrases words,
        ZoneId zone,
        String base,
        String here,
        Optional<Person> who,
        String csrf,
        String flash,
        Versions versions) {

    /** The versions of the files that a browser keeps. */
    public record Versions(String style, String script, String htmx) {}

    /** A text of the desk's, as plain text. */
    public String t(String key, Object... namesAndValues) {
        return words.plain("desk." + key, namesAndValues);
    }

    /** A text of any room. */
    public String text(String key, Object... namesAndValues) {
        return words.plain(key, namesAndValues);
    }

    /** A text of any room without the sign before its first letter: old PCs have no such signs. */
    public String label(String key) {
        return signless(text(key));
    }

    /** Words without the signs before their first letter or figure. */
    public String signless(String said) {
        return said.replaceFirst("^[^\\p{L}\\p{N}«“\"(]++", "");
    }

    /** What people call something that the audit names; its name there where they call it nothing. */
    public String action(String action) {
        String key = "audit.action." + action.replace(' ', '-');
        return words.has("desk." + key) ? t(key) : action;
    }

    /** The address of a page of the desk. */
    public String at(String page) {
        return base + "desk" + (page.isEmpty() ? "" : "/" + page);
    }

    public String language() {
        return words.language().code();
    }

    /** Whether the page in front is the one, or stands below it. */
    public boolean isIn(String page) {
        String path = here.replaceFirst("\\?.*", "");
        return page.isEmpty()
                ? path.equals("desk")
                : path.equals("desk/" + page) || path.startsWith("desk/" + page + "/");
    }

    /** Whether who looks may change anything. */
    public boolean acts() {
        return who.filter(person -> person.role().atLeast(Role.LEAD)).isPresent();
    }

    /** Whether who looks sees what the office sees. */
    public boolean seesAll() {
        return who.filter(
                        person -> person.role() == Role.AUDITOR || person.role().atLeast(Role.OFFICE))
                .isPresent();
    }

    public boolean isAdministrator() {
        return who.filter(person -> person.role() == Role.ADMINISTRATOR).isPresent();
    }

    public String date(LocalDate day) {
        return Dates.day(day, words.language());
    }

    public String day(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }

    /** Day and time, always in the bot's zone, whatever the PC's clock says. */
    public String moment(Instant at) {
        ZonedDateTime time = at.atZone(zone);
        return day(at) + String.format(Locale.ROOT, " %02d:%02d", time.getHour(), time.getMinute());
    }

    /** As a machine reads it, for the {@code time} element. */
    public String machineTime(Instant at) {
        return at.atZone(zone).toOffsetDateTime().withNano(0).toString();
    }

    public String role(Role role) {
        return text("people.role." + role);
    }

    public String number(long number) {
        return String.format(words.language().locale(), "%,d", number);
    }
}
