/** What Telegram's answers and numbers may be, without a server. */
@org.jspecify.annotations.NullMarked
package danvan.channel.telegram;
