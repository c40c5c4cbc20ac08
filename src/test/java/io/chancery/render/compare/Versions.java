package io.chancery.render.compare;

import io.chancery.platform.MutableClock;
import io.chancery.render.Renderer;
import io.chancery.render.difference.text.Masks;
import io.chancery.render.email.EmailRenderer;
import io.chancery.render.print.PrintRenderer;
import io.chancery.render.screen.ScreenRenderer;
import io.chancery.render.sms.SmsRenderer;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateFolder;
import io.chancery.template.source.SampleFolder;
import java.nio.file.Path;
import java.util.List;

/** Two folders of one small template, to be made different and compared. */
final class Versions {

    private static final Comparer COMPARER = new Comparer(
            new Renderer(List.of(new PrintRenderer(), new EmailRenderer(), new SmsRenderer(), new ScreenRenderer())),
            MutableClock.atNoon());

    final SampleFolder old;
    final SampleFolder now;
    private List<String> masks = List.of();
    private boolean pictures;
    private int mostPages = 100;

    Versions(Path root) {
        old = SampleFolder.in(root.resolve("old"));
        now = SampleFolder.in(root.resolve("new"));
    }

    Versions masking(String... what) {
        masks = List.of(what);
        return this;
    }

    Versions withPictures() {
        pictures = true;
        return this;
    }

    Versions upTo(int pages) {
        mostPages = pages;
        return this;
    }

    Comparison compare(String... fixtures) {
        return COMPARER.compare(
                only(old), only(now), new ComparisonOrder(List.of(fixtures), Masks.of(masks), pictures, mostPages));
    }

    private static Specimen only(SampleFolder folder) {
        var read = TemplateFolder.read(folder.root());
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException(read.faults().toString());
        }
        return read.specimens().get(0);
    }
}
