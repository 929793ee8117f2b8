/**
 * The vocabulary every room speaks: what comes in ({@link danvan.chat.Incoming}), what goes out ({@link
 * danvan.chat.Outgoing}), from whom and to whom ({@link danvan.chat.Address}, {@link danvan.chat.Person}), and the
 * texts in three languages ({@link danvan.text.Texts}).
 *
 * <p>Imports no other room. Text that goes out is {@linkplain danvan.text.Markup markup}, a small subset of HTML that
 * every channel can show; text that comes in is plain.
 */
@org.jspecify.annotations.NullMarked
package danvan.chat;
