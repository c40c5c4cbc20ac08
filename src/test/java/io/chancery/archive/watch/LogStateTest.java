package io.chancery.archive.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.seal.TestLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStateTest {

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private LogState state;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
        state = new LogState(archive.database().sql());
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private LogState.State read() {
        return archive.database().call(state::read);
    }

    @Test
    void an_empty_archive_waits_for_nothing() {
        assertThat(read()).isEqualTo(new LogState.State(null, null, false, 0, null));
    }

    @Test
    void what_is_neither_sealed_nor_signed_is_told() {
        archive.sent(2);
        var waiting = read();
        log.seal();
        var sealed = read();
        log.sign();
        var signed = read();

        assertThat(waiting.unsealed()).isPositive();
        assertThat(waiting.unsealedSince()).isEqualTo(archive.clock().instant());
        assertThat(sealed.unsealed()).isZero();
        assertThat(sealed.unsigned()).isTrue();
        assertThat(signed.unsigned()).isFalse();
        assertThat(signed.signedAt()).isEqualTo(archive.clock().instant());
    }

    @Test
    void findings_are_those_of_the_newest_check() {
        archive.database().execute("""
                insert into integrity_check (id, begun_at, ended_at, leaves, rows, findings, count)
                values ('00000000-0000-7000-8000-000000000001', now(), now(), 1, 1, '[]', 7),
                    ('00000000-0000-7000-8000-000000000002', now(), now(), 1, 1, '[]', 3)
                """);

        assertThat(read().findings()).isEqualTo(3);
    }
}
