/**
 * Backups of the whole state in one archive, and their way back. {@link danvan.storage.backup.Backups} makes them, also beside a
 * bot at work; {@link danvan.storage.backup.Restore} checks one before it takes the place of what is there. Files of reports and
 * documents are in the database and so in the archive; the search index is derived and is not. The key of personal answers is
 * never in it: who finds a backup must not be able to read them.
 */
@org.jspecify.annotations.NullMarked
package danvan.storage.backup;
