package se.nollan.ingest.register;

/**
 * Something about a register document.
 *
 * @param path where in the document: {@code lines[12].unit}
 * @param code short and stable, for programs
 * @param severity an error refuses the document, a warning only tells
 * @param message what is wrong and what to do, for people
 */
public record RegisterFinding(String path, String code, Severity severity, String message) {

    public enum Severity {
        ERROR,
        WARNING
    }

    static RegisterFinding error(String path, String code, String message) {
        return new RegisterFinding(path, code, Severity.ERROR, message);
    }

    static RegisterFinding warning(String path, String code, String message) {
        return new RegisterFinding(path, code, Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
