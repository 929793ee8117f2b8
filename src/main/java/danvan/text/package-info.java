/**
 * Languages, the texts people read, markup, and dates as people read them. Every room may use it; it uses none.
 */
@org.jspecify.annotations.NullMarked
package danvan.text;
