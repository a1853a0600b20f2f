package se.nollan.publish.statement;

import java.util.List;

/** Why a statement is not drafted or signed, in words for the coordinator. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        MONTH_NOT_OVER,
        NOTHING_CAME,
        NOTHING_CHANGED,
        REASON_MISSING,
        ALREADY_SIGNED,
        MONTH_IS_CHANGING,
        CANNOT_BE_SIGNED,
        SIGNER_IS_NO_PERSON,
        SIGNER_HAS_DRAFTED
    }

    private final Kind kind;
    private final transient List<Objection> objections;

    public Refusal(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
        this.objections = List.of();
    }

    public Refusal(List<Objection> objections) {
        super("The statement cannot be signed: "
                + String.join(" ", objections.stream().map(Objection::detail).toList()));
        this.kind = Kind.CANNOT_BE_SIGNED;
        this.objections = List.copyOf(objections);
    }

    public Kind kind() {
        return kind;
    }

    public List<Objection> objections() {
        return objections;
    }
}
