package io.chancery.archive.blob;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Contents that lie in the rows of PostgreSQL themselves. */
final class RowStore implements BlobStore {

    @Override
    public int number() {
        return 0;
    }

    @Override
    public List<BlobRow> keep(List<Blob> blobs) {
        return blobs.stream()
                .map(blob -> new BlobRow(blob.name(), number(), blob.content()))
                .toList();
    }

    @Override
    public <T> Map<BlobName, T> read(List<BlobRow> rows, Function<byte[], T> reader) {
        var found = new HashMap<BlobName, T>();
        for (var row : rows) {
            var content = row.content();
            if (content != null) {
                found.put(row.name(), reader.apply(content));
            }
        }
        return found;
    }
}
