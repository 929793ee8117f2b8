package danvan.library.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of passages in one language by one model: int8 in an HNSW graph. Another model's are in another field, since
 * a field has one number of dimensions; they are gone when the passage is written anew.
 */
final class PassageVectors {
    /** So many passages say how near a passage is that has nothing to do with the question. */
    private static final int SAMPLE = 64;

    /** Fewer say nothing of what is near. */
    private static final int LEAST_SAMPLE = 8;

    /** The standard deviation over the median deviation, of what is normally distributed. */
    private static final double NORMAL = 1.4826;

    private final IndexSearcher searcher;
    private final String field;
    private final List<float[]> sample;

    PassageVectors(IndexSearcher searcher, String model, String language) {
        this.searcher = searcher;
        this.field = field(model, language);
        this.sample = sample();
    }

    static String field(String model, String language) {
        return Fields.field(language, "vector-" + model);
    }

    static KnnFloatVectorField of(String model, String language, float[] vector) {
        return new KnnFloatVectorField(field(model, language), vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    /** Lucene's, with vectors in one byte a dimension instead of four. */
    static Codec codec() {
        KnnVectorsFormat quantized = new Lucene99HnswScalarQuantizedVectorsFormat();
        return new Lucene912Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return quantized;
            }
        };
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("reading vectors of the search index", e);
    }

    private List<float[]> sample() {
        int every = Math.max(1, searcher.getIndexReader().maxDoc() / SAMPLE);
        List<float[]> some = new ArrayList<>();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
                int doc = values == null ? FloatVectorValues.NO_MORE_DOCS : values.nextDoc();
                while (values != null && doc != FloatVectorValues.NO_MORE_DOCS) {
                    some.add(values.vectorValue().clone());
                    int next = doc + every;
                    doc = next < leaf.reader().maxDoc() ? values.advance(next) : FloatVectorValues.NO_MORE_DOCS;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return some;
    }

    boolean isEmpty() {
        return sample.size() < LEAST_SAMPLE;
    }

    /** The ordinals of the nearest passages, the nearest first. */
    List<Integer> nearest(float[] question, int most, @Nullable Query among) {
        try {
            List<Integer> near = new ArrayList<>();
            for (ScoreDoc hit :
                    searcher.search(new KnnFloatVectorQuery(field, question, most, among), most).scoreDocs) {
                near.add(hit.doc);
            }
            return near;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** How near passages are to a question, against the run of passages. */
    Closeness to(float[] question) {
        double[] cosines = sample.stream()
                .mapToDouble(any -> VectorUtil.dotProduct(question, any))
                .toArray();
        double usual = median(cosines);
        double spread = median(
                Arrays.stream(cosines).map(cosine -> Math.abs(cosine - usual)).toArray());
        return new Closeness(ordinal -> cosine(question, ordinal), usual, NORMAL * spread);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** NaN where the passage has no vector yet. */
    private double cosine(float[] question, int ordinal) {
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                int doc = ordinal - leaf.docBase;
                if (doc >= 0 && doc < leaf.reader().maxDoc()) {
                    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
                    return values != null && values.advance(doc) == doc
                            ? VectorUtil.dotProduct(question, values.vectorValue())
                            : Double.NaN;
                }
            }
            return Double.NaN;
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
