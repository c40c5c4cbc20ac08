package io.chancery.archive.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.digest.Sha256;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-0123456789ab");
    private static final Hash STORED = Hash.of(HexFormat.of().parseHex("11".repeat(32)));
    private static final Hash COMMITMENT = Hash.of(HexFormat.of().parseHex("22".repeat(32)));

    @Test
    void an_event_is_its_kind_transaction_id_part_and_commitment() {
        var leaf = Leaf.of(LeafKind.EVENT, 7, ID, COMMITMENT);

        assertThat(leaf.data())
                .asHexString()
                .isEqualToIgnoringCase(
                        "45" + "0000000000000007" + "0198c0de0000700080000123456789ab" + "00" + "22".repeat(32));
    }

    @Test
    void a_document_is_bound_to_its_stored_bytes_too() {
        var leaf = Leaf.document(7, ID, 2, STORED, COMMITMENT);

        assertThat(leaf.data())
                .asHexString()
                .isEqualToIgnoringCase("44" + "0000000000000007" + "0198c0de0000700080000123456789ab" + "02"
                        + "11".repeat(32) + "22".repeat(32));
    }

    @Test
    void is_hashed_as_a_leaf() {
        var leaf = Leaf.of(LeafKind.AUDIT_ENTRY, 7, ID, COMMITMENT);
        var hashed = HexFormat.of()
                .parseHex(
                        "00" + "41" + "0000000000000007" + "0198c0de0000700080000123456789ab" + "00" + "22".repeat(32));

        assertThat(leaf.hash()).hasToString(Sha256.of(hashed));
    }

    @Test
    void only_documents_have_stored_bytes_and_parts() {
        assertThatThrownBy(() -> Leaf.of(LeafKind.DOCUMENT, 7, ID, COMMITMENT)).hasMessageContaining("stored bytes");
        assertThatThrownBy(() -> new Leaf(LeafKind.EVENT, 7, ID, 0, STORED, COMMITMENT))
                .hasMessageContaining("stored bytes");
        assertThatThrownBy(() -> new Leaf(LeafKind.DELETION_RECORD, 7, ID, 1, null, COMMITMENT))
                .hasMessageContaining("no part 1");
    }

    @Test
    void a_kind_is_found_by_its_code() {
        for (var kind : LeafKind.values()) {
            assertThat(LeafKind.of(kind.code())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> LeafKind.of((byte) 'Z')).hasMessage("No kind of leaf has the code 90");
    }

    @Test
    void a_hash_has_thirty_two_bytes() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessage("A hash has 32 bytes, not 31");
        assertThat(Hash.at(1, HexFormat.of().parseHex("00" + "22".repeat(32) + "00")))
                .isEqualTo(COMMITMENT);
    }
}
