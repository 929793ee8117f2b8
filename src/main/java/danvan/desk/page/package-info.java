/** What all pages of the desk have in common: the frame around them, how they are rendered, how they refuse. */
@org.jspecify.annotations.NullMarked
package danvan.desk.page;
