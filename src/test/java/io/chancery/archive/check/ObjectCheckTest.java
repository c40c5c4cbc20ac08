package io.chancery.archive.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.blob.BlobException;
import io.chancery.archive.blob.TestObjectStore;
import io.chancery.archive.document.TestDocuments;
import io.chancery.archive.expiry.TestDeletions;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.archive.person.TestErasures;
import io.chancery.archive.seal.TestLog;
import io.chancery.archive.stamp.TestAuthorities;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLogs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents that lie in an S3 store are as safe from tampering as those in the database. */
class ObjectCheckTest {

    @TempDir
    Path folder;

    private TestObjectStore s3;
    private ArchiveFixture archive;
    private TestLog log;
    private List<UUID> sent;

    @BeforeEach
    void start() throws Exception {
        TestAuthorities.in(folder);
        s3 = new TestObjectStore();
        archive = new ArchiveFixture(TestDatabase.create(), s3.blobs());
        log = new TestLog(archive.database(), folder, archive.clock());
        sent = archive.sent(3);
        log.seal();
        log.sign();
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        s3.close();
    }

    private List<Finding> check() {
        var sql = archive.database().sql();
        var deletions = TestDeletions.on(sql);
        var keys = new RowKeys(TestCustomerKeys.on(sql, archive.clock()), TestErasures.on(sql));
        var audit = AuditLogs.of(archive.database(), folder.resolve("audit"), archive.clock());
        var rows = new RecordedRows(sql, keys, audit, deletions, s3.blobs(), new ObjectMapper());
        var trail = new CheckpointTrail(log.table, log.anchor, log.key, TestAuthorities.of(folder));
        return new IntegrityCheck(log.seals, rows, new Tombstones(deletions), trail)
                .run(seal -> true)
                .findings()
                .told();
    }

    private String keyOf(UUID delivery) throws Exception {
        return s3.keys(false).stream()
                .filter(key -> key.contains(delivery.toString()))
                .findFirst()
                .orElseThrow();
    }

    private byte[] opened(UUID delivery) {
        var sql = archive.database().sql();
        var keys = TestCustomerKeys.on(sql, archive.clock());
        var clear =
                TestDocuments.opened(sql, keys, s3.blobs()).of(delivery).get(0).clear();
        return clear == null ? null : clear.content();
    }

    @Test
    void nothing_is_found_where_nothing_was_done() {
        assertThat(check()).isEmpty();
        assertThat(opened(sent.get(0))).isEqualTo(("Guten Tag " + sent.get(0)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_object_that_is_gone_is_found_and_named() throws Exception {
        s3.remove(keyOf(sent.get(1)));

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.ROW_CHANGED);
            assertThat(finding.subject()).contains(sent.get(1).toString());
            assertThat(finding.words()).contains("gone from the store");
        });
        assertThat(opened(sent.get(1))).isNull();
    }

    @Test
    void an_object_that_was_changed_is_found_and_named() throws Exception {
        s3.overwrite(keyOf(sent.get(2)), new byte[40]);

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.ROW_CHANGED);
            assertThat(finding.subject()).contains(sent.get(2).toString());
        });
        assertThat(opened(sent.get(2))).isNull();
    }

    @Test
    void a_store_that_does_not_answer_is_no_finding() throws Exception {
        s3.down();

        assertThatThrownBy(this::check).isInstanceOf(BlobException.class);

        s3.up();
        assertThat(check()).isEmpty();
    }
}
