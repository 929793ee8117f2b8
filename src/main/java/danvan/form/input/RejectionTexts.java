package danvan.form.input;

import danvan.form.Outcome;
import danvan.form.RangeBounds;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the engine itself says, where the form's author has said nothing. Vietnamese, Turkish, else English. */
public record RejectionTexts(Map<Outcome.Reason, String> rejections) {
    private static final RejectionTexts VIETNAMESE = new RejectionTexts(Map.ofEntries(
            Map.entry(Outcome.Reason.REQUIRED, "Câu này cần có trả lời."),
            Map.entry(Outcome.Reason.CONSTRAINT, "Câu trả lời này chưa hợp lệ. Xin đồng chí xem lại."),
            Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Hãy gửi một số nguyên, ví dụ 12 hoặc 1.200."),
            Map.entry(Outcome.Reason.NOT_NUMBER, "Hãy gửi một con số, ví dụ 12 hoặc 12,5."),
            Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "Số này quá lớn."),
            Map.entry(Outcome.Reason.NOT_DATE, "Hãy gửi một ngày, ví dụ 15/10/2024 hoặc «hôm qua»."),
            Map.entry(Outcome.Reason.NOT_TIME, "Hãy gửi giờ, ví dụ 7h30 hoặc 19:45."),
            Map.entry(Outcome.Reason.NOT_CHOICE, "Hãy chọn một trong các câu trả lời có sẵn."),
            Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Có nhiều lựa chọn giống vậy. Hãy chọn một."),
            Map.entry(Outcome.Reason.NOT_PLACE, "Hãy chia sẻ vị trí, hoặc gửi tọa độ, ví dụ 20,45 106,34."),
            Map.entry(Outcome.Reason.NOT_YES_OR_NO, "Hãy trả lời «có» hoặc «không»."),
            Map.entry(Outcome.Reason.TOO_LONG, "Nội dung quá dài. Hãy viết ngắn hơn."),
            Map.entry(Outcome.Reason.FILE_WANTED, "Hãy gửi tệp hoặc ảnh cho câu này."),
            Map.entry(Outcome.Reason.WRONG_KIND, "Câu này cần một kiểu trả lời khác."),
            Map.entry(Outcome.Reason.NO_QUESTION, "Câu hỏi này không còn nữa.")));
    private static final RejectionTexts TURKISH = new RejectionTexts(Map.ofEntries(
            Map.entry(Outcome.Reason.REQUIRED, "Bu soruya yanıt gerekli."),
            Map.entry(Outcome.Reason.CONSTRAINT, "Bu yanıt geçerli değil. Lütfen yeniden bakın."),
            Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Bir tam sayı gönderin, örneğin 12 ya da 1.200."),
            Map.entry(Outcome.Reason.NOT_NUMBER, "Bir sayı gönderin, örneğin 12 ya da 12,5."),
            Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "Bu sayı çok büyük."),
            Map.entry(Outcome.Reason.NOT_DATE, "Bir tarih gönderin, örneğin 15.10.2024 ya da «dün»."),
            Map.entry(Outcome.Reason.NOT_TIME, "Bir saat gönderin, örneğin 07.30 ya da 19:45."),
            Map.entry(Outcome.Reason.NOT_CHOICE, "Verilen yanıtlardan birini seçin."),
            Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Buna benzeyen birkaç seçenek var. Birini seçin."),
            Map.entry(Outcome.Reason.NOT_PLACE, "Konum paylaşın ya da koordinat gönderin, örneğin 20,45 106,34."),
            Map.entry(Outcome.Reason.NOT_YES_OR_NO, "«Evet» ya da «hayır» diye yanıtlayın."),
            Map.entry(Outcome.Reason.TOO_LONG, "Metin çok uzun. Lütfen kısaltın."),
            Map.entry(Outcome.Reason.FILE_WANTED, "Bu soru için bir dosya ya da fotoğraf gönderin."),
            Map.entry(Outcome.Reason.WRONG_KIND, "Bu soru başka türden bir yanıt istiyor."),
            Map.entry(Outcome.Reason.NO_QUESTION, "Bu soru artık yok.")));
    private static final RejectionTexts ENGLISH = new RejectionTexts(Map.ofEntries(
            Map.entry(Outcome.Reason.REQUIRED, "This question needs an answer."),
            Map.entry(Outcome.Reason.CONSTRAINT, "This answer is not valid. Please check it."),
            Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Please send a whole number, such as 12 or 1,200."),
            Map.entry(Outcome.Reason.NOT_NUMBER, "Please send a number, such as 12 or 12.5."),
            Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "This number is too large."),
            Map.entry(Outcome.Reason.NOT_DATE, "Please send a date, day first, such as 15/10/2024, or “yesterday”."),
            Map.entry(Outcome.Reason.NOT_TIME, "Please send a time, such as 7:30 or 19:45."),
            Map.entry(Outcome.Reason.NOT_CHOICE, "Please choose one of the answers given."),
            Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Several choices look like that. Please pick one."),
            Map.entry(Outcome.Reason.NOT_PLACE, "Please share a location, or send coordinates, such as 20.45 106.34."),
            Map.entry(Outcome.Reason.NOT_YES_OR_NO, "Please answer “yes” or “no”."),
            Map.entry(Outcome.Reason.TOO_LONG, "This text is too long. Please shorten it."),
            Map.entry(Outcome.Reason.FILE_WANTED, "Please send a file or a photo for this question."),
            Map.entry(Outcome.Reason.WRONG_KIND, "This question needs another kind of answer."),
            Map.entry(Outcome.Reason.NO_QUESTION, "This question is no longer there.")));

    /** The words people use in all three languages, folded ({@link TextFolding}). */
    public static final List<String> YES =
            List.of("co", "vang", "u", "roi", "dung", "them", "evet", "e", "yes", "y", "1");

    public static final List<String> NO = List.of("khong", "ko", "k", "het", "thoi", "hayir", "h", "no", "n", "0", "2");

    public RejectionTexts {
        rejections = Map.copyOf(rejections);
    }

    public static RejectionTexts of(String language) {
        var primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return primary.equals("vi") ? VIETNAMESE : primary.equals("tr") ? TURKISH : ENGLISH;
    }

    public String range(RangeBounds bounds) {
        return rejected(Outcome.Reason.CONSTRAINT) + " " + bounds;
    }

    public String rejected(Outcome.Reason reason) {
        return rejections.getOrDefault(reason, reason.name());
    }
}
