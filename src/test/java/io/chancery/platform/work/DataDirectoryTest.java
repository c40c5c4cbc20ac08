package io.chancery.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path path;

    @Test
    void a_node_that_comes_back_is_the_same_node() throws Exception {
        var first = new DataDirectory(path);
        var id = first.nodeId();
        first.release();

        var second = new DataDirectory(path);

        assertThat(second.nodeId()).isEqualTo(id);
        second.release();
    }

    @Test
    void two_at_once_are_refused_with_a_word_on_what_to_do() throws Exception {
        var first = new DataDirectory(path);

        assertThatThrownBy(() -> new DataDirectory(path))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chancery.data.directory");
        first.release();
    }
}
