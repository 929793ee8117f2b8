package danvan.library.imports.desk;

import danvan.chat.Button;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits for the office, and what is live or was withdrawn, a page at a time. */
final class DocumentLists {
    private static final int A_PAGE = 8;

    private final Documents documents;

    DocumentLists(Documents documents) {
        this.documents = documents;
    }

    Reply waiting(Turn turn, int page) {
        List<Documents.Paper> waiting = documents.waiting();
        List<List<Button>> rows = new ArrayList<>();
        page(waiting, page).forEach(paper -> rows.add(List.of(listed(paper))));
        pages(turn, waiting.size(), page, DocumentAct.WAITING_LIST).ifPresent(rows::add);
        long sure = documents.sure().size();
        if (sure > 1) {
            rows.add(List.of(new Button(
                    turn.plain("office.allSure", "count", sure), DocumentAct.ACTIONS.action(DocumentAct.ALL_SURE, 0))));
        }
        rows.add(List.of(
                new Button(turn.plain("office.heldDocuments"), DocumentAct.ACTIONS.action(DocumentAct.HELD, 0))));
        return Reply.say(
                waiting.isEmpty()
                        ? turn.say("office.nothingWaits")
                        : turn.say("office.waiting", "count", waiting.size()),
                rows);
    }

    Reply held(Turn turn, int page) {
        List<Documents.Paper> held = documents.held();
        List<List<Button>> rows = new ArrayList<>();
        page(held, page)
                .forEach(paper -> rows.add(List.of(new Button(
                        DocumentCard.cut((paper.withdrawn() ? "⛔ " : "📄 ") + paper.title(), 60),
                        DocumentAct.ACTIONS.action(DocumentAct.CARD, paper.id())))));
        pages(turn, held.size(), page, DocumentAct.HELD).ifPresent(rows::add);
        return Reply.say(
                held.isEmpty() ? turn.say("office.noneHeld") : turn.say("office.held", "count", held.size()), rows);
    }

    static Button listed(Documents.Paper paper) {
        return new Button(
                DocumentCard.cut((paper.isSure() ? "" : "❓ ") + paper.fileName(), 60),
                DocumentAct.ACTIONS.action(DocumentAct.SHOW, paper.id()));
    }

    private static List<Documents.Paper> page(List<Documents.Paper> all, int page) {
        int from = Math.min(all.size(), Math.max(0, page) * A_PAGE);
        return all.subList(from, Math.min(all.size(), from + A_PAGE));
    }

    private static Optional<List<Button>> pages(Turn turn, int size, int page, DocumentAct act) {
        List<Button> buttons = new ArrayList<>();
        if (page > 0) {
            buttons.add(new Button(turn.plain("office.earlier"), DocumentAct.ACTIONS.action(act, page - 1)));
        }
        if ((page + 1) * A_PAGE < size) {
            buttons.add(new Button(turn.plain("office.later"), DocumentAct.ACTIONS.action(act, page + 1)));
        }
        return Optional.of(buttons).filter(row -> !row.isEmpty());
    }
}
