package io.chancery.render;

import io.chancery.vocabulary.*;
import java.util.*;

@jakarta.enterprise.context.ApplicationScoped
public class Renderer {
    public Rendition render(Channel c, RenderRequest r) {
        throw new IllegalStateException();
    }

    public Set<Channel> channels() {
        return Set.of();
    }
}
