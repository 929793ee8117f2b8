package danvan.chat;

import danvan.chat.PersonalData.Kind;
import java.util.List;
import java.util.Optional;

/** Tells whose a number is: a person's, or money, a document's, an office's. */
final class PersonalNumbers {
    private static final List<String> ID_WORDS = List.of(
            "cccd",
            "cmnd",
            "cmt",
            "cmtnd",
            "can cuoc",
            "chung minh nhan dan",
            "chung minh thu",
            "dinh danh ca nhan",
            "so dinh danh",
            "ma dinh danh",
            "giay to tuy than",
            "id card",
            "id no",
            "id number",
            "identity",
            "citizen id",
            "national id",
            "kimlik",
            "kimlig",
            "tckn",
            "t.c.",
            "tc no",
            "gplx",
            "giay phep lai xe",
            "bang lai",
            "ehliyet",
            "driving licence",
            "driver's licence",
            "driving license",
            "ma so thue ca nhan",
            "mst ca nhan");
    private static final List<String> PASSPORT_WORDS = List.of("ho chieu", "passport", "pasaport");
    private static final List<String> INSURANCE_WORDS = List.of(
            "bhxh", "bhyt", "bao hiem xa hoi", "bao hiem y te", "social insurance", "health insurance", "sgk no");
    private static final List<String> BANK_WORDS = List.of(
            "stk",
            "so tai khoan",
            "so tk",
            "tai khoan",
            "iban",
            "account no",
            "account number",
            "bank account",
            "hesap no",
            "hesap numaras",
            "hesab",
            "chuyen khoan",
            "account:",
            "so the",
            "the atm");
    private static final List<String> PHONE_WORDS = List.of(
            "sdt",
            "so dt",
            "dtdd",
            "dien thoai",
            "so may",
            "zalo",
            "viber",
            "whatsapp",
            "phone",
            "mobile",
            "cell",
            "tel",
            "telefon",
            "cep",
            "lien he",
            "goi so",
            "goi cho",
            "alo");
    private static final List<String> OFFICES = List.of(
            "ubnd",
            "uy ban",
            "cong an",
            "tram y te",
            "van phong",
            "mot cua",
            "trung tam",
            "benh vien",
            "buu dien",
            "toa an",
            "vien kiem sat",
            "tiep cong dan",
            "dien luc",
            "phong ",
            "so noi vu",
            "so tu phap",
            "mat tran",
            "dang uy",
            "huyen uy",
            "tinh uy",
            "ban dan van",
            "hoi dong",
            "truong hoc",
            "truong tieu hoc",
            "truong trung hoc",
            "truong thcs",
            "truong thpt",
            "truong mam non",
            "co quan",
            "tru so",
            "kaymakam",
            "belediye",
            "muhtarlik",
            "hastane",
            "jandarma",
            "valilik",
            "mudurlug",
            "karakol",
            "office",
            "police",
            "clinic",
            "hospital",
            "committee",
            "headquarters",
            "switchboard",
            "front desk",
            "town hall",
            "school");
    private static final List<String> HOTLINES = List.of(
            "duong day nong",
            "hotline",
            "tong dai",
            "truc ban",
            "so truc",
            "dien thoai truc",
            "danisma hatt",
            "ihbar hatt",
            "acil hat",
            "nobetci",
            "duty phone",
            "duty officer",
            "helpline",
            "help line",
            "santral");
    private static final List<String> CODES = List.of(
            "mst",
            "ma so thue",
            "tax code",
            "tax no",
            "tax number",
            "vergi no",
            "vergi numaras",
            "ma don",
            "van don",
            "buu gui",
            "seri",
            "hop dong",
            "contract",
            "sozlesme",
            "invoice",
            "fatura",
            "hoa don",
            "bien lai",
            "receipt",
            "ma ho so",
            "so ho so",
            "dosya",
            "basvuru no",
            "application no",
            "reference",
            "ma vach",
            "barcode",
            "barkod",
            "isbn",
            "toa do",
            "koordinat",
            "coordinate",
            "so hieu",
            "ma so doanh nghiep",
            "dang ky kinh doanh",
            "ma cong trinh",
            "ma du an",
            "project code",
            "takip no",
            "tracking",
            "serial",
            "cong to",
            "dong ho nuoc",
            "ma khach hang",
            "customer",
            "abone no",
            "sayac",
            "ma don hang",
            "order no",
            "order number",
            "siparis",
            "case no",
            "so thu tu",
            "so van ban",
            "so cong van",
            "so quyet dinh",
            "nguon von",
            "ma lop",
            "so bao danh",
            "so luu tru");
    private static final List<String> UNITS = List.of(
            "nguoi",
            "ho",
            "nhan khau",
            "luot",
            "cong dan",
            "the",
            "ha",
            "m2",
            "km",
            "km2",
            "kg",
            "tan",
            "cay",
            "phieu",
            "people",
            "persons",
            "households",
            "citizens",
            "million",
            "kisi",
            "hane",
            "vatandas",
            "milyon",
            "oy",
            "votes");
    private static final List<String> TITLES = List.of(
            "ong", "anh", "chi", "em", "chau", "bac", "hanim", "bey", "teyze", "amca", "mr", "mrs", "ms", "miss", "her",
            "his");
    /** Money, which is written with any figure in front; of other things nobody counts so many that begin with 0. */
    private static final List<String> MONEY =
            List.of("dong", "d", "vnd", "trieu", "ty", "nghin", "usd", "tl", "lira", "eur", "euro");

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
        if (isIban() || (length <= 19 && says(near, BANK_WORDS) && !isCode())) {
            return Optional.of(Kind.BANK_ACCOUNT);
        }
        if (isId(length)) {
            return Optional.of(Kind.ID_NUMBER);
        }
        return isPhone() ? Optional.of(Kind.PHONE) : Optional.empty();
    }

    private boolean isIban() {
        return near.endsWith("tr") && !endsInLetter(near, 2) && run.digits().length() == 24;
    }

    private boolean isId(int length) {
        if (letters(1) && says(near, PASSPORT_WORDS) && (length == 7 || length == 8)) {
            return true;
        }
        if (letters(2) && length == 13 && says(far, INSURANCE_WORDS)) {
            return true;
        }
        boolean named = says(near, ID_WORDS);
        if (isCoded() || (!named && isCode())) {
            return false;
        }
        if (named && (length == 9 || (length == 10 && isCode()) || length == 11 || length == 12)) {
            return true;
        }
        if (says(near, INSURANCE_WORDS) && (length == 10 || length == 13)) {
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
        return province >= 1 && province <= 96 && run.groups().stream().allMatch(group -> group.length() >= 3);
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

    private boolean isPhone() {
        List<String> groups = run.groups();
        boolean named = says(near, PHONE_WORDS) || says(after(), PHONE_WORDS);
        for (int i = 0; i < groups.size(); i++) {
            StringBuilder digits = new StringBuilder();
            for (int j = i; j < groups.size() && digits.length() < 15; j++) {
                digits.append(groups.get(j));
                boolean ends = j == groups.size() - 1 || groups.get(j + 1).startsWith("0");
                Optional<Boolean> mobile = ends
                        ? PhoneForm.mobile(groups.subList(i, j + 1), run.plus() && i == 0, named)
                        : Optional.empty();
                if (mobile.isPresent()) {
                    return isPersons(mobile.get());
                }
            }
        }
        return false;
    }

    private boolean isPersons(boolean mobile) {
        if (isCoded() || isCode()) {
            return false;
        }
        return !isOf(HOTLINES) && (mobile || !isOf(OFFICES));
    }

    /** Whether it is an office's: such a word stands before it, with nobody's title between, or right behind it. */
    private boolean isOf(List<String> offices) {
        int word = last(far, offices);
        return (word >= 0 && last(far.substring(word), TITLES) < 0) || says(after(), offices);
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
        int word = last(near, CODES);
        return word >= 0 && near.indexOf(',', word) < 0;
    }

    /** Part of a code such as BC-2024-0001 or 0912345678/QĐ-UBND. */
    private boolean isCoded() {
        if (!near.isEmpty() && !near.endsWith(" ") && !endsInWord()) {
            char last = near.charAt(near.length() - 1);
            boolean joins = last == '-' || last == '/' || last == '_' || last == '.';
            if (Character.isLetter(last)
                    || (joins && endsInLetter(near, 1))
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
        int end = near.length();
        while (end > 0 && !Character.isLetter(near.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(near.charAt(begin - 1))) {
            begin--;
        }
        String word = near.substring(begin, end);
        return says(word, PHONE_WORDS)
                || says(word, ID_WORDS)
                || says(word, BANK_WORDS)
                || word.equals("dt")
                || word.equals("so")
                || word.equals("no");
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
        return MONEY.contains(unit) || (counted && (UNITS.contains(unit) || text.startsWith("nhan khau", at)));
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

    private static boolean says(String words, List<String> any) {
        return last(words, any) >= 0;
    }

    /** Where the last of these words stands; less than 0 where none does. */
    private static int last(String words, List<String> any) {
        int last = -1;
        for (String word : any) {
            int at = words.lastIndexOf(word);
            while (at >= 0) {
                boolean whole = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
                int end = at + word.length();
                boolean closed = word.length() > 4 || end == words.length() || !Character.isLetter(words.charAt(end));
                if (whole && closed) {
                    last = Math.max(last, at);
                    break;
                }
                at = at == 0 ? -1 : words.lastIndexOf(word, at - 1);
            }
        }
        return last;
    }
}
