/**
 * What a member may ask of what is kept of them: to read it ({@code /mydata}) and to have it deleted ({@code /forgetme}). {@link
 * danvan.privacy.PersonalColumns} says of every column that names a member or a chat what becomes of it, for all rooms in one
 * place: a table that is left out would keep what was promised to go, and a test compares the list with the tables there are.
 */
@org.jspecify.annotations.NullMarked
package danvan.privacy;
