/** What does not go as it should: messages and copies that did not arrive, and how the bot is. */
@org.jspecify.annotations.NullMarked
package danvan.desk.health;
