package io.chancery.render.command;

import io.chancery.platform.ClockProducer;
import io.chancery.render.Proofreader;
import io.chancery.render.Rehearsal;
import io.chancery.render.Renderer;
import io.chancery.render.compare.Comparer;
import io.chancery.render.email.EmailRenderer;
import io.chancery.render.print.PrintRenderer;
import io.chancery.render.screen.ScreenRenderer;
import io.chancery.render.sms.SmsRenderer;
import io.chancery.template.SourceReview;
import java.time.Clock;
import java.util.List;

/** The tools of the running application, put together without it. */
final class Workshop {

    private final Clock clock = new ClockProducer().clock();
    private final Renderer renderer =
            new Renderer(List.of(new PrintRenderer(), new EmailRenderer(), new SmsRenderer(), new ScreenRenderer()));

    Renderer renderer() {
        return renderer;
    }

    /** Everything that an import asks. */
    List<SourceReview> reviews() {
        return List.of(new Proofreader(renderer, new Rehearsal(renderer, clock)));
    }

    Comparer comparer() {
        return new Comparer(renderer, clock);
    }
}
