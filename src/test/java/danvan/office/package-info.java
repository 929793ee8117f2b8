@org.jspecify.annotations.NullMarked
package danvan.office;
