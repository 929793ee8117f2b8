/**
 * How sure the library is that a ranked passage answers: {@link danvan.library.confidence.EvidenceExtractor} says what
 * speaks for it, {@link danvan.library.confidence.Confidence} weighs that, and
 * {@link danvan.library.confidence.ThresholdCalibrator} sets the threshold by the library's own headings.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.confidence;
