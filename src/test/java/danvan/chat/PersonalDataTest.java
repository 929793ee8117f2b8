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
            gặp cô Thơm 0 8 6 2 1 1 9 0 4 7         | PHONE
            đọc là không tám sáu hai một một chín   bốn bốn bảy | PHONE
            sıfır, beş, dört, bir, iki, iki, dokuz, sekiz, yedi, altı, üç | PHONE
            số O868 112 907                         | PHONE
            anh Páo-0868112907                      | PHONE
            nhắn tin 09 1 2345 678                  | PHONE
            telefonum 90 541 220 9811               | PHONE
            BIDV 4512 0000 77182 chủ thẻ Lù A Dế    | BANK_ACCOUNT
            10288123456 Vietinbank, Giàng Thị Say   | BANK_ACCOUNT
            iban gb82 west 1234 5698 7654 32         | BANK_ACCOUNT
            FR7630006000011234567890189             | BANK_ACCOUNT
            visa 4111111111111111                   | BANK_ACCOUNT
            4111 1111 1111 1111                     | BANK_ACCOUNT
            sosyal güvenlik no 4512098877           | ID_NUMBER
            mst 8312345679 của vợ tôi               | ID_NUMBER
            his tax number 8312345679               | ID_NUMBER
            VAN BAN MAT, khong chup anh             | SECRET
            Muc mat: tuyet mat                      | SECRET
            Tối mật. Phương án bảo vệ cột mốc       | SECRET
            Confidential: names of the informants   | SECRET
            gizli damgalı zarf geldi                | SECRET
            stamped "top secret" by the province    | SECRET
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
                "08-ĐA/TU ngày 05/7/2023",
                "hai ba năm nữa, một hai bản sẽ có điện",
                "cầu treo ở 21.0285 105.8542",
                "Ngân hàng Agribank cho vay 1.234.567.800 để nuôi trâu",
                "dư nợ BIDV 45000000",
                "Agribank huyện, điện thoại 0214 3881 555",
                "mst 5300987654 của công ty anh Sơn",
                "HĐ-0912345678 ký tháng 3",
                "TOI MAT GIAY TO XE O CHO PHIEN",
                "Mật: 200 lít; sáp: 5 kg",
                "phân loại: tối đa ba mức",
                "co2 4o km"
            })
    void numbersOfDocumentsDatesAndCountsAreNot(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }
}
