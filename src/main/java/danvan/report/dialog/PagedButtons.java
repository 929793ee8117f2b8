package danvan.report.dialog;

import danvan.chat.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Long lists of buttons, page by page. Pages count from 0. */
final class PagedButtons {
    /** Buttons stand two in a row while every label is this short. */
    private static final int SHORT = 16;

    private static final int LONGEST_LABEL = 60;
    /** So many numbers stand in a row. */
    private static final int NUMBERS = 4;

    private static final int PAGE = 8;
    /** One page that is a little longer is better than two. */
    private static final int LONGEST_PAGE = 10;

    private PagedButtons() {}

    /** Those of a page, or all where one page holds them. */
    static <T> List<T> of(List<T> all, int page) {
        if (all.size() <= LONGEST_PAGE) {
            return all;
        }
        int from = Math.min(Math.max(0, page) * PAGE, (all.size() - 1) / PAGE * PAGE);
        return all.subList(from, Math.min(from + PAGE, all.size()));
    }

    /** The buttons that turn pages; none where there is one page. */
    static Optional<List<Button>> turning(DialogButtons buttons, int size, int page, DialogAction action) {
        if (size <= LONGEST_PAGE) {
            return Optional.empty();
        }
        int pages = (size + PAGE - 1) / PAGE;
        int here = Math.min(Math.max(0, page), pages - 1);
        return Optional.of(List.of(
                buttons.labelled("◀️", action, (here + pages - 1) % pages),
                buttons.labelled((here + 1) + "/" + pages, DialogAction.LABEL),
                buttons.labelled("▶️", action, (here + 1) % pages)));
    }

    /** The page on which a button stands. */
    static int pageOf(int button) {
        return button / PAGE;
    }

    /** One or two in a row. */
    static List<List<Button>> rows(List<Button> buttons) {
        return rows(buttons, false);
    }

    /** The same, or as many in a row as numbers need. */
    static List<List<Button>> rows(List<Button> buttons, boolean numbers) {
        int words = buttons.stream().allMatch(button -> button.label().length() <= SHORT) ? 2 : 1;
        int wide = numbers ? NUMBERS : words;
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += wide) {
            rows.add(buttons.subList(i, Math.min(i + wide, buttons.size())));
        }
        return rows;
    }

    /** What a button can show of a label. */
    static String shortened(String label) {
        String named = label.isBlank() ? "…" : label;
        return named.length() <= LONGEST_LABEL ? named : named.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
