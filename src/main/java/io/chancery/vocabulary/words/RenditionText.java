package io.chancery.vocabulary.words;

import io.chancery.vocabulary.Rendition;

/** Reads what a rendition says to whoever gets it: a bean for each media type that is no plain text already. */
public interface RenditionText {

    /** That of the renditions it reads. */
    String mediaType();

    /**
     * The text, its parts in the order in which people read them.
     *
     * @throws RuntimeException if the bytes are not what the media type says
     */
    String read(Rendition rendition);
}
