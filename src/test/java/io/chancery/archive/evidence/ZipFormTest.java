package io.chancery.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.log.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFormTest {

    private static final long LARGE = 5_000_000_000L;

    @TempDir
    Path folder;

    private static PackedFile file(String name, long size) {
        return new PackedFile(name, size, 0, Hash.of(new byte[Hash.LENGTH]));
    }

    @Test
    void more_files_than_plain_zip_can_count_are_counted() throws Exception {
        int count = 70_000;
        var zip = new ByteArrayOutputStream();
        var table = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            var file = file("file-" + (100_000 + i), 0);
            table.writeBytes(ZipForm.central(file, zip.size()));
            zip.writeBytes(ZipForm.local(file));
        }
        var end = ZipForm.end(count, table.size(), zip.size());
        zip.writeBytes(table.toByteArray());
        zip.writeBytes(end);

        try (var read = new ZipFile(
                Files.write(folder.resolve("many.zip"), zip.toByteArray()).toFile())) {
            assertThat(read.size()).isEqualTo(count);
            assertThat(read.getEntry("file-169999")).isNotNull();
        }
    }

    @Test
    void sizes_and_offsets_beyond_4_gib_stand_where_zip64_has_them() {
        var large = file("large", LARGE);

        var local = ByteBuffer.wrap(ZipForm.local(large)).order(ByteOrder.LITTLE_ENDIAN);
        var central = ByteBuffer.wrap(ZipForm.central(large, LARGE + 1)).order(ByteOrder.LITTLE_ENDIAN);
        var behind = ByteBuffer.wrap(ZipForm.central(file("small", 3), LARGE)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(local.getInt(18)).isEqualTo(-1);
        assertThat(local.getLong(30 + 5 + 4)).isEqualTo(LARGE);
        assertThat(central.getLong(46 + 5 + 4 + 16)).isEqualTo(LARGE + 1);
        assertThat(behind.getInt(24)).isEqualTo(3);
        assertThat(behind.getInt(42)).isEqualTo(-1);
        assertThat(behind.getLong(46 + 5 + 4)).isEqualTo(LARGE);
        assertThat(large.packedSize()).isEqualTo(LARGE + local.capacity());
    }
}
