package danvan.library.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene as its tutorial has it, and so Elasticsearch and Solr: StandardAnalyzer, BM25 with its defaults. */
public final class DefaultBm25 implements Peer {
    private static final String TEXT = "text";

    private final Analyzer analyzer = new StandardAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Builds the index. */
    public DefaultBm25(List<Text> texts) {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Text text : texts) {
                var document = new Document();
                document.add(new TextField(TEXT, text.title() + ' ' + text.body(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1); // one segment: its document numbers are the texts' places
            writer.commit();
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("building the default index in memory", e);
        }
        searcher = new IndexSearcher(reader);
    }

    @Override
    public String name() {
        return "default BM25";
    }

    @Override
    public List<Integer> search(String question, int most) {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        if (query == null) {
            return List.of();
        }
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                found.add(hit.doc);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("searching the default index", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the default index", e);
        }
    }
}
