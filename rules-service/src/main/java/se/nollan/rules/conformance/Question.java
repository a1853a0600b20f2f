package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.nollan.rules.format.ContactFields;
import se.nollan.rules.format.RegisterExcerpt;
import se.nollan.rules.json.Fault;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterJson;
import se.nollan.rules.ruleset.RuleSetChoice;

/** What is asked: contacts, the register that they are placed by, and the rules that they are judged by. */
public record Question(Register register, List<Contact> contacts, RuleSet ruleSet) {

    static final int MOST_CONTACTS = 50_000;

    /** A month's evidence is a question with what was answered beside it, so that it can be asked as it is. */
    private static final Set<String> KNOWN = Set.of("register", "contacts", "ruleSet", "evidence");

    private static final Set<String> REGISTER = Set.of("providers", "units", "lines");

    /** Reads a question; what is wrong with it is added to the faults, and the question is then of no use. */
    static Question read(JsonNode document, PublicHolidays calendar, Collection<Fault> faults) {
        Fields fields = new Fields(document, "", faults::add);
        fields.only(KNOWN);
        fields.required("register");
        fields.required("contacts");
        Fields registerFields = fields.object("register");
        Register register = registerFields == null ? new Register(List.of(), List.of()) : register(registerFields);
        List<Fields> contactFields = fields.objects("contacts");
        if (contactFields.size() > MOST_CONTACTS) {
            fields.fault("contacts", "At most " + MOST_CONTACTS + " contacts at a time.");
            contactFields = List.of();
        }
        ContactFields reader = new ContactFields(register);
        List<Contact> contacts = new ArrayList<>(contactFields.size());
        contactFields.forEach(contact -> contacts.add(reader.read(contact)));
        Fields ruleSet = fields.object("ruleSet");
        return new Question(
                register,
                contacts,
                ruleSet == null
                        ? RuleSet.of(Edition.V2_0)
                        : RuleSetChoice.read(ruleSet, calendar, days(contacts)).over(Edition.V2_0));
    }

    /** The days in Stockholm that the contacts came in. */
    Set<LocalDate> days() {
        return days(contacts);
    }

    private static Set<LocalDate> days(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> Day.of(contact.createdAt()).date())
                .collect(Collectors.toSet());
    }

    private static Register register(Fields fields) {
        fields.only(REGISTER);
        fields.objects("providers").forEach(provider -> provider.only(RegisterExcerpt.PROVIDER));
        fields.objects("units").forEach(unit -> unit.only(RegisterExcerpt.UNIT));
        fields.objects("lines").forEach(line -> line.only(RegisterExcerpt.LINE));
        RegisterJson.providers(fields);
        List<Register.Unit> units = RegisterJson.units(fields);
        List<Register.Line> lines = RegisterJson.lines(fields);
        Set<String> ids = new HashSet<>();
        units.forEach(unit -> ids.add(unit.id()));
        for (int i = 0; i < units.size(); i++) {
            String parent = units.get(i).parent();
            if (parent != null && !ids.contains(parent)) {
                fields.fault("units/" + i + "/parent", "The register has no such unit.");
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!ids.contains(lines.get(i).unit())) {
                fields.fault("lines/" + i + "/unit", "The register has no such unit.");
            }
        }
        return new Register(units, lines);
    }
}
