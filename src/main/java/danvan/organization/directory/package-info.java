/**
 * Who is who, for the features: {@link danvan.organization.directory.Organization} is the one thing that they may know of
 * the room {@code organization}, which implements it over its store.
 */
@org.jspecify.annotations.NullMarked
package danvan.organization.directory;
