/** Several bots as processes of their own on one PostgreSQL server, killed and cut off at random. */
@org.jspecify.annotations.NullMarked
package danvan.cluster;
