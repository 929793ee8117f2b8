package danvan;

import danvan.config.Config;
import danvan.storage.backup.Backups;
import danvan.storage.backup.NightlyBackup;

/** What whoever looks after the bot needs: backups, and how it is. */
final class OperationsWiring {
    private OperationsWiring() {}

    /** A rehearsal has nothing to lose. */
    static void scheduleBackups(Core core) {
        Config.Operations settings = core.config.operations();
        if (!core.config.rehearsal() && settings.backupsKept() > 0) {
            core.scheduler.daily(
                    "backup",
                    NightlyBackup.HOUR,
                    core.config.zone(),
                    new NightlyBackup(new Backups(core.config, core.realTime), settings.backupsKept(), core.realTime));
        }
    }
}
