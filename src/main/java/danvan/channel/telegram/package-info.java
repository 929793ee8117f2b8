/**
 * Telegram's updates as the chat's vocabulary, and the other way round. {@link danvan.channel.telegram.Telegram} is the
 * way in: it polls, puts each batch into the inbox before it returns, and is the outbox's courier.
 *
 * <p>Imports {@code chat}, {@code inbox}, {@code outbox}, {@code config}. The TelegramBots library and OkHttp are at home
 * here; no type of theirs leaves.
 */
@org.jspecify.annotations.NullMarked
package danvan.channel.telegram;
