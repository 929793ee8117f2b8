/**
 * What a document says of itself, by the forms of the Vietnamese administration and the Party: number, kind, issuer, days,
 * title, signer, and what it does to others. {@link danvan.library.imports.recognition.FirstPage} reads it, each field with
 * the words it was read from. May import: {@code document}, {@code structure}.
 */
@org.jspecify.annotations.NullMarked
package danvan.library.imports.recognition;
