package io.chancery.render;

import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.List;

/** Turns a composed message into the rendition of one channel. A bean in a sub-package of its own per channel. */
public interface ChannelRenderer {

    Channel channel();

    /**
     * Makes the exact bytes for this channel.
     *
     * @throws RenderException if it cannot be done
     */
    Rendition render(Composition composition);

    /**
     * Makes what goes along with the rendition of another channel, such as the letter in a mail: what it encloses lies
     * beside it.
     *
     * @throws RenderException if it cannot be done
     */
    default Rendition renderBeside(Composition composition) {
        return render(composition);
    }

    /**
     * What is wrong with files that no source shows, each as {@code file: reason}.
     *
     * @param version that nobody gets yet
     */
    default List<String> faults(TemplateVersion version) {
        return List.of();
    }

    /**
     * What must not be published as it is rendered, each with its remedy.
     *
     * @throws RenderException if it cannot be rendered
     */
    default List<String> faults(Composition composition) {
        return List.of();
    }

    /**
     * What an author should see to although it can be rendered, each with its place and its remedy.
     *
     * @throws RenderException if it cannot be rendered
     */
    default List<String> problems(Composition composition) {
        return List.of();
    }

    /**
     * A rendition with what its author has to know of it.
     *
     * @param faults what must not be published
     * @param problems what should be seen to
     */
    record Proof(Rendition rendition, List<String> faults, List<String> problems) {}

    /**
     * Renders, and looks for faults and for problems, also those that show only in what is rendered.
     *
     * @throws RenderException if it cannot be rendered
     */
    default Proof proof(Composition composition) {
        return new Proof(render(composition), faults(composition), problems(composition));
    }
}
