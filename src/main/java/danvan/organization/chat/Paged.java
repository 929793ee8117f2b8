package danvan.organization.chat;

import danvan.chat.Button;
import java.util.ArrayList;
import java.util.List;

/** Lines of buttons, some at a time: Telegram takes a hundred and no more, and a province has more communes than that. */
final class Paged {
    private Paged() {}

    /** What a button does that leads to a page. */
    interface To {
        String page(int number);
    }

    /**
     * The lines of one page, and below them the ways to the pages beside it.
     *
     * @param wanted from 0; another is taken for the nearest there is
     * @param most how many lines make a page
     */
    static List<List<Button>> rows(List<List<Button>> lines, int wanted, int most, To to) {
        int pages = Math.max(1, (lines.size() + most - 1) / most);
        int page = Math.max(0, Math.min(wanted, pages - 1));
        List<List<Button>> rows =
                new ArrayList<>(lines.subList(page * most, Math.min(lines.size(), (page + 1) * most)));
        if (pages > 1) {
            List<Button> turns = new ArrayList<>();
            if (page > 0) {
                turns.add(new Button("‹ " + page + "/" + pages, to.page(page - 1)));
            }
            if (page < pages - 1) {
                turns.add(new Button((page + 2) + "/" + pages + " ›", to.page(page + 1)));
            }
            rows.add(turns);
        }
        return rows;
    }
}
