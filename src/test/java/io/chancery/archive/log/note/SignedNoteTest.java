package io.chancery.archive.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of golang.org/x/mod/sumdb/note, from which the specification was made. */
    private static final String GO_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final VerifierKey GO =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String GO_TEXT = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    private static final String GO_SIGNATURE = "— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String GO_NOTE = GO_TEXT + "\n" + GO_SIGNATURE;

    @Test
    void signs_like_the_reference() {
        var key = SignerKey.parse(GO_SIGNER);

        assertThat(SignedNote.sign(GO_TEXT, key)).hasToString(GO_NOTE);
        assertThat(key.verifier()).isEqualTo(GO).hasToString(GO.toString());
        assertThat(key.secret()).isEqualTo(GO_SIGNER);
    }

    @Test
    void reads_the_note_of_the_reference() {
        var note = SignedNote.parse(GO_NOTE);

        assertThat(note.text()).isEqualTo(GO_TEXT);
        assertThat(note.isSignedBy(GO)).isTrue();
        assertThat(note).hasToString(GO_NOTE);
    }

    /** Published with an implementation in Elixir. */
    @Test
    void reads_the_note_of_another_implementation() {
        var note = SignedNote.parse("""
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """);

        assertThat(note.isSignedBy(
                        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")))
                .isTrue();
        assertThat(note.isSignedBy(GO)).isFalse();
    }

    /** The example of c2sp.org/signed-note, whose key is not published: the text has empty lines itself. */
    @Test
    void the_last_empty_line_ends_the_text() {
        var note = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """;

        assertThat(SignedNote.parse(note).text()).endsWith("sole:\n\ned è subito sera.\n");
        assertThat(SignedNote.parse(note)).hasToString(note);
    }

    @Test
    void signatures_of_others_do_not_count_and_do_not_harm() {
        var stranger = SignerKey.generate("PeterNeumann", new SecureRandom());
        var both = GO_NOTE + SignedNote.sign(GO_TEXT, stranger).toString().substring(GO_TEXT.length() + 1);

        assertThat(SignedNote.parse(both).isSignedBy(GO)).isTrue();
        assertThat(SignedNote.parse(both).isSignedBy(stranger.verifier())).isTrue();
        assertThat(SignedNote.sign(GO_TEXT, stranger).isSignedBy(GO)).isFalse();
    }

    @Test
    void a_wrong_signature_of_a_known_key_spoils_the_right_one() {
        var wrong = GO_SIGNATURE.replace("SffcvIAQ", "SffcvIAR");

        assertThat(SignedNote.parse(GO_NOTE + wrong).isSignedBy(GO)).isFalse();
        assertThat(SignedNote.parse(GO_TEXT + "\n" + wrong).isSignedBy(GO)).isFalse();
    }

    @Test
    void a_changed_text_is_not_signed() {
        assertThat(SignedNote.parse(GO_NOTE.replace("answer", "cause")).isSignedBy(GO))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na\u00a0me AAAAAAA=\n",
                "text\n\n— name AAAAAAA= \n",
                "te\txt\n\n— name AAAAAAA=\n",
                "text\r\n\n— name AAAAAAA=\n",
                "te\ud800xt\n\n— name AAAAAAA=\n"
            })
    void refuses_what_is_no_note(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(NoteException.class);
    }

    @Test
    void refuses_a_flood_of_signatures() {
        var note = "text\n\n" + "— name AAAAAAA=\n".repeat(101);

        assertThatThrownBy(() -> SignedNote.parse(note)).hasMessage("The note has more than 100 signatures");
    }

    @Test
    void signs_nothing_that_it_would_not_read() {
        var key = SignerKey.parse(GO_SIGNER);

        assertThatThrownBy(() -> SignedNote.sign("a\tb\n", key)).hasMessage("The note has control characters");
        assertThatThrownBy(() -> SignedNote.sign("no end", key)).isInstanceOf(NoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                // These two have the right id, but a wrong length, and an unknown algorithm.
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void refuses_what_is_no_verifier_key(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(NoteException.class);
    }

    @Test
    void refuses_what_is_no_signer_key_and_does_not_repeat_it() {
        for (var text : new String[] {GO_SIGNER.replace("AYEK", "AYEL"), GO_SIGNER.replace("PRIVATE", "PUBLIC"), ""}) {
            assertThatThrownBy(() -> SignerKey.parse(text))
                    .isInstanceOf(NoteException.class)
                    .hasMessageNotContaining("FALVFGyNhPJEMzD1QIDr");
        }
    }

    @Test
    void a_generated_key_can_be_written_and_read() {
        var key = SignerKey.generate("archive.example.org", new SecureRandom());

        assertThat(SignerKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
        assertThat(VerifierKey.parse(key.verifier().toString())).isEqualTo(key.verifier());
        assertThat(SignedNote.sign("text\n", key).isSignedBy(key.verifier())).isTrue();
    }
}
