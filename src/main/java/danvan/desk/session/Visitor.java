package danvan.desk.session;

import danvan.chat.Person;
import danvan.desk.page.Frame;
import java.time.Instant;

/**
 * Who asks for a page.
 *
 * @param person as the organization has the member at this request
 * @param now the bot's time
 */
public record Visitor(Person person, Sessions.Session session, Frame frame, Instant now) {}
