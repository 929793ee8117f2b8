/**
 * What members and those who look after them say to the bot about themselves: {@link danvan.organization.chat.People} is the way
 * in, a feature with the commands {@code /language}, {@code /name}, {@code /invite} and {@code /web}; its desk has {@code
 * /members}.
 */
@org.jspecify.annotations.NullMarked
package danvan.organization.chat;
