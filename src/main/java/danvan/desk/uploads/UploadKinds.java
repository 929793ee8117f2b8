package danvan.desk.uploads;

import danvan.desk.port.Handed;
import danvan.workbook.ReviewedFiles;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of files that are looked at before they are applied.
 *
 * @param kinds in the order of the page
 */
public record UploadKinds(List<Kind> kinds) {
    public UploadKinds {
        kinds = List.copyOf(kinds);
    }

    /**
     * One kind.
     *
     * @param files checks and applies them
     * @param given what is so now, in the form in which it may be sent in
     * @param page of the desk that shows it, below it
     */
    public record Kind(ReviewedFiles files, Handed given, String page) {
        public String name() {
            return files.kind();
        }

        /** For the browser's file chooser. */
        public String accept() {
            return String.join(",", files.endings());
        }
    }

    Optional<Kind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
