package io.chancery.platform.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * A log record as one line of JSON: {@code timestamp, level, logger, thread, message}, whatever stands in the MDC (such as
 * {@code traceId}) under its own name in {@code mdc}, and an exception with its stack.
 */
final class JsonLine extends ExtFormatter {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String format(ExtLogRecord logged) {
        var line = new StringWriter(256);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", logged.getInstant().toString());
            json.writeStringField("level", logged.getLevel().getName());
            json.writeStringField("logger", logged.getLoggerName());
            json.writeStringField("thread", logged.getThreadName());
            json.writeStringField("message", formatMessage(logged));
            writeContext(logged, json);
            writeException(logged, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void writeContext(ExtLogRecord logged, JsonGenerator json) throws IOException {
        var context = logged.getMdcCopy();
        if (!context.isEmpty()) {
            json.writeObjectFieldStart("mdc");
            for (var entry : context.entrySet()) {
                json.writeStringField(entry.getKey(), String.valueOf(entry.getValue()));
            }
            json.writeEndObject();
        }
    }

    private static void writeException(ExtLogRecord logged, JsonGenerator json) throws IOException {
        var thrown = logged.getThrown();
        if (thrown != null) {
            var stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            json.writeStringField("exception", stack.toString());
        }
    }
}
