/** The units at the desk: the tree of those that are and were, with their days, successors and members. */
@org.jspecify.annotations.NullMarked
package danvan.desk.units;
