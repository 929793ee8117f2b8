@org.jspecify.annotations.NullMarked
package danvan.glossary;
