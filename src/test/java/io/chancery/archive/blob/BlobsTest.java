package io.chancery.archive.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.TestArchive;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.digest.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds wherever contents lie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlobsTest {

    private TestObjectStore s3;

    @BeforeAll
    void start() throws Exception {
        s3 = new TestObjectStore();
    }

    @AfterAll
    void stop() throws Exception {
        s3.close();
    }

    private List<Blobs> stores() {
        return List.of(TestBlobs.inRows(), s3.blobs());
    }

    static Blob blob(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        // Its time is in its name: a random one may be later than the year 9999.
        var id = new UUID(
                IdGenerator.floor(Instant.now()).getMostSignificantBits(),
                UUID.randomUUID().getLeastSignificantBits());
        return new Blob(BlobName.of(id, length % 3, Sha256.bytes(content)), content);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_kept_is_read(Blobs blobs) {
        var kept =
                IntStream.of(0, 1, 4_000, 6_000_000).mapToObj(BlobsTest::blob).toList();

        var rows = blobs.keep(kept);

        assertThat(rows)
                .extracting(BlobRow::name)
                .containsExactlyElementsOf(kept.stream().map(Blob::name).toList());
        var read = blobs.read(rows);
        var hashes = blobs.hashes(rows);
        assertThat(read).hasSize(4);
        kept.forEach(one -> assertThat(read.get(one.name())).isEqualTo(one.content()));
        kept.forEach(one -> assertThat(Sha256.hexadecimal(hashes.get(one.name())))
                .isEqualTo(one.name().sha256()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void many_at_once_keep_their_order(Blobs blobs) {
        var kept = IntStream.range(0, 100).mapToObj(BlobsTest::blob).toList();

        var rows = blobs.keep(kept);

        var read = blobs.read(rows);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(read.get(rows.get(i).name())).isEqualTo(kept.get(i).content());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_kept_again_is_there_once(Blobs blobs) {
        var kept = List.of(blob(100));

        blobs.keep(kept);

        assertThat(blobs.read(blobs.keep(kept))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_archived_is_read_also_after_the_setting_was_changed(Blobs blobs) {
        var otherwise = TestBlobs.of(s3.settings("", blobs.objects().isPresent() ? "postgresql" : "s3"));
        try (var archive = new ArchiveFixture(TestDatabase.create(), blobs)) {
            var sent = archive.sent(3);

            assertThat(read(archive, blobs, sent)).isTrue();
            assertThat(read(archive, otherwise, sent)).isTrue();
        }
    }

    private static boolean read(ArchiveFixture archive, Blobs blobs, List<UUID> ids) {
        var found = TestArchive.on(archive.database(), blobs, archive.clock()).renditions(ids);
        return ids.stream().allMatch(id -> new String(found.get(id).content()).equals("Guten Tag " + id));
    }

    @Test
    void an_object_that_was_exchanged_is_not_read_and_has_another_hash() throws Exception {
        var blobs = s3.blobs();
        var rows = blobs.keep(List.of(blob(50)));

        s3.overwrite("chancery/" + rows.get(0).name().path(), new byte[50]);

        assertThat(blobs.read(rows)).isEmpty();
        assertThat(blobs.hashes(rows)).hasSize(1);
    }

    @Test
    void an_object_that_is_gone_is_missing() throws Exception {
        var blobs = s3.blobs();
        var rows = blobs.keep(List.of(blob(50)));

        s3.remove("chancery/" + rows.get(0).name().path());

        assertThat(blobs.read(rows)).isEmpty();
        assertThat(blobs.hashes(rows)).isEmpty();
    }

    @Test
    void nothing_is_kept_over_something_else() throws Exception {
        var taken = blob(50);
        s3.overwrite("chancery/" + taken.name().path(), new byte[3]);

        assertThatThrownBy(() -> s3.blobs().keep(List.of(taken)))
                .isInstanceOf(BlobException.class)
                .hasMessageContaining("something else");
    }

    @Test
    void a_store_that_is_down_takes_nothing_until_it_is_back() throws Exception {
        var blobs = s3.blobs();
        try (var archive = new ArchiveFixture(TestDatabase.create(), blobs)) {
            var before = archive.sent(1);
            s3.down();

            assertThatThrownBy(() -> archive.sent(1)).isInstanceOf(BlobException.class);
            assertThatThrownBy(() -> read(archive, blobs, before)).isInstanceOf(BlobException.class);
            assertThat(archive.database().get("select count(*) from archive_entry"))
                    .containsExactly("1");

            s3.up();

            assertThat(read(archive, blobs, before)).isTrue();
            assertThat(read(archive, blobs, archive.sent(1))).isTrue();
        }
    }

    @Test
    void a_store_that_cannot_be_used_is_told_at_start_without_the_secret() {
        assertThatThrownBy(() ->
                        TestBlobs.of(s3.settings(".s3.secret-key", "guessed")).check())
                .hasMessageContaining("403")
                .hasMessageNotContaining("guessed");
        assertThatThrownBy(
                        () -> TestBlobs.of(s3.settings(".s3.bucket", "other")).check())
                .hasMessageContaining("no bucket other");
        assertThatThrownBy(() -> TestBlobs.of(s3.settings(".s3.endpoint", "http://127.0.0.1:1"))
                        .check())
                .hasMessageContaining("does not answer");
        s3.blobs().check();
        s3.blobs().check();
    }

    @Test
    void what_another_installation_uses_is_left_alone() throws Exception {
        s3.overwrite("theirs/installation", new byte[] {'x'});

        assertThatThrownBy(
                        () -> TestBlobs.of(s3.settings(".s3.prefix", "theirs/")).check())
                .hasMessageContaining("another installation");
    }
}
