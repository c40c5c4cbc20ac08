package io.chancery.archive.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Merkle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ORIGIN = "archive.example.org";
    private static final SignerKey KEY = SignerKey.generate(ORIGIN, new SecureRandom());
    private static final Hash ROOT = Merkle.leaf(new byte[0]);
    private static final String ROOT_TEXT = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";

    /** The example of c2sp.org/tlog-checkpoint. */
    @Test
    void reads_the_example_of_the_specification() {
        var note = SignedNote.parse("""
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """);

        var checkpoint = Checkpoint.parse(note.text());

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).hasToString("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
        assertThat(checkpoint.previous()).isNull();
        assertThat(checkpoint.text()).isEqualTo(note.text());
    }

    @Test
    void names_the_note_before_it() {
        var first = new Checkpoint(ORIGIN, 1, ROOT, null).sign(KEY);
        var second = new Checkpoint(ORIGIN, 2, ROOT, first.hash()).sign(KEY);

        var opened = Checkpoint.open(second.toString(), KEY.verifier());

        assertThat(opened.previous()).isEqualTo(first.hash());
        assertThat(second.text()).isEqualTo("%s\n2\n%s\nprevious %s\n".formatted(ORIGIN, ROOT_TEXT, first.hash()));
        assertThat(Checkpoint.open(first.toString(), KEY.verifier()).previous()).isNull();
    }

    @Test
    void names_the_time_stamp_before_it_and_the_seals_since() {
        var stamp = Hash.of(new byte[Hash.LENGTH]);
        var checkpoint = new Checkpoint(ORIGIN, 2, ROOT, ROOT, stamp, ROOT);

        assertThat(checkpoint.text())
                .isEqualTo("%s\n2\n%s\nprevious %s\nprevious-timestamp %s\nseals %s\n"
                        .formatted(ORIGIN, ROOT_TEXT, ROOT, stamp, ROOT));
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Test
    void passes_over_the_extensions_of_others() {
        var checkpoint = Checkpoint.parse("a\n0\n" + ROOT_TEXT + "\nwitnessed by nobody\n");

        assertThat(checkpoint).isEqualTo(new Checkpoint("a", 0, ROOT, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n1\n",
                "\n1\n" + ROOT_TEXT + "\n",
                "a\n1\n" + ROOT_TEXT,
                "a\n01\n" + ROOT_TEXT + "\n",
                "a\n-1\n" + ROOT_TEXT + "\n",
                "a\n+1\n" + ROOT_TEXT + "\n",
                "a\n9999999999999999999\n" + ROOT_TEXT + "\n",
                "a\n\u0661\n" + ROOT_TEXT + "\n",
                "a\n1\nAAAA\n",
                "a\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=\n",
                "a\n1\n" + ROOT_TEXT + "\n\nprevious\n",
                "a\n1\n" + ROOT_TEXT + "\nprevious 00\n"
            })
    void refuses_what_is_no_checkpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteException.class);
    }

    @Test
    void names_only_one_note_before_it() {
        var line = "previous " + "0".repeat(64) + "\n";

        assertThat(Checkpoint.parse("a\n1\n" + ROOT_TEXT + "\n" + line).previous())
                .isNotNull();
        assertThatThrownBy(() -> Checkpoint.parse("a\n1\n" + ROOT_TEXT + "\n" + line + line))
                .hasMessage("The checkpoint does not name one previous note by its SHA-256");
    }

    @Test
    void a_key_signs_and_opens_for_its_own_log_only() {
        var other = new Checkpoint("other.example.org", 1, ROOT, null);
        var signedAnyhow = SignedNote.sign(other.text(), KEY).toString();

        assertThatThrownBy(() -> other.sign(KEY)).hasMessage("The key does not sign for other.example.org");
        assertThatThrownBy(() -> Checkpoint.open(signedAnyhow, KEY.verifier()))
                .hasMessage("The checkpoint has another origin than " + ORIGIN);
    }

    @Test
    void nobody_else_signs_for_it() {
        var forger = SignerKey.generate(ORIGIN, new SecureRandom());
        var forged = new Checkpoint(ORIGIN, 1, ROOT, null).sign(forger).toString();

        assertThatThrownBy(() -> Checkpoint.open(forged, KEY.verifier()))
                .hasMessage("The checkpoint is not signed by " + ORIGIN);
    }

    @Test
    void no_bit_of_it_can_be_changed() {
        var note = new Checkpoint(ORIGIN, 4711, ROOT, ROOT).sign(KEY).toString().getBytes(StandardCharsets.UTF_8);

        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            var changed = note.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(opens(changed)).as("bit %d", bit).isFalse();
        }
        assertThat(opens(note)).isTrue();
    }

    @Test
    void no_byte_of_it_can_be_taken_out_or_doubled() {
        var note = new Checkpoint(ORIGIN, 4711, ROOT, ROOT).sign(KEY).toString().getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < note.length; i++) {
            assertThat(opens(joined(note, i, i + 1))).as("without byte %d", i).isFalse();
            assertThat(opens(joined(note, i + 1, i)))
                    .as("with byte %d twice", i)
                    .isFalse();
        }
    }

    /** The bytes before one place and those from another on. */
    private static byte[] joined(byte[] note, int end, int start) {
        var rest = note.length - start;
        var joined = Arrays.copyOf(note, end + rest);
        System.arraycopy(note, start, joined, end, rest);
        return joined;
    }

    private static boolean opens(byte[] note) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
            Checkpoint.open(text, KEY.verifier());
            return true;
        } catch (NoteException | CharacterCodingException e) {
            return false;
        }
    }
}
