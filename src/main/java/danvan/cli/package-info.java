/**
 * The command line: {@link danvan.cli.BotCommand} is the way in, and each command has a class of its own. It starts the bot
 * or works on its files; it holds no rule of a feature.
 *
 * <p>It may import everything.
 */
@org.jspecify.annotations.NullMarked
package danvan.cli;
