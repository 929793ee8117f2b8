package danvan;

import danvan.cli.BotCommand;
import java.util.TimeZone;

/** Where the process begins; {@link BotCommand} reads what it is to do. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // JavaRosa and the log know no zone but the process's: the machine's own must not be it.
        System.exit(BotCommand.execute(zone -> TimeZone.setDefault(TimeZone.getTimeZone(zone)), args));
    }
}
