/**
 * The way in to the desk, without passwords. The PC shows a code and a number; the member tells the code to the bot, which
 * describes the PC and asks which number it shows; only then does the PC get its cookie. {@link
 * danvan.desk.session.EntryFeature} is the bot's side, {@link danvan.desk.session.Entrance} the PC's. Codes and cookies are kept as
 * hashes. Who somebody is, is read anew at each request: a role that fell, a member who left and ways in that were ended
 * end the session with it.
 */
@org.jspecify.annotations.NullMarked
package danvan.desk.session;
