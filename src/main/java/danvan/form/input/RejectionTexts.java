package danvan.form.input;

import danvan.form.Outcome;
import danvan.form.RangeBounds;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the engine itself says, where the form's author has said nothing. Vietnamese, Turkish, else English. */
public record RejectionTexts(Map<Outcome.Reason, String> rejections, String suchAs, String or) {
    private static final String EXAMPLES = "{examples}";

    private static final RejectionTexts VIETNAMESE = new RejectionTexts(
            Map.ofEntries(
                    Map.entry(Outcome.Reason.REQUIRED, "Câu này cần có trả lời."),
                    Map.entry(Outcome.Reason.CONSTRAINT, "Câu trả lời này chưa hợp lệ. Xin đồng chí xem lại."),
                    Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Hãy gửi một số nguyên{examples}."),
                    Map.entry(Outcome.Reason.NOT_NUMBER, "Hãy gửi một con số{examples}."),
                    Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "Số này quá lớn."),
                    Map.entry(Outcome.Reason.NOT_DATE, "Hãy gửi một ngày{examples}."),
                    Map.entry(Outcome.Reason.NOT_TIME, "Hãy gửi giờ{examples}."),
                    Map.entry(Outcome.Reason.NOT_CHOICE, "Hãy chọn một trong các câu trả lời có sẵn."),
                    Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Có nhiều lựa chọn giống vậy. Hãy chọn một."),
                    Map.entry(Outcome.Reason.NOT_PLACE, "Hãy chia sẻ vị trí, hoặc gửi tọa độ, ví dụ 20,45 106,34."),
                    Map.entry(
                            Outcome.Reason.SHORT_MAP_LINK,
                            "Đường dẫn rút gọn không chứa tọa độ. Hãy mở bản đồ, chép tọa độ rồi gửi, hoặc chia sẻ vị trí."),
                    Map.entry(Outcome.Reason.NOT_YES_OR_NO, "Hãy trả lời «có» hoặc «không»."),
                    Map.entry(Outcome.Reason.TOO_LONG, "Nội dung quá dài. Hãy viết ngắn hơn."),
                    Map.entry(Outcome.Reason.FILE_WANTED, "Hãy gửi tệp hoặc ảnh cho câu này."),
                    Map.entry(Outcome.Reason.WRONG_KIND, "Câu này cần một kiểu trả lời khác."),
                    Map.entry(Outcome.Reason.NO_QUESTION, "Câu hỏi này không còn nữa.")),
            ", ví dụ ",
            " hoặc ");
    private static final RejectionTexts TURKISH = new RejectionTexts(
            Map.ofEntries(
                    Map.entry(Outcome.Reason.REQUIRED, "Bu soruya yanıt gerekli."),
                    Map.entry(Outcome.Reason.CONSTRAINT, "Bu yanıt geçerli değil. Lütfen yeniden bakın."),
                    Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Bir tam sayı gönderin{examples}."),
                    Map.entry(Outcome.Reason.NOT_NUMBER, "Bir sayı gönderin{examples}."),
                    Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "Bu sayı çok büyük."),
                    Map.entry(Outcome.Reason.NOT_DATE, "Bir tarih gönderin{examples}."),
                    Map.entry(Outcome.Reason.NOT_TIME, "Bir saat gönderin{examples}."),
                    Map.entry(Outcome.Reason.NOT_CHOICE, "Verilen yanıtlardan birini seçin."),
                    Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Buna benzeyen birkaç seçenek var. Birini seçin."),
                    Map.entry(
                            Outcome.Reason.NOT_PLACE, "Konum paylaşın ya da koordinat gönderin, örneğin 20,45 106,34."),
                    Map.entry(
                            Outcome.Reason.SHORT_MAP_LINK,
                            "Kısa bağlantıda koordinat yok. Haritayı açıp koordinatları kopyalayın ya da konum paylaşın."),
                    Map.entry(Outcome.Reason.NOT_YES_OR_NO, "«Evet» ya da «hayır» diye yanıtlayın."),
                    Map.entry(Outcome.Reason.TOO_LONG, "Metin çok uzun. Lütfen kısaltın."),
                    Map.entry(Outcome.Reason.FILE_WANTED, "Bu soru için bir dosya ya da fotoğraf gönderin."),
                    Map.entry(Outcome.Reason.WRONG_KIND, "Bu soru başka türden bir yanıt istiyor."),
                    Map.entry(Outcome.Reason.NO_QUESTION, "Bu soru artık yok.")),
            ", örneğin ",
            " ya da ");
    private static final RejectionTexts ENGLISH = new RejectionTexts(
            Map.ofEntries(
                    Map.entry(Outcome.Reason.REQUIRED, "This question needs an answer."),
                    Map.entry(Outcome.Reason.CONSTRAINT, "This answer is not valid. Please check it."),
                    Map.entry(Outcome.Reason.NOT_WHOLE_NUMBER, "Please send a whole number{examples}."),
                    Map.entry(Outcome.Reason.NOT_NUMBER, "Please send a number{examples}."),
                    Map.entry(Outcome.Reason.NUMBER_TOO_LARGE, "This number is too large."),
                    Map.entry(Outcome.Reason.NOT_DATE, "Please send a date, day first{examples}."),
                    Map.entry(Outcome.Reason.NOT_TIME, "Please send a time{examples}."),
                    Map.entry(Outcome.Reason.NOT_CHOICE, "Please choose one of the answers given."),
                    Map.entry(Outcome.Reason.AMBIGUOUS_CHOICE, "Several choices look like that. Please pick one."),
                    Map.entry(
                            Outcome.Reason.NOT_PLACE,
                            "Please share a location, or send coordinates, such as 20.45 106.34."),
                    Map.entry(
                            Outcome.Reason.SHORT_MAP_LINK,
                            "A short link does not hold the coordinates. Open the map and copy them, or share a location."),
                    Map.entry(Outcome.Reason.NOT_YES_OR_NO, "Please answer “yes” or “no”."),
                    Map.entry(Outcome.Reason.TOO_LONG, "This text is too long. Please shorten it."),
                    Map.entry(Outcome.Reason.FILE_WANTED, "Please send a file or a photo for this question."),
                    Map.entry(Outcome.Reason.WRONG_KIND, "This question needs another kind of answer."),
                    Map.entry(Outcome.Reason.NO_QUESTION, "This question is no longer there.")),
            ", such as ",
            " or ");

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
        return rejected(reason, List.of());
    }

    /**
     * What a rejected answer is told.
     *
     * @param examples answers that the question would take
     */
    public String rejected(Outcome.Reason reason, List<String> examples) {
        var list = examples.isEmpty() ? "" : suchAs + String.join(or, examples);
        return rejections.getOrDefault(reason, reason.name()).replace(EXAMPLES, list);
    }
}
