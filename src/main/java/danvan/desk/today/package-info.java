/** The first page: what waits for who looks, as numbers that lead to lists. */
@org.jspecify.annotations.NullMarked
package danvan.desk.today;
