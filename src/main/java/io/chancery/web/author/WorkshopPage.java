package io.chancery.web.author;

import io.chancery.message.Previews.Trials.Trial;
import io.chancery.platform.ProblemException;
import io.chancery.template.SourceKey;
import io.chancery.template.Workshop.Sources;
import io.chancery.web.rendition.FileSize;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an author has in front of them.
 *
 * @param done what has just been done
 * @param nonce by which the browser knows the editor's own style sheet
 */
record WorkshopPage(
        Sources sources,
        String title,
        List<TextFile> texts,
        List<Asset> assets,
        Context context,
        Done done,
        String nonce) {

    /** A file that is written here. */
    record TextFile(String path, String text, boolean open) {

        /** By what its words are told apart. */
        public String mode() {
            return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        /** How many lines a field shows that nothing makes an editor of. */
        public int rows() {
            return (int) Math.max(8, Math.min(30, text.lines().count() + 2));
        }
    }

    /** A file that is only brought here. */
    record Asset(String path, FileSize size, boolean picture) {}

    /**
     * What the preview is made with.
     *
     * @param template the one that is shown
     * @param templates those that can be shown: of a part those that use it
     * @param copies roles in which somebody may get a copy
     */
    record Context(
            String template,
            List<String> templates,
            List<String> fixtures,
            List<String> languages,
            List<String> copies,
            boolean masked) {}

    /**
     * What has just been done.
     *
     * @param notice a code for it; null for nothing
     * @param fault why it could not be done; null if it could
     * @param trial what became of a message that the author sends to themselves; null if they did not
     */
    record Done(
            @Nullable String notice,
            @Nullable ProblemException fault,
            @Nullable Trial trial) {

        static Done notice(@Nullable String notice) {
            return new Done(notice, null, null);
        }
    }

    public @Nullable String notice() {
        return done.notice();
    }

    public @Nullable ProblemException fault() {
        return done.fault();
    }

    public @Nullable Trial trial() {
        return done.trial();
    }

    public SourceKey source() {
        return sources.source();
    }

    public String path() {
        return Shelf.path(source());
    }

    /** Where the workshop is. */
    public String testPath() {
        return path() + "/workshop";
    }

    /** Whether somebody else was faster. */
    public boolean isStale() {
        var fault = done.fault();
        return fault != null && fault.code().equals("stale-version");
    }

    /** Whether there is something on the screen that is kept nowhere else. */
    public boolean isUnkept() {
        return done.fault() != null || done.trial() != null;
    }

    public boolean isBrand() {
        return source().kind() == SourceKey.Kind.BRAND;
    }

    public boolean isTemplate() {
        return source().kind() == SourceKey.Kind.TEMPLATE;
    }

    public boolean isBlock() {
        return source().kind() == SourceKey.Kind.BLOCK;
    }
}
