/** The phone page over real HTTP: a real server, a real database file, a real inbox. */
@org.jspecify.annotations.NullMarked
package danvan.channel.web;
