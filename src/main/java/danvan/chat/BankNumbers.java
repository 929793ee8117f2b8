package danvan.chat;

import java.util.List;

/** Accounts, cards and IBANs: told by the word before them, the bank beside them, or their own check figures. */
final class BankNumbers {
    private static final int SHORTEST_ACCOUNT = 8;
    private static final int LONGEST_ACCOUNT = 19;
    private static final int SHORTEST_CARD = 16;
    private static final int SHORTEST_IBAN = 11;
    private static final int LONGEST_IBAN = 32;

    private static final List<String> CARDS = List.of(
            "card",
            "kart",
            "karti",
            "visa",
            "mastercard",
            "napas",
            "the ngan hang",
            "the tin dung",
            "the ghi no",
            "the atm");
    private static final List<String> BANKS = List.of(
            "ngan hang",
            "vietcombank",
            "vcb",
            "agribank",
            "bidv",
            "vietinbank",
            "techcombank",
            "tcb",
            "mbbank",
            "mb bank",
            "vpbank",
            "tpbank",
            "acb",
            "sacombank",
            "hdbank",
            "shb",
            "vib",
            "msb",
            "seabank",
            "lienvietpostbank",
            "lpbank",
            "bac a bank",
            "ocb",
            "eximbank",
            "kienlongbank",
            "momo",
            "ziraat",
            "vakifbank",
            "halkbank",
            "garanti",
            "akbank",
            "yapi kredi",
            "denizbank",
            "bankasi");

    private BankNumbers() {}

    /** An IBAN or a bank's card, whatever stands before it. */
    static boolean isCheckedNumber(String near, NumberRun run) {
        String digits = run.digits();
        return isIban(near, digits) || isCard(near, run, digits);
    }

    /** An account behind the word for one. */
    static boolean isNamed(String near, int length) {
        return length <= LONGEST_ACCOUNT && WordsAtNumbers.contains(near, WordsAtNumbers.BANK_WORDS);
    }

    /** A bare number beside a bank's name; a sum that the bank lent is grouped by points, or round. */
    static boolean isBesideBank(String text, String near, String after, NumberRun run) {
        String digits = run.digits();
        return digits.length() >= SHORTEST_ACCOUNT
                && digits.length() <= LONGEST_ACCOUNT
                && !digits.endsWith("000")
                && text.substring(run.start(), run.end()).indexOf('.') < 0
                && (WordsAtNumbers.contains(near, BANKS) || WordsAtNumbers.contains(after, BANKS));
    }

    private static boolean isIban(String near, String digits) {
        if (digits.length() < SHORTEST_IBAN || digits.length() > LONGEST_IBAN) {
            return false;
        }
        int end = near.length();
        int begin = end - 2;
        boolean country = begin >= 0
                && isLetter(near.charAt(begin))
                && isLetter(near.charAt(begin + 1))
                && (begin == 0 || !Character.isLetter(near.charAt(begin - 1)));
        return (country && near.endsWith("tr") && digits.length() == 24)
                || (country && isChecked(near.substring(begin), digits))
                || WordsAtNumbers.contains(near, List.of("iban"));
    }

    /** ISO 13616: the country and the check figures put behind, letters as numbers, the rest by 97 is 1. */
    private static boolean isChecked(String country, String digits) {
        String turned = digits.substring(2)
                + (country.charAt(0) - 'a' + 10)
                + (country.charAt(1) - 'a' + 10)
                + digits.substring(0, 2);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            rest = (rest * 10 + turned.charAt(i) - '0') % 97;
        }
        return rest == 1;
    }

    private static boolean isCard(String near, NumberRun run, String digits) {
        if (digits.length() < SHORTEST_CARD || digits.length() > LONGEST_ACCOUNT) {
            return false;
        }
        boolean inFours = run.groups().size() == 4 && run.groups().stream().allMatch(group -> group.length() == 4);
        return WordsAtNumbers.contains(near, CARDS)
                || (inFours && "34569".indexOf(digits.charAt(0)) >= 0 && isLuhn(digits));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int figure = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? figure : figure * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'a' && sign <= 'z';
    }
}
