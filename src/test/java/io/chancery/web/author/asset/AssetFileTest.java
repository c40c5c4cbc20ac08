package io.chancery.web.author.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetFileTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', logo.svg, <svg/>, assets/logo.svg",
        "enclosures, terms.pdf, %PDF-1.7, assets/enclosures/terms.pdf",
        "'', photo.jpg, \u00ff\u00d8\u00ff\u00e0, assets/photo.jpg"
    })
    void a_file_that_is_what_it_says_is_taken(String folder, String name, String content, String path) {
        assertThat(AssetFile.of(folder, name, bytes(content)).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ../logo.svg, <svg/>, asset-name",
        "'', <b>.svg, <svg/>, asset-name",
        "../x, logo.svg, <svg/>, asset-name",
        "'', logo.svg, '', asset-size",
        "'', logo.png, <svg/>, asset-content",
        "'', logo.exe, MZ, asset-content",
        "'', logo.svg, <svg onload=\"x()\"/>, asset-content",
        "'', logo.svg, <svg><script>x</script></svg>, asset-content",
        "'', logo.svg, <svg><image href=\"https://example.org/x.png\"/></svg>, asset-content"
    })
    void anything_else_is_refused(String folder, String name, String content, String code) {
        assertThatThrownBy(() -> AssetFile.of(folder, name, bytes(content))).hasMessage(code);
    }
}
