@org.jspecify.annotations.NullMarked
package danvan.library.imports;
