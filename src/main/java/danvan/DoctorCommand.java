package danvan;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Doctor. */
@Command(name = "doctor", description = "Checks settings, token, database and knowledge base, and says what to mend.")
final class DoctorCommand implements Callable<Integer> {
    private final Main main;

    DoctorCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        main.config();
        return 0;
    }
}
