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
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What others would use, on disk, with its defaults. */
final class ScalePeers {
    private ScalePeers() {}

    /** A search engine over made documents. */
    interface Engine extends AutoCloseable {
        /** Puts documents in, each a list of passages. */
        void add(List<List<Passage>> documents);

        /** What was put in is found, and outlives the process. */
        void ready();

        /** What it does once much has been put in, while it is searched already. */
        default void settle() {}

        /** Whether it gives an answer. */
        boolean search(String question);

        /** Puts a document in the place of its former text: shown and safe. */
        void change(List<Passage> document);

        @Override
        void close();
    }

    static Engine bm25(Path folder) {
        return new Engine() {
            private final StandardAnalyzer analyzer = new StandardAnalyzer();
            private final MMapDirectory directory = trying(() -> new MMapDirectory(Files.createDirectories(folder)));
            private final IndexWriter writer =
                    trying(() -> new IndexWriter(directory, new IndexWriterConfig(analyzer)));
            private IndexSearcher searcher = trying(() -> new IndexSearcher(DirectoryReader.open(writer)));

            @Override
            public void add(List<List<Passage>> documents) {
                documents.forEach(document -> trying(() -> writer.addDocuments(fields(document))));
            }

            private List<Document> fields(List<Passage> document) {
                return document.stream()
                        .map(passage -> {
                            var fields = new Document();
                            fields.add(new StringField("document", passage.documentId(), Field.Store.NO));
                            fields.add(
                                    new TextField("text", passage.heading() + ' ' + passage.text(), Field.Store.YES));
                            return fields;
                        })
                        .toList();
            }

            @Override
            public void ready() {
                trying(() -> {
                    writer.commit();
                    searcher.getIndexReader().close();
                    searcher = new IndexSearcher(DirectoryReader.open(writer));
                    return 0;
                });
            }

            @Override
            public boolean search(String question) {
                Query query = new QueryBuilder(analyzer).createBooleanQuery("text", question);
                return query != null && trying(() -> searcher.search(query, 10)).scoreDocs.length > 0;
            }

            @Override
            public void change(List<Passage> document) {
                trying(() -> writer.updateDocuments(
                        new Term("document", document.get(0).documentId()), fields(document)));
                ready();
            }

            @Override
            public void close() {
                trying(() -> {
                    searcher.getIndexReader().close();
                    writer.close();
                    directory.close();
                    return 0;
                });
            }
        };
    }

    static Engine sqlite(Path folder) {
        return new Engine() {
            /** A document's rows have the numbers from its own on. */
            private static final int ROWS = 1_000;

            private final Connection connection = trying(() -> {
                Files.createDirectories(folder);
                Connection opened = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fts5.db"));
                opened.createStatement()
                        .execute("create virtual table if not exists p using fts5(title, body,"
                                + " tokenize = 'unicode61 remove_diacritics 2')");
                opened.setAutoCommit(false);
                return opened;
            });
            private final PreparedStatement insert =
                    trying(() -> connection.prepareStatement("insert into p(rowid, title, body) values (?, ?, ?)"));
            private final PreparedStatement delete =
                    trying(() -> connection.prepareStatement("delete from p where rowid between ? and ?"));
            private final PreparedStatement query = trying(
                    () -> connection.prepareStatement("select rowid from p where p match ? order by rank limit 10"));

            @Override
            public void add(List<List<Passage>> documents) {
                documents.forEach(document -> {
                    for (int place = 0; place < document.size(); place++) {
                        Passage passage = document.get(place);
                        long row = row(document) + place;
                        trying(() -> {
                            insert.setLong(1, row);
                            insert.setString(2, passage.heading());
                            insert.setString(3, passage.text());
                            return insert.executeUpdate();
                        });
                    }
                });
            }

            private static long row(List<Passage> document) {
                return ROWS * Long.parseLong(document.get(0).documentId().substring(1));
            }

            @Override
            public void ready() {
                trying(() -> {
                    connection.commit();
                    return 0;
                });
            }

            @Override
            public boolean search(String question) {
                String words = question.codePoints()
                        .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : " ")
                        .collect(Collectors.joining())
                        .strip();
                return trying(() -> {
                    query.setString(1, '"' + words.replaceAll(" +", "\" OR \"") + '"');
                    int found = 0;
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            found++;
                        }
                    }
                    return found > 0;
                });
            }

            @Override
            public void change(List<Passage> document) {
                trying(() -> {
                    delete.setLong(1, row(document));
                    delete.setLong(2, row(document) + ROWS - 1);
                    return delete.executeUpdate();
                });
                add(List.of(document));
                ready();
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
