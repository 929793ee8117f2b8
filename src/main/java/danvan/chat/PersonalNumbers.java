package danvan.chat;

import danvan.chat.PersonalData.Kind;
import java.util.List;
import java.util.Optional;

/** Tells whose a number is: a person's, or money, a document's, an office's. */
final class PersonalNumbers {
    private static final int NEAR = 36;
    private static final int FAR = 64;

    private final String text;
    private final NumberRun run;
    private final String near;
    private final String far;

    /**
     * A number in its text.
     *
     * @param text in small letters without marks, letter for letter as the run was found in it
     */
    private PersonalNumbers(String text, NumberRun run) {
        this.text = text;
        this.run = run;
        this.near = before(NEAR);
        this.far = before(FAR);
    }

    static Optional<Kind> kind(String text, NumberRun run) {
        return new PersonalNumbers(text, run).kind();
    }

    private Optional<Kind> kind() {
        int length = run.digits().length();
        if (length < 6 || isMeasured()) {
            return Optional.empty();
        }
        if (BankNumbers.isCheckedNumber(near, run) || (BankNumbers.isNamed(near, length) && !isCode())) {
            return Optional.of(Kind.BANK_ACCOUNT);
        }
        if (isId(length)) {
            return Optional.of(Kind.ID_NUMBER);
        }
        Optional<Boolean> telephone = telephone();
        if (telephone.isPresent()) {
            return telephone.get() ? Optional.of(Kind.PHONE) : Optional.empty();
        }
        boolean account = !isCode() && !isCoded() && BankNumbers.isBesideBank(text, near, after(), run);
        return account && !isOf(WordsAtNumbers.HOTLINES) ? Optional.of(Kind.BANK_ACCOUNT) : Optional.empty();
    }

    private boolean isId(int length) {
        if (letters(1)
                && WordsAtNumbers.contains(near, WordsAtNumbers.PASSPORT_WORDS)
                && (length == 7 || length == 8)) {
            return true;
        }
        if (letters(2) && length == 13 && WordsAtNumbers.contains(far, WordsAtNumbers.INSURANCE_WORDS)) {
            return true;
        }
        if (TaxNumbers.isPersons(near, after(), length)) {
            return true;
        }
        boolean named = WordsAtNumbers.contains(near, WordsAtNumbers.ID_WORDS);
        if (isCoded() || (!named && isCode())) {
            return false;
        }
        if (named && (length == 9 || length == 11 || length == 12)) {
            return true;
        }
        if (WordsAtNumbers.contains(near, WordsAtNumbers.INSURANCE_WORDS) && (length == 10 || length == 13)) {
            return true;
        }
        return isCitizen(run) || (run.groups().size() == 1 && isTurkish(run.digits()));
    }

    /** A citizen's number: the province (001 to 096), sex and century, the year, six figures; written in threes or fours. */
    private static boolean isCitizen(NumberRun run) {
        String digits = run.digits();
        if (digits.length() != 12 || digits.charAt(0) != '0' || digits.charAt(3) > '3') {
            return false;
        }
        int province = Integer.parseInt(digits.substring(0, 3));
        boolean written =
                run.groups().size() == digits.length() || run.groups().stream().allMatch(group -> group.length() >= 3);
        return province >= 1 && province <= 96 && written;
    }

    /** Eleven figures, of which the last two are computed from the others. */
    private static boolean isTurkish(String digits) {
        if (digits.length() != 11 || digits.charAt(0) == '0') {
            return false;
        }
        int odd = 0;
        int even = 0;
        for (int i = 0; i < 9; i++) {
            int figure = digits.charAt(i) - '0';
            if (i % 2 == 0) {
                odd += figure;
            } else {
                even += figure;
            }
        }
        int tenth = Math.floorMod(odd * 7 - even, 10);
        return digits.charAt(9) - '0' == tenth && digits.charAt(10) - '0' == (odd + even + tenth) % 10;
    }

    /** Whether it is a person's telephone; empty where it is none at all. */
    private Optional<Boolean> telephone() {
        List<String> groups = run.groups();
        boolean named = WordsAtNumbers.contains(near, WordsAtNumbers.PHONE_WORDS)
                || WordsAtNumbers.contains(after(), WordsAtNumbers.PHONE_WORDS);
        for (int i = 0; i < groups.size(); i++) {
            StringBuilder digits = new StringBuilder();
            for (int j = i; j < groups.size() && digits.length() < 15; j++) {
                digits.append(groups.get(j));
                boolean ends = j == groups.size() - 1 || groups.get(j + 1).startsWith("0");
                Optional<Boolean> mobile = ends
                        ? PhoneForm.mobile(groups.subList(i, j + 1), run.plus() && i == 0, named)
                        : Optional.empty();
                if (mobile.isPresent()) {
                    return Optional.of(isPersons(mobile.get()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPersons(boolean mobile) {
        if (isCoded() || isCode()) {
            return false;
        }
        return !isOf(WordsAtNumbers.HOTLINES) && (mobile || !isOf(WordsAtNumbers.OFFICES));
    }

    /** Whether it is an office's: such a word stands before it, with nobody's title between, or right behind it. */
    private boolean isOf(List<String> offices) {
        int word = WordsAtNumbers.last(far, offices);
        return (word >= 0 && WordsAtNumbers.last(far.substring(word), WordsAtNumbers.TITLES) < 0)
                || WordsAtNumbers.contains(after(), offices);
    }

    private String after() {
        String words = text.substring(run.end(), Math.min(text.length(), run.end() + NEAR));
        int cut = 0;
        while (cut < words.length() && !NumberRun.isDigit(words.charAt(cut)) && ";.\n".indexOf(words.charAt(cut)) < 0) {
            cut++;
        }
        return words.substring(0, cut);
    }

    /** Whether what stands right before it says that it is a document's number, a contract's, a firm's. */
    private boolean isCode() {
        int word = WordsAtNumbers.last(near, WordsAtNumbers.CODES);
        return word >= 0 && near.indexOf(',', word) < 0;
    }

    /** Part of a code such as BC-2024-0001 or 0912345678/QĐ-UBND. */
    private boolean isCoded() {
        if (!near.isEmpty() && !near.endsWith(" ") && !endsInWord()) {
            char last = near.charAt(near.length() - 1);
            boolean joins = last == '-' || last == '/' || last == '_' || last == '.';
            if (Character.isLetter(last)
                    || (joins && endsInLetter(near, 1) && !(last == '-' && endsInName()))
                    || (last == '/' && near.length() > 1 && NumberRun.isDigit(near.charAt(near.length() - 2)))) {
                return true;
            }
        }
        int end = run.end();
        return end + 1 < text.length()
                && (text.charAt(end) == '/' || text.charAt(end) == '-')
                && Character.isLetter(text.charAt(end + 1));
    }

    /** Whether the word it is joined to says what it is, as in "cccd-034…" and "ĐT.0912…". */
    private boolean endsInWord() {
        String word = lastWord();
        return WordsAtNumbers.contains(word, WordsAtNumbers.PHONE_WORDS)
                || WordsAtNumbers.contains(word, WordsAtNumbers.ID_WORDS)
                || WordsAtNumbers.contains(word, WordsAtNumbers.BANK_WORDS)
                || word.equals("dt")
                || word.equals("so")
                || word.equals("no");
    }

    private String lastWord() {
        int end = near.length();
        while (end > 0 && !Character.isLetter(near.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(near.charAt(begin - 1))) {
            begin--;
        }
        return near.substring(begin, end);
    }

    /** A word is no code: "son-0912…" against "hd-0912…"; codes are short and have no vowels. */
    private boolean endsInName() {
        String word = lastWord();
        return word.length() > 2 && word.chars().anyMatch(sign -> "aeiouy".indexOf(sign) >= 0) && !word.equals("ubnd");
    }

    /** An amount: a unit stands behind it. */
    private boolean isMeasured() {
        int at = run.end();
        if (at < text.length() && (text.charAt(at) == '%' || text.charAt(at) == '₫' || text.charAt(at) == '₺')) {
            return true;
        }
        boolean decimals = at + 1 < text.length() && text.charAt(at) == ',' && NumberRun.isDigit(text.charAt(at + 1));
        boolean thousands = run.start() > 1
                && text.charAt(run.start() - 1) == ','
                && NumberRun.isDigit(text.charAt(run.start() - 2));
        if (decimals || thousands) {
            return true;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int word = at;
        while (word < text.length() && Character.isLetterOrDigit(text.charAt(word))) {
            word++;
        }
        String unit = text.substring(at, word);
        boolean counted = run.digits().charAt(0) != '0' || run.plus();
        return WordsAtNumbers.MONEY.contains(unit)
                || (counted && (WordsAtNumbers.UNITS.contains(unit) || text.startsWith("nhan khau", at)));
    }

    /** Whether so many letters, and no more, stand right before the number. */
    private boolean letters(int count) {
        return near.length() >= count
                && near.chars().skip((long) near.length() - count).allMatch(Character::isLetter)
                && !endsInLetter(near, count);
    }

    private static boolean endsInLetter(String words, int skipped) {
        int at = words.length() - skipped - 1;
        return at >= 0 && Character.isLetter(words.charAt(at));
    }

    /** What stands before the number in its sentence. */
    private String before(int most) {
        int begin = Math.max(0, run.start() - most);
        String words = text.substring(begin, run.start());
        if (words.endsWith("+")) {
            words = words.substring(0, words.length() - 1);
        }
        int cut = Math.max(words.lastIndexOf('\n'), words.lastIndexOf(';'));
        for (int stop = words.lastIndexOf(". "); stop > 0; stop = words.lastIndexOf(". ", stop - 1)) {
            // "no. 100…" and "tel. 0912…" go on.
            boolean shortened = stop < 4 || !letters(words.substring(stop - 4, stop));
            if (!shortened) {
                cut = Math.max(cut, stop + 1);
                break;
            }
        }
        return words.substring(Math.max(cut, 0));
    }

    private static boolean letters(String word) {
        return word.chars().allMatch(Character::isLetter);
    }
}
