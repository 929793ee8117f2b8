package danvan.desk.members;

import danvan.chat.Role;
import danvan.desk.members.MemberOffice.Sort;
import danvan.desk.page.Query;
import danvan.organization.directory.UnitRef;
import java.util.List;
import java.util.Locale;

/**
 * The table of members, as its template shows it.
 *
 * @param query the filters of the address
 * @param units that may be typed
 * @param invitable the roles for which somebody may be invited; empty for who may not invite
 * @param page from 1
 */
public record MemberTable(
        Query query,
        List<String> problems,
        MemberOffice.Page found,
        List<UnitRef> units,
        List<Role> invitable,
        long page,
        long pages) {

    public static String column(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    /** The filter with another order: the other way round where it is the order already. */
    public String sortedBy(Sort sort) {
        boolean now = isSortedBy(sort);
        return query.with("sort", sort == Sort.NAME ? "" : column(sort))
                .with("down", now && !query.has("down") ? "on" : "")
                .written();
    }

    private boolean isSortedBy(Sort sort) {
        return query.value("sort").equals(sort == Sort.NAME ? "" : column(sort));
    }

    /** For the column's heading: {@code ascending}, {@code descending} or {@code none}. */
    public String direction(Sort sort) {
        return !isSortedBy(sort) ? "none" : query.has("down") ? "descending" : "ascending";
    }

    public String at(long number) {
        return query.with("page", number <= 1 ? "" : Long.toString(number)).written();
    }

    /** Behind the address of a member: where one came from. */
    public String in() {
        String text = query.toString();
        return text.isEmpty() ? "" : "?in=" + Query.encoded(text);
    }
}
