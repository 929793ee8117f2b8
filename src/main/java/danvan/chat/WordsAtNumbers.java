package danvan.chat;

import java.util.List;

/** The words that stand beside a number and say what it is, in small letters without marks, in three languages. */
final class WordsAtNumbers {
    static final List<String> ID_WORDS = List.of(
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
            "driving license");
    static final List<String> PASSPORT_WORDS = List.of("ho chieu", "passport", "pasaport");
    static final List<String> INSURANCE_WORDS = List.of(
            "bhxh", "bhyt", "bao hiem xa hoi", "bao hiem y te", "social insurance", "health insurance", "insurance no",
            "insurance number", "sgk", "sosyal guvenlik", "sigorta no", "sigorta sicil");
    static final List<String> BANK_WORDS = List.of(
            "stk",
            "so tai khoan",
            "so tk",
            "tai khoan",
            "iban",
            "account no",
            "account number",
            "bank account",
            "hesap no",
            "hesap num",
            "hesab",
            "chuyen khoan",
            "account",
            "acct",
            "a/c",
            "so the",
            "the atm");
    static final List<String> PHONE_WORDS = List.of(
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
            "goi",
            "alo",
            "dt",
            "nhan tin",
            "nhan cho",
            "nha may",
            "call",
            "text me",
            "dial",
            "sms",
            "arayin",
            "numaram");
    static final List<String> OFFICES = List.of(
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
            "ngan hang",
            "agribank",
            "chi nhanh",
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
    static final List<String> HOTLINES = List.of(
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
            "cagri merkezi",
            "call cent",
            "santral");
    static final List<String> CODES = List.of(
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
    static final List<String> UNITS = List.of(
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
    static final List<String> TITLES = List.of(
            "ong", "anh", "chi", "em", "chau", "bac", "hanim", "bey", "teyze", "amca", "mr", "mrs", "ms", "miss", "her",
            "his");
    /** Money, which is written with any figure in front; of other things nobody counts so many that begin with 0. */
    static final List<String> MONEY =
            List.of("dong", "d", "vnd", "trieu", "ty", "nghin", "usd", "tl", "lira", "eur", "euro");

    private WordsAtNumbers() {}

    /** Whether one of these stands in a text. */
    static boolean contains(String words, List<String> any) {
        return last(words, any) >= 0;
    }

    /** Where the last of these words stands; less than 0 where none does. */
    static int last(String words, List<String> any) {
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
