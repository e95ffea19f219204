package org.qingyuan.finding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error that ends a command and reaches a person: a row of [ErrorCode] with the values of its sentence. Thrown
/// where it is met, caught once at the runner's edge.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> arguments;

    public Failure(ErrorCode code, Map<String, Object> arguments) {
        this(code, arguments, null);
    }

    public Failure(ErrorCode code, Map<String, Object> arguments, @Nullable Throwable cause) {
        super(code.word() + " " + arguments, cause);
        this.code = code;
        this.arguments = arguments;
    }

    public ErrorCode code() {
        return code;
    }

    /// Values of the sentence by name.
    public Map<String, Object> arguments() {
        return arguments;
    }
}
