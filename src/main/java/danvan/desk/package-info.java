/**
 * The desk: the office's pages at a PC, beside the chat and over the same rules. {@link danvan.desk.Desk} is the way in: it puts the
 * pages together and serves them through the phone page's server. What the pages show they ask of the features by the
 * interfaces of {@code desk.port}, which the features implement; what they change goes through the features' own decisions,
 * each in one transaction ({@link danvan.conversation.PageTurns}), so that rights, audit and conflicts have one source.
 *
 * <p>Pages are templates (JTE, {@code src/main/jte}), compiled in the build. Every page works by plain links and forms;
 * htmx only saves loading the rest of a page. Nothing comes from another host, and nothing stands inline.
 */
@org.jspecify.annotations.NullMarked
package danvan.desk;
