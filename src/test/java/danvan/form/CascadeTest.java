package danvan.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CascadeTest {
    private final Dialog dialog = Dialog.test("cascade");

    @Test
    void offersOnlyWhatFitsTheAnswerBefore() {
        dialog.says("Vũ Thư");

        assertThat(dialog.question().choices()).extracting(Choice::value).containsExactly("hm", "hl");
        assertThat(dialog.isRefused(new Answer.Chosen("tt")).reason()).isEqualTo(Outcome.Reason.NOT_CHOICE);
    }

    @Test
    void takesOutAnswersThatNoLongerFitDownTheWholeCascade() {
        dialog.says("vu thu", "hong minh", "1, 2", "ghi chú")
                .jumps("/data/district")
                .says("Kiến Xương");

        assertThat(dialog.at()).isEqualTo("/data/commune");
        assertThat(dialog.summary().stream()
                        .filter(row -> row.answer().isPresent())
                        .map(SummaryRow::ref))
                .containsExactly("/data/district", "/data/remark");
        dialog.says("thanh tân");
        assertThat(dialog.at()).isEqualTo("/data/villages");
        assertThat(dialog.says("an tho").finishes().value("villages")).contains("tt1");
    }

    @Test
    void doesNotSendAStaleChild() {
        dialog.says("vt", "hm", "", "").jumps("/data/district").says("kx");

        var unfinished = dialog.cannotFinish();
        assertThat(unfinished.ref()).isEqualTo("/data/commune");
        assertThat(unfinished.message()).isEqualTo("Xin chọn xã của huyện kx.");
    }

    @Test
    void keepsTicksThatStillFit() {
        dialog.says("vt", "hm").gives(new Answer.ChosenMany(java.util.List.of("hm2", "hm1")));

        assertThat(dialog.answerTo("/data/villages")).isEqualTo("Thôn 1, Thôn 2");
        assertThat(dialog.says("").jumps("/data/commune").says("hm").answerTo("/data/villages"))
                .isEqualTo("Thôn 1, Thôn 2");
    }

    @Test
    void showsTheDefaultLanguageWhereALabelIsNotTranslated() {
        dialog.speaks("en").says("Vu Thu");

        assertThat(dialog.question().label()).isEqualTo("Commune");
        assertThat(dialog.question().choices()).extracting(Choice::label).containsExactly("Hồng Minh", "Hồng Lý");
    }

    @Test
    void namesTheCandidatesWhenTheWordsFitSeveral() {
        dialog.says("vt");

        var refused = dialog.isRefused("hong");
        assertThat(refused.reason()).isEqualTo(Outcome.Reason.AMBIGUOUS_CHOICE);
        assertThat(refused.candidates()).extracting(Choice::label).containsExactly("Hồng Minh", "Hồng Lý");
    }
}
