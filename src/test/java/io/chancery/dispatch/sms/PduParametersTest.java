package io.chancery.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.PduParameters;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept before sending is what SMPP is told then. */
class PduParametersTest {

    private static final UUID ID = UUID.fromString("0198f2a0-0000-7000-8000-00000000a1b2");

    @Test
    void what_is_kept_is_what_is_sent() {
        for (var from : List.of("Lindenwerk", "+4915112345678", "77555")) {
            for (var words : List.of("Guten Tag", "Grüße ✓", "lang ".repeat(60), "länger ✓ ".repeat(20))) {
                var text = new Rendition.Text(
                        words.strip().getBytes(StandardCharsets.UTF_8), Map.of("from", from, "to", "+4915112345678"));
                var sent = OutgoingText.of(text, ID);

                var kept = PduParameters.of(text, ID);

                assertThat(kept)
                        .containsEntry("dataCoding", (int) sent.dataCoding())
                        .containsEntry("segments", sent.parts())
                        .containsEntry(
                                "sourceTypeOfNumber", (int) sent.from().type().value())
                        .containsEntry("destinationTypeOfNumber", (int)
                                sent.to().type().value());
                assertThat(kept.containsKey("userDataHeader")).isEqualTo(sent.isConcatenated());
                if (sent.isConcatenated()) {
                    assertThat(HexFormat.of().formatHex(sent.userData(0)))
                            .startsWith(kept.get("userDataHeader") + "01");
                }
            }
        }
    }
}
