package mengshi.operations;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of the log file: by a pattern for people, or as JSON objects with the names of the Elastic Common Schema, in
 * which run, step, submission and area are labels. One encoder for both, since logback makes no two appenders of one file.
 */
public final class LogLines extends PatternLayoutEncoder {

    private static final String SCHEMA = "8.11";

    private boolean ecs;

    /** {@code ecs}, or anything else for the pattern; called by logback. */
    public void setFormat(String format) {
        this.ecs = format.equals("ecs");
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return ecs ? json(event) : super.encode(event);
    }

    private static byte[] json(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("@timestamp", event.getInstant().toString());
        line.put("log.level", event.getLevel().toString());
        line.put("message", event.getFormattedMessage());
        line.put("ecs.version", SCHEMA);
        line.put("service.name", "mengshi");
        line.put("service.version", ProgramVersion.current());
        line.put("process.thread.name", event.getThreadName());
        line.put("log.logger", event.getLoggerName());
        if (!event.getMDCPropertyMap().isEmpty()) {
            line.put("labels", event.getMDCPropertyMap());
        }
        IThrowableProxy fault = event.getThrowableProxy();
        if (fault != null) {
            line.put("error.type", fault.getClassName());
            line.put("error.message", String.valueOf(fault.getMessage()));
            line.put("error.stack_trace", ThrowableProxyUtil.asString(fault));
        }
        return (JsonMapper.shared().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
