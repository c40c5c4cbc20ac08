package io.chancery.message.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The letters to invented customers that previews have shown last. A mail that somebody looks at while they type encloses
 * its letter as it was a key before: nobody sees more of it there than its name and its size, and a fresh one takes longer
 * than all the rest of the mail.
 */
@ApplicationScoped
public class RecentLetters {

    private final Cache<Key, Rendition> letters = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private record Key(
            String template,
            String language,
            Recipient recipient,
            @Nullable String copy) {

        private static Key of(RenderRequest request) {
            var copy = request.copy();
            return new Key(
                    request.template().key(),
                    request.language(),
                    request.recipient(),
                    copy == null ? null : copy.role());
        }
    }

    /** Null if there is none, or if a mail would enclose it otherwise than it is printed. */
    public @Nullable Rendition find(RenderRequest request) {
        boolean same = request.template().settings().letter().enclosures().isEmpty();
        return same ? letters.getIfPresent(Key.of(request)) : null;
    }

    public void keep(RenderRequest request, Rendition letter) {
        letters.put(Key.of(request), letter);
    }
}
