package danvan.library.index;

import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Some of the passages: those of a document, those that name one. */
public final class PassageFilter {
    public static final PassageFilter NONE = new PassageFilter(new MatchNoDocsQuery());

    private final Query query;

    PassageFilter(Query query) {
        this.query = query;
    }

    Query query() {
        return query;
    }

    static PassageFilter anyOf(List<Query> queries) {
        if (queries.isEmpty()) {
            return NONE;
        }
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
        return new PassageFilter(any.build());
    }

    public PassageFilter or(PassageFilter other) {
        if (query instanceof MatchNoDocsQuery) {
            return other;
        }
        return other.query instanceof MatchNoDocsQuery ? this : anyOf(List.of(query, other.query));
    }

    /** What is in the one and not in the other. */
    static PassageFilter without(Query query, Query other) {
        return new PassageFilter(new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(other, BooleanClause.Occur.MUST_NOT)
                .build());
    }
}
