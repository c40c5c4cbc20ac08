package io.chancery.render.print;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.swing.NaiveUserAgent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lock on everything a document could name: {@code asset:} and the path of one of the brand's pictures, nothing else.
 * Three walls, because by default the library fetches from anywhere: addresses are not resolved, access is denied, and
 * every scheme it could fall back to has a stream that refuses.
 */
final class AssetsOnly {

    static final String SCHEME = "asset";

    private static final String PREFIX = SCHEME + ":";
    private static final Set<String> REFUSED = Set.of(
            "http", "https", "file", "jar", "ftp", "ftps", "classpath", "jrt", "data", "mailto", "resource", "vfs");
    private final Map<String, byte[]> pictures;

    AssetsOnly(Map<String, byte[]> pictures) {
        this.pictures = pictures;
    }

    /** The path that an address names, or null if it names no asset. */
    static @Nullable String path(@Nullable String address) {
        return address != null && address.startsWith(PREFIX) ? address.substring(PREFIX.length()) : null;
    }

    void lock(NaiveUserAgent agent) {
        agent.setUriResolver((base, address) -> isPicture(address) ? address : null);
        for (var moment : ExternalResourceControlPriority.values()) {
            agent.setAccessController(
                    moment, (address, type) -> isPicture(address) && type == ExternalResourceType.IMAGE_RASTER);
        }
        var streams = new HashMap<String, FSStreamFactory>();
        REFUSED.forEach(scheme -> streams.put(scheme, refusing()));
        streams.put(SCHEME, this::open);
        agent.setProtocolsStreamFactory(streams);
    }

    private boolean isPicture(@Nullable String address) {
        var path = path(address);
        return path != null && pictures.containsKey(path);
    }

    private FSStream open(String address) {
        var path = path(address);
        var content = path == null ? null : pictures.get(path);
        return new Content(content == null ? new byte[0] : content);
    }

    private static FSStreamFactory refusing() {
        return address -> {
            throw new SecurityException("A letter reads nothing but assets of its brand");
        };
    }

    private record Content(byte[] bytes) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            throw new SecurityException("Assets are pictures, not text");
        }
    }
}
