package io.chancery.render.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.chancery.render.difference.LetterDifference;
import io.chancery.render.difference.PageDifference;
import io.chancery.render.difference.PageDifference.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A report for programs, and the pictures to it. */
final class ReportFiles {

    private ReportFiles() {}

    /** As JSON, without the pictures. */
    static void write(Report report, Path file) {
        var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        mapper.configOverride(Pictures.class).setIsIgnoredType(true);
        try {
            mapper.writeValue(file.toFile(), report);
        } catch (IOException refused) {
            throw new UsageException("The report cannot be written to " + file);
        }
    }

    /** Named after template, fixture, channel and page. */
    static void writePictures(Report report, Path folder) {
        try {
            Files.createDirectories(folder);
            for (var template : report.templates()) {
                for (var fixture : template.fixtures()) {
                    for (var channel : fixture.channels()) {
                        if (channel.difference() instanceof LetterDifference letter) {
                            var name = template.template() + "-" + fixture.name() + "-" + channel.channel();
                            write(letter, folder.resolve(name).toString());
                        }
                    }
                }
            }
        } catch (IOException refused) {
            throw new UsageException("The pictures cannot be written to " + folder);
        }
    }

    private static void write(LetterDifference letter, String name) throws IOException {
        for (var page : letter.pages()) {
            write(page, name + "-page" + page.page());
        }
    }

    private static void write(PageDifference page, String name) throws IOException {
        var pictures = page.pictures();
        if (pictures != null) {
            write(pictures.before(), name + "-old.png");
            write(pictures.after(), name + "-new.png");
            write(pictures.difference(), name + "-difference.png");
        }
    }

    private static void write(byte @Nullable [] png, String name) throws IOException {
        if (png != null) {
            Files.write(Path.of(name), png);
        }
    }
}
