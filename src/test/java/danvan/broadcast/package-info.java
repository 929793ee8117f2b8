@org.jspecify.annotations.NullMarked
package danvan.broadcast;
