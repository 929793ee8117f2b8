package danvan.form.input;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.form.Choice;
import danvan.form.Outcome;
import danvan.patterns.DeepText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people type numbers, days, times and choices. */
class TypedAnswersTest {
    private static final LocalDate TUESDAY = LocalDate.of(2024, 1, 2);

    private static final List<Choice> FRUIT = List.of(
            new Choice("a", "Ổi"),
            new Choice("b", "Nhãn"),
            new Choice("c", "Nhãn lồng"),
            new Choice("10", "Đu đủ"),
            new Choice("e", "Đu Đu"));

    private static String read(ParsedAnswer reading) {
        return reading instanceof ParsedAnswer.Understood understood
                ? String.join(" ", understood.values())
                : ((ParsedAnswer.Refused) reading).reason().name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "1.200|1200",
                "1 200|1200",
                "1\u00A0200\u202F000|1200000",
                "1,200|1200",
                "1.200.000|1200000",
                "+7|7",
                "-7|-7",
                "\u22127|-7",
                "007|7",
                "１２|12",
                "2147483647|2147483647",
                "2147483648|NUMBER_TOO_LARGE",
                "99999999999999999999|NUMBER_TOO_LARGE",
                "12,5|NOT_WHOLE_NUMBER",
                "1.20|NOT_WHOLE_NUMBER",
                "1.200,000|NOT_WHOLE_NUMBER",
                "mười hai|12",
                "12 người|12",
                "15người.|15",
                "khoảng 30|30",
                "dạ 15 người ạ|15",
                "1 200 người|1200",
                "1.200 hộ dân|1200",
                "2 nghìn|2000",
                "1,5 triệu đồng|1500000",
                "2 triệu rưỡi|2500000",
                "3 chục|30",
                "500 m2|500",
                "5 năm|5",
                "mười lăm người|15",
                "hai mươi mốt hộ|21",
                "hai muoi lam|25",
                "ba trăm linh năm|305",
                "một nghìn hai trăm|1200",
                "chín chục|90",
                "một triệu rưỡi|1500000",
                "không|0",
                "không có|0",
                "tám người|8",
                "tám mươi hộ|80",
                "tầm tám hộ|8",
                "tầm 80 hộ|80",
                "yirmi beş kişi|25",
                "yaklaşık 30 kişi|30",
                "twenty five|25",
                "one hundred and five people|105",
                "about 40 people|40",
                "15 ngày nghỉ là theo quy định nào|NOT_WHOLE_NUMBER",
                "15 người?|NOT_WHOLE_NUMBER",
                "Nghị quyết 18|NOT_WHOLE_NUMBER",
                "tất cả 15 người|15",
                "Chỉ thị 05 nói gì|NOT_WHOLE_NUMBER",
                "hơn 30|NOT_WHOLE_NUMBER",
                "30 hoặc 40|NOT_WHOLE_NUMBER",
                "15-20 người|NOT_WHOLE_NUMBER",
                "15 người 3 hộ|NOT_WHOLE_NUMBER",
                "15 người hai hộ|NOT_WHOLE_NUMBER",
                "không có ai|0",
                "chưa có|NOT_WHOLE_NUMBER",
                "hiç yok|0",
                "nobody|0",
                "15.|15",
                "1.200.|1200",
                "100%|100",
                "15 %|15",
                "2k|2000",
                "1k5|1500",
                "1tr05|1050000",
                "khoảng 1tr5 đồng|1500000",
                "2 triệu 350 nghìn|2350000",
                "2 triệu 350|NOT_WHOLE_NUMBER",
                "350 nghìn 2 triệu|NOT_WHOLE_NUMBER",
                "2 nghìn 3 nghìn|NOT_WHOLE_NUMBER",
                "2 tỷ 350 triệu|NUMBER_TOO_LARGE",
                "hai mốt|21",
                "hai mươi mốt|21",
                "năm lăm hộ|55",
                "hai lâm trường|NOT_WHOLE_NUMBER",
                "hai lam|NOT_WHOLE_NUMBER",
                "twenty-five people|25",
                "ba-bốn|NOT_WHOLE_NUMBER",
                "15 người (8 nam, 7 nữ)|15",
                "15 (mười lăm)|15",
                "15 người (chưa tính khách)|NOT_WHOLE_NUMBER",
                "Đợt 1 (15 người)|NOT_WHOLE_NUMBER",
                "1O|NOT_WHOLE_NUMBER",
                "l5|NOT_WHOLE_NUMBER",
                "1l5|NOT_WHOLE_NUMBER",
                "15l|15",
                "một trăm hai|NOT_WHOLE_NUMBER",
                "một hai|NOT_WHOLE_NUMBER",
                "2 rưỡi|NOT_WHOLE_NUMBER",
                "người|NOT_WHOLE_NUMBER",
                "1tr5|1500000",
                "9 tỷ|NUMBER_TOO_LARGE",
                "-|NOT_WHOLE_NUMBER"
            })
    void wholeNumbers(String typed, String stored) {
        assertThat(read(TypedNumbers.whole(typed, "vi"))).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5|vi|12.5",
                "12.5|vi|12.5",
                "12,5|en|12.5",
                "1.200|vi|1200",
                "1.200|tr|1200",
                "1.200|en|1.2",
                "1,200|vi|1.2",
                "1,200|en|1200",
                "1.234,5|vi|1234.5",
                "1.234,5|en|1234.5",
                "1,234.5|vi|1234.5",
                "1.200.300|en|1200300",
                ",5|vi|0.5",
                "80%|vi|80",
                "100|vi|100",
                "-0,50|vi|-0.5",
                "1,2,3|vi|NOT_NUMBER",
                "rưỡi|vi|NOT_NUMBER",
                "1,5 ha|vi|1.5",
                "khoảng 2,5 km|vi|2.5",
                "1.5 hectares|en|1.5",
                "hai rưỡi|vi|2.5",
                "2 rưỡi|vi|2.5",
                "năm phẩy hai|vi|5.2",
                "ba phẩy mười bốn|vi|3.14",
                "không phẩy năm ha|vi|0.5",
                "5 phẩy 25 km|vi|5.25",
                "beş virgül iki|tr|5.2",
                "two point five|en|2.5",
                "năm phẩy|vi|NOT_NUMBER",
                "2 tỷ 350 triệu|vi|2350000000",
                "12,5.|vi|12.5",
                "1,5 hoặc 2 ha|vi|NOT_NUMBER",
                "1e9|vi|NOT_NUMBER"
            })
    void decimals(String typed, String language, String stored) {
        assertThat(read(TypedNumbers.decimal(typed, language))).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15/10/2024|2024-10-15",
                "15-10-2024|2024-10-15",
                "15.10.2024|2024-10-15",
                "15 10 2024|2024-10-15",
                "15 / 10 / 2024|2024-10-15",
                "5/1/24|2024-01-05",
                "15 10 24|2024-10-15",
                "15 October|2023-10-15",
                "20 Aralık 2023|2023-12-20",
                "mùng 3 tháng 1|2024-01-03",
                "hai ngày trước|2023-12-31",
                "cách đây 3 ngày|2023-12-30",
                "2024-10-15|2024-10-15",
                "15/10|2023-10-15",
                "3/1|2024-01-03",
                "29/2|2024-02-29",
                "ngày 15 tháng 10 năm 2024|2024-10-15",
                "ngay 15 thang 10|2023-10-15",
                "hôm nay|2024-01-02",
                "HOM NAY|2024-01-02",
                "hom qua|2024-01-01",
                "hôm kia|2023-12-31",
                "ngày mai|2024-01-03",
                "bugün|2024-01-02",
                "dün|2024-01-01",
                "yarın|2024-01-03",
                "Today|2024-01-02",
                "yesterday|2024-01-01",
                "3 ngày trước|2023-12-30",
                "3 gün önce|2023-12-30",
                "3 days ago|2023-12-30",
                "sáng nay|2024-01-02",
                "chiều qua|2024-01-01",
                "tối hôm qua ạ|2024-01-01",
                "sáng mai|2024-01-03",
                "thứ sáu tuần trước|2023-12-29",
                "t2 tuần này|2024-01-01",
                "chủ nhật tuần sau|2024-01-14",
                "geçen cuma|2023-12-29",
                "this Friday|2024-01-05",
                "last Monday|2023-12-25",
                "thứ ba ngày 2/1|2024-01-02",
                "thứ 2, 25/12/2023|2023-12-25",
                "thứ hai, 25/12/2023|2023-12-25",
                "2 tuần trước|2023-12-19",
                "3 ngày nữa|2024-01-05",
                "02012024|2024-01-02",
                "hôm qua ạ.|2024-01-01",
                "dạ 15/10/2024|2024-10-15"
            })
    void days(String typed, LocalDate day) {
        assertThat(TypedDates.date(typed, TUESDAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32/1/2024",
                "30/2",
                "15/13",
                "15",
                "mai mốt",
                "15/10/1024",
                "3 ngày",
                "2024-13-01",
                "thứ 6",
                "thứ tư ngày 2/1",
                "cuối tháng",
                "99992024",
                "thứ 2 thứ 3",
                ""
            })
    void noDays(String typed) {
        assertThat(TypedDates.date(typed, TUESDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7h30, 07:30",
        "7:30, 07:30",
        "07.30, 07:30",
        "19h, 19:00",
        "7 giờ 30 tối, 19:30",
        "7 giờ sáng, 07:00",
        "3 pm, 15:00",
        "12 am, 00:00",
        "12h trưa, 12:00",
        "1h trưa, 13:00",
        "7 rưỡi sáng, 07:30",
        "7 giờ rưỡi, 07:30",
        "7h rưỡi tối, 19:30",
        "bảy rưỡi sáng, 07:30",
        "mười hai giờ trưa, 12:00",
        "khoảng 7h30 ạ, 07:30",
        "lúc 8 giờ, 08:00",
        "tầm 8 giờ, 08:00",
        "tám giờ, 08:00",
        "8 giờ kém 15, 07:45",
        "7 giờ 30 phút., 07:30",
        "yedi buçuk, 07:30",
        "7h30', 07:30",
        "9 giờ 5 phút, 09:05",
        "9h05p, 09:05",
        "nửa đêm, 00:00",
        "giữa trưa, 12:00",
        "1 giờ đêm, 01:00",
        "11 giờ đêm, 23:00",
        "12h đêm, 00:00",
        "12 giờ tối, 00:00",
        "tối 8h, 20:00",
        "sáng 7 rưỡi, 07:30",
        "rạng sáng 2h, 02:00",
        "sabah 8, 08:00",
        "akşam yedi buçuk, 19:30",
        "gece 1, 01:00",
        "half past seven, 07:30",
        "quarter to 8, 07:45",
        "8 o'clock, 08:00",
        "8 in the evening, 20:00",
        "noon, 12:00",
        "bây giờ, 09:41",
        "23:59, 23:59"
    })
    void times(String typed, LocalTime time) {
        assertThat(TypedTimes.time(typed, LocalTime.of(9, 41, 7))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7:60", "sáng", "7h3", "25"})
    void noTimes(String typed) {
        assertThat(TypedTimes.time(typed, LocalTime.NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15/10/2024 7h30|2024-10-15T07:30",
                "7h30 hôm qua|2024-01-01T07:30",
                "hôm qua, 19:45|2024-01-01T19:45",
                "tối qua 8h|2024-01-01T20:00",
                "8h sáng mai|2024-01-03T08:00",
                "chiều mai lúc 3h|2024-01-03T15:00",
                "3h chiều nay|2024-01-02T15:00",
                "dün 3 pm|2024-01-01T15:00"
            })
    void moments(String typed, LocalDateTime moment) {
        assertThat(TypedTimes.moment(typed, TUESDAY.atTime(9, 0))).contains(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ổi|a",
                "oi|a",
                "  ỔI  |a",
                "nhãn|b",
                "nhan long|c",
                "long|c",
                "2|b",
                "2.|b",
                "4|10",
                "10|10",
                "a|a",
                "đu đủ|10",
                "Đu Đu|e",
                "du du|AMBIGUOUS_CHOICE",
                "xoài|NOT_CHOICE",
                "0|NOT_CHOICE",
                "99|NOT_CHOICE"
            })
    void oneChoice(String typed, String value) {
        assertThat(read(TypedChoices.one(typed, FRUIT))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,3|a c",
                "3 1|a c",
                "3, 1, 3|a c",
                "ổi; nhãn lồng|a c",
                "oi, 2|a b",
                "nhãn|b",
                "ổi, xoài|NOT_CHOICE"
            })
    void severalChoices(String typed, String values) {
        assertThat(read(TypedChoices.many(typed, FRUIT))).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "20,446 106,336|20.446 106.336 0.0 0.0",
                "20.446, 106.336|20.446 106.336 0.0 0.0",
                "(20.446,106.336)|20.446 106.336 0.0 0.0",
                "20°26'45.6\"N 106°20'09.6\"E|20.446 106.336 0.0 0.0",
                "20° 26′ 45,6″ N, 106° 20′ 9,6″ E|20.446 106.336 0.0 0.0",
                "20.446° N, 106.336° E|20.446 106.336 0.0 0.0",
                "20°26.76'N 106°20.16'E|20.446 106.336 0.0 0.0",
                "33°52'04\"S 151°12'36\"E|-33.867778 151.21 0.0 0.0",
                "https://www.google.com/maps?q=20.446,106.336|20.446 106.336 0.0 0.0",
                "Nhà văn hóa https://www.google.com/maps/place/X/@20.4,106.3,17z/data=!3m1!3d20.446!4d106.336|20.446 106.336 0.0 0.0",
                "https://www.google.com/maps/@20.446,106.336,15z|20.446 106.336 0.0 0.0",
                "https://www.google.com/maps/search/20.446,+106.336|20.446 106.336 0.0 0.0",
                "https://www.google.com/maps/place/20%C2%B026'45.6%22N+106%C2%B020'09.6%22E|20.446 106.336 0.0 0.0",
                "https://www.google.com/maps/search/?api=1&query=20.446%2C106.336|20.446 106.336 0.0 0.0",
                "https://www.openstreetmap.org/?mlat=20.446&mlon=106.336#map=15/20.4/106.3|20.446 106.336 0.0 0.0",
                "https://www.openstreetmap.org/#map=15/20.446/106.336|20.446 106.336 0.0 0.0",
                "https://maps.apple.com/?ll=20.446,106.336|20.446 106.336 0.0 0.0",
                "geo:20.446,106.336?z=15|20.446 106.336 0.0 0.0",
                "20.446N 106.336E|20.446 106.336 0.0 0.0",
                "N20.446 E106.336|20.446 106.336 0.0 0.0",
                "N 20°26'45.6\" E 106°20'09.6\"|20.446 106.336 0.0 0.0",
                "20°26'45.6\"B 106°20'09.6\"Đ|20.446 106.336 0.0 0.0",
                "20,446 độ Bắc, 106,336 độ Đông|20.446 106.336 0.0 0.0",
                "20 26 45.6 N 106 20 9.6 E|20.446 106.336 0.0 0.0",
                "Vĩ độ: 20,446 Kinh độ: 106,336|20.446 106.336 0.0 0.0",
                "kinh độ 106.336, vĩ độ 20.446|20.446 106.336 0.0 0.0",
                "lat 20.446 lng 106.336|20.446 106.336 0.0 0.0",
                "20.446, 106.336 nhà văn hóa thôn|20.446 106.336 0.0 0.0",
                "20.446 106.336 5 4.2|20.446 106.336 0.0 0.0",
                "20 26 46 106 20 12|NOT_PLACE",
                "20.446 106.336 thôn 3|NOT_PLACE",
                "https://yandex.com.tr/harita/?ll=106.336%2C20.446&z=15|20.446 106.336 0.0 0.0",
                "https://example.org/location?lat=20.446&long=106.336|20.446 106.336 0.0 0.0",
                "https://maps.app.goo.gl/AbCdEf123|SHORT_MAP_LINK",
                "https://example.org/x|NOT_PLACE",
                "95, 200|NOT_PLACE",
                "20.446|NOT_PLACE",
                "ở nhà văn hóa|NOT_PLACE",
                "20,446,106,336|NOT_PLACE"
            })
    void places(String typed, String stored) {
        assertThat(read(TypedPlaces.place(typed))).isEqualTo(stored);
    }

    private static final List<Choice> YES_NO = List.of(new Choice("co", "Có"), new Choice("khong", "Không"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Có.",
                "có ạ",
                "dạ có",
                "Dạ, có ạ!",
                "vâng",
                "vâng ạ",
                "được",
                "ok",
                "👍",
                "👍🏽",
                "cos",
                "có rồi",
                "đúng",
                "có chứ",
                "phải rồi ạ",
                "chắc chắn rồi",
                "dúng r",
                "tabii",
                "✓",
                "dduwowcj",
                "co1",
                "Evet",
                "yes",
                "1"
            })
    void yes(String typed) {
        assertThat(read(TypedChoices.one(typed, YES_NO))).isEqualTo("co");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ko",
                "k",
                "Không.",
                "không ạ",
                "dạ không",
                "khoong",
                "khoong cos",
                "không được",
                "k có",
                "hem có",
                "khum",
                "không phải ạ",
                "sai",
                "hayır",
                "no",
                "👎",
                "2"
            })
    void no(String typed) {
        assertThat(read(TypedChoices.one(typed, YES_NO))).isEqualTo("khong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chưa", "có thể", "không biết", "có hay không", "có?", "?", "."})
    void neitherYesNorNo(String typed) {
        assertThat(read(TypedChoices.one(typed, YES_NO))).isEqualTo("NOT_CHOICE");
    }

    @Test
    void wordsForYesChooseNothingWhereTheQuestionIsNotAnsweredByYesOrNo() {
        assertThat(read(TypedChoices.one("vâng", FRUIT))).isEqualTo("NOT_CHOICE");
        assertThat(read(TypedChoices.one("ổi ạ.", FRUIT))).isEqualTo("a");
        var many = List.of(new Choice("a", "Đồng ý"), new Choice("b", "Có"), new Choice("c", "Không"));
        assertThat(read(TypedChoices.one("vâng", many))).isEqualTo("NOT_CHOICE");
    }

    /** "4 5 6" was 456, and three lines were one number. */
    @ParameterizedTest
    @ValueSource(strings = {"4 5 6", "1 2", "1\n2\n3", "1\n200", "12 34", "1 2000", "0912 345 6"})
    void severalNumbersAreNotOne(String typed) {
        assertThat(TypedNumbers.whole(typed, "vi")).isInstanceOf(ParsedAnswer.Refused.class);
        assertThat(TypedNumbers.decimal(typed, "vi")).isInstanceOf(ParsedAnswer.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1 200, 1200",
        "12 345 678, 12345678",
        "'\u200F12\u200F', 12",
        "12\u200B, 12",
        "１２, 12",
        "' 5 %', 5",
        "- 3, -3"
    })
    void blanksAreThousandsOrShowNothing(String typed, String stored) {
        assertThat(read(TypedNumbers.whole(typed, "vi"))).isEqualTo(stored);
    }

    /** "Có" chose "Chưa có mô hình", because it stands in it. */
    @Test
    void aWordIsNotReadOutOfItsOpposite() {
        var choices = List.of(
                new Choice("dung", "Đúng tiến độ"),
                new Choice("chua", "Chưa có mô hình"),
                new Choice("k", "Không ổn định"));
        for (var typed : new String[] {"có", "vâng", "có mô hình", "mô hình", "ổn định"}) {
            assertThat(TypedChoices.one(typed, choices)).as(typed).isInstanceOf(ParsedAnswer.Refused.class);
        }
        assertThat(read(TypedChoices.one("chưa", choices))).isEqualTo("chua");
        assertThat(read(TypedChoices.one("chưa có", choices))).isEqualTo("chua");
        assertThat(read(TypedChoices.one("tiến độ", choices))).isEqualTo("dung");
    }

    @Test
    void everyReasonHasWordsInEveryLanguage() {
        for (var language : List.of("vi", "tr", "en")) {
            assertThat(Arrays.stream(Outcome.Reason.values()).map(RejectionTexts.of(language)::rejected))
                    .allMatch(words -> words.endsWith(".") && words.contains(" "))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void readsDeepBrackets() {
        LocalDate today = LocalDate.of(2024, 1, 8);
        DeepText.readBy("TypedDates.date", text -> TypedDates.date(text, today));
        DeepText.readBy("TypedNumbers.whole", text -> TypedNumbers.whole(text, "vi"));
        DeepText.readBy("TypedNumbers.decimal", text -> TypedNumbers.decimal(text, "en"));
        DeepText.readBy("YesNo.read", YesNo::read);
        DeepText.readBy("TypedPlaces.place", TypedPlaces::place);
        DeepText.readBy("TypedTimes.time", text -> TypedTimes.time(text, LocalTime.NOON));
        DeepText.readBy("TypedChoices.one", text -> TypedChoices.one(text, List.of()));
        DeepText.readBy("TypedChoices.many", text -> TypedChoices.many(text, List.of()));
    }
}
