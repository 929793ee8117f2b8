package danvan.report.dialog;

import danvan.report.store.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of repetitions. */
final class RepeatFiles {
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,9})]\\z");

    private RepeatFiles() {}

    /**
     * The files of a draft from which a repetition was taken away: without its own, and with the refs for those of later
     * ones that their answers have now.
     */
    static List<Attachment> movedUp(List<Attachment> files, String place) {
        Matcher last = NUMBER.matcher(place);
        boolean numbered = last.find();
        int gone = numbered ? Integer.parseInt(last.group(1)) : 1;
        String base = numbered ? place.substring(0, last.start()) : place;
        Pattern inside = Pattern.compile(Pattern.quote(base) + "(?:\\[(\\d+)])?(/.*)");
        List<Attachment> left = new ArrayList<>();
        for (Attachment file : files) {
            int number = number(inside, file.ref());
            if (number < gone) {
                left.add(file);
            } else if (number > gone) {
                String tail = file.ref().substring(file.ref().indexOf('/', base.length()));
                left.add(file.at(base + (number == 2 ? "" : "[" + (number - 1) + "]") + tail));
            }
        }
        return List.copyOf(left);
    }

    /** Which repetition a ref stands in; 0 where in none. */
    private static int number(Pattern inside, String ref) {
        Matcher matcher = inside.matcher(ref);
        return !matcher.matches() ? 0 : matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    }
}
