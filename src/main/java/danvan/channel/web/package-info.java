/**
 * The phone page: the same chat in a browser, by a personal link, for members whose network blocks Telegram. {@link
 * danvan.channel.web.PhonePage} serves it and is the outbox's courier for the channel {@code web}; what a link opens is
 * answered by {@link danvan.channel.web.Links}.
 *
 * <p>The log ({@code web_log}) is the mailbox: a message is delivered when it stands there, whether or not anybody looks.
 * Every new or edited row gets the chat's next change number. A page that watches names the last change it has seen, and
 * is sent what is newer: when it comes, and in the same way after it was away. So nothing is missed, and the order of
 * pushing does not matter.
 *
 * <p>What a member says is logged, then kept by the inbox, then acknowledged, in this order: the bot's answer must not
 * stand above the question, and the page sends again, under the same name, what was not acknowledged. The page itself is
 * in {@code src/main/resources/web}: one script and one style sheet without anything from outside.
 *
 * <p>Imports {@code chat}, {@code inbox}, {@code outbox}, {@code config} and, for its log, {@code storage}. Javalin is at
 * home here. It takes at most {@value danvan.channel.web.Server#THREADS} threads, none of them for a page that only
 * watches.
 */
@org.jspecify.annotations.NullMarked
package danvan.channel.web;
