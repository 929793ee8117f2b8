package danvan.chat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds in free text what must not be in a report or a question that others read: numbers that name a person, and secrecy marks. It errs towards
 * asking: the person can write the sentence again.
 */
public final class PersonalData {
    /** What was found. */
    public enum Kind {
        /** A citizen's ID: 12 digits (since 2016), or 9 behind the word. */
        ID_NUMBER,
        /** A mobile or fixed number: 0 or +84 and nine or ten digits. */
        PHONE,
        /** A bank account behind its word. */
        BANK_ACCOUNT,
        /** MẬT, TỐI MẬT, TUYỆT MẬT as a mark (Law on Protection of State Secrets 2018, Article 8). */
        SECRET
    }

    private static final String GAP = "[ .-]?";
    private static final Pattern ID = Pattern.compile("(?<!\\d)\\d{3}" + GAP + "\\d{3}" + GAP + "\\d{3}" + GAP
            + "\\d{3}(?!\\d)|(?:cccd|cmnd|cmt|căn cước|can cuoc)\\D{0,12}\\d{9}(?!\\d)");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d.,])(?:\\+?84|0)" + GAP + "[235789](?:" + GAP + "\\d){8,9}(?![\\d])");
    private static final Pattern BANK = Pattern.compile(
            "(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|iban)\\D{0,12}\\d(?:" + GAP + "\\d){5,18}");
    private static final Pattern SECRET = Pattern.compile("(?<!\\p{L})(?:MẬT|TỐI MẬT|TUYỆT MẬT)(?!\\p{L})"
            + "|(?iu:(?<!\\p{L})(?:tối mật|tuyệt mật|độ mật|dấu mật|văn bản mật|tài liệu mật)(?!\\p{L}))");

    private PersonalData() {}

    /** The kinds found; empty where the text is clean. */
    public static Set<Kind> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        if (ID.matcher(lower).find()) {
            found.add(Kind.ID_NUMBER);
        }
        if (PHONE.matcher(lower).find()) {
            found.add(Kind.PHONE);
        }
        if (BANK.matcher(lower).find()) {
            found.add(Kind.BANK_ACCOUNT);
        }
        if (SECRET.matcher(text).find()) {
            found.add(Kind.SECRET);
        }
        return found;
    }
}
