package danvan.desk.documents;

import danvan.desk.page.Query;
import danvan.desk.port.DocumentOffice.Line;
import danvan.desk.port.DocumentOffice.State;
import java.util.List;
import java.util.Map;

/**
 * The table of documents, as its template shows it.
 *
 * @param query the filters of the address
 * @param counts how many there are in each state, whatever is filtered
 * @param sure how many can be confirmed together; 0 for who may not
 * @param reading how many are still to be read
 * @param megabytes how large a file may be that is sent in
 * @param page from 1
 */
public record DocumentTable(
        Query query,
        String why,
        List<Line> lines,
        long total,
        Map<State, Long> counts,
        int sure,
        int reading,
        long megabytes,
        long page,
        long pages) {

    public boolean isIn(State state) {
        return query.all("state").contains(state.name());
    }

    public String at(long number) {
        return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
    }

    /** Behind the address of a document: where one came from. */
    public String in() {
        String text = query.toString();
        return text.isEmpty() ? "" : "?in=" + Query.encoded(text);
    }
}
