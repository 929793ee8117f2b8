package danvan.chat;

import static org.assertj.core.api.Assertions.assertThat;

import danvan.chat.PersonalData.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bà con gọi 0912 345 678 để hỏi          | PHONE
            gọi +84 912.345.678 nhé                 | PHONE
            CCCD 034 087 001 234                    | ID_NUMBER
            cmnd số: 151234567                      | ID_NUMBER
            so tai khoan 0123 4567 89 của quỹ thôn  | BANK_ACCOUNT
            văn bản đóng dấu MẬT                    | SECRET
            tài liệu mật của huyện                  | SECRET
            """)
    void whatNamesAPersonOrIsSecretIsFound(String text, Kind kind) {
        assertThat(PersonalData.in(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghị định 59/2023/NĐ-CP, Điều 4, khoản 2",
                "từ 01/7/2023 đến 31/12/2025 có 242 xã",
                "mật độ dân số 1.200 người/km²",
                "bảo mật thông tin người tố cáo",
                "08-ĐA/TU ngày 05/7/2023"
            })
    void numbersOfDocumentsDatesAndCountsAreNot(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }
}
