/**
 * How the bot is, in figures: counted as things happen, or asked for when a monitoring system comes. {@link
 * danvan.monitoring.Meters} knows the names; Micrometer is at home here. No figure names a person, a chat or a secret.
 */
@org.jspecify.annotations.NullMarked
package danvan.monitoring;
