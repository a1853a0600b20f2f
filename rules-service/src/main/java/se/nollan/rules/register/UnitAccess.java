package se.nollan.rules.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.rules.measure.Register.Unit;

/** Who may read of which unit: its provider on the day, and who oversees its region. */
@ApplicationScoped
public class UnitAccess {

    public boolean allowed(Caller caller, Unit unit) {
        return caller.actsFor(unit.provider()) || caller.oversees(unit.region());
    }

    /** Problem 404 for a unit that the register never had, 403 for one that never was the caller's to read. */
    public void checkEver(Caller caller, String unit, RegisterVersion register) {
        List<Unit> entries = register.entries(unit);
        if (entries.isEmpty()) {
            throw unknown();
        }
        if (entries.stream().noneMatch(entry -> allowed(caller, entry))) {
            throw foreign();
        }
    }

    public RuntimeException unknown() {
        return Problems.notFound(
                "The register has no such unit (then). Ask with the HSA-id of a unit in force that day.");
    }

    public RuntimeException foreign() {
        return Problems.notAllowed("This unit is another provider's, or of a region that is not yours.");
    }
}
