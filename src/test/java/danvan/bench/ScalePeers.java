package danvan.bench;

import danvan.library.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What others would use, on disk, with its defaults. */
final class ScalePeers {
    private ScalePeers() {}

    interface Peer extends AutoCloseable {
        void add(Passage passage);

        void ready();

        void search(String question);

        @Override
        void close();
    }

    static Peer bm25(Path folder) throws IOException {
        return new Peer() {
            private final StandardAnalyzer analyzer = new StandardAnalyzer();
            private final MMapDirectory directory = new MMapDirectory(Files.createDirectories(folder));
            private final IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
            private @Nullable IndexSearcher searcher;

            @Override
            public void add(Passage passage) {
                var document = new Document();
                document.add(new TextField("text", passage.heading() + ' ' + passage.text(), Field.Store.YES));
                trying(() -> writer.addDocument(document));
            }

            @Override
            public void ready() {
                trying(() -> {
                    writer.close();
                    searcher = new IndexSearcher(DirectoryReader.open(directory));
                    return 0;
                });
            }

            @Override
            public void search(String question) {
                Query query = new QueryBuilder(analyzer).createBooleanQuery("text", question);
                if (query != null && searcher != null) {
                    IndexSearcher over = searcher;
                    trying(() -> over.search(query, 10));
                }
            }

            @Override
            public void close() {
                trying(() -> {
                    if (searcher != null) {
                        searcher.getIndexReader().close();
                    }
                    directory.close();
                    return 0;
                });
            }
        };
    }

    static Peer sqlite(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Peer() {
            private final Connection connection =
                    trying(() -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fts5.db")));
            private final PreparedStatement insert = trying(() -> {
                connection
                        .createStatement()
                        .execute("create virtual table p using fts5(title, body,"
                                + " tokenize = 'unicode61 remove_diacritics 2')");
                connection.setAutoCommit(false);
                return connection.prepareStatement("insert into p(title, body) values (?, ?)");
            });
            private final PreparedStatement query = trying(
                    () -> connection.prepareStatement("select rowid from p where p match ? order by rank limit 10"));

            @Override
            public void add(Passage passage) {
                trying(() -> {
                    insert.setString(1, passage.heading());
                    insert.setString(2, passage.text());
                    return insert.executeUpdate();
                });
            }

            @Override
            public void ready() {
                trying(() -> {
                    connection.commit();
                    return 0;
                });
            }

            @Override
            public void search(String question) {
                String words = question.codePoints()
                        .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : " ")
                        .collect(Collectors.joining())
                        .strip();
                trying(() -> {
                    query.setString(1, '"' + words.replaceAll(" +", "\" OR \"") + '"');
                    int found = 0;
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            found++;
                        }
                    }
                    return found;
                });
            }

            @Override
            public void close() {
                trying(() -> {
                    connection.close();
                    return 0;
                });
            }
        };
    }

    private interface Work<T> {
        T done() throws IOException, SQLException;
    }

    private static <T> T trying(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
