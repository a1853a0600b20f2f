package se.nollan.rules.measure;

/**
 * The rules that decide a disposition, each under its number in the national measurement rules, with its sentence and the pages of the
 * PM <em>Tillgänglighetsgarantin kontakt samma dag</em>, edition 2.0, that it comes from.
 */
public enum Rule {
    S_1("S-1", "5, 11", "The unit is not primary care.", "Enheten tillhör inte primärvården."),
    S_4(
            "S-4",
            "12",
            "A branch's contacts are the unit's that it belongs to.",
            "En filials kontakter är huvudenhetens."),
    E_1(
            "E-1",
            "",
            "The edition in force does not measure such a contact.",
            "Den utgåva som gäller mäter inte sådana kontakter."),

    P_X1(
            "P-X1",
            "7, 8",
            "The contact came in on a Saturday, a Sunday or a public holiday.",
            "Kontakten kom in en lördag, söndag eller helgdag."),
    P_X2(
            "P-X2",
            "7, 8, 12",
            "The line is not measured: a direct number not tied to the main number, or no automatic system with callback.",
            "Ingången mäts inte: direktnummer utan koppling till huvudnumret, eller inget automatiskt system med återuppringning."),
    P_X3("P-X3", "6, 12, 13", "A call to voicemail.", "Samtal till röstbrevlåda."),
    P_X4("P-X4", "13", "A booked video call.", "Bokat videosamtal."),
    P_X5("P-X5", "14", "Staff made the contact.", "Kontakten skapades av personal."),
    P_X6(
            "P-X6",
            "14",
            "The caller is a colleague, another care provider or a municipality.",
            "Den som ringer är en kollega, en annan vårdgivare eller en kommun."),
    P_X7(
            "P-X7",
            "12–14",
            "The line stood open and was forwarded: the contact is measured at the other unit.",
            "Ingången stod öppen och var vidarekopplad: kontakten mäts på den andra enheten."),
    P_X8("P-X8", "13", "A web form filled in against a closed queue.", "Webbformulär mot stängd kö."),
    P_X9(
            "P-X9",
            "8",
            "A call to a closed queue before 08.00 or after 17.00.",
            "Samtal till stängd kö före kl. 08.00 eller efter kl. 17.00."),
    P_X10(
            "P-X10",
            "7, 11",
            "The caller left before a case was made.",
            "Den som ringde avbröt innan ett ärende hade skapats."),
    P_X11(
            "P-X11",
            "13",
            "A time the same day was offered and the patient chose a later day.",
            "En tid samma dag erbjöds och patienten valde en senare dag (patientvald väntan)."),

    P_C1(
            "P-C1",
            "7, 11, 12",
            "A case in a waiting queue is a hit when it is answered on the day it was created.",
            "Ett ärende i väntkö är en träff när det besvaras samma dag som det skapades."),
    P_C2(
            "P-C2",
            "7, 11, 12",
            "A callback case is a hit when the patient is called back on the day it was created.",
            "Ett återuppringningsärende är en träff när patienten rings upp samma dag som det skapades."),
    P_C3(
            "P-C3",
            "11",
            "Marking as done completes a callback with a withheld number, on the day it was created, and nothing else.",
            "Klarmarkering samma dag räknas som besvarat för återuppringning med dolt nummer, annars inte."),
    P_C4("P-C4", "8", "Answered on a later day: a miss.", "Besvarat en senare dag: bom."),
    P_C6(
            "P-C6",
            "11, 14",
            "A cancelled phone case stays, and is a miss unless completed.",
            "Ett avbokat telefonärende räknas kvar och är en bom om det inte blev besvarat."),

    P_U1(
            "P-U1",
            "7, 11",
            "A number counts once a day: its blocked calls go with its case.",
            "Ett nummer räknas en gång per dag: dess samtal till fylld eller stängd kö följer med ärendet."),
    P_U2(
            "P-U2",
            "11",
            "Several cases of one number on a day count once.",
            "Flera ärenden från samma nummer samma dag räknas en gång."),
    P_U3(
            "P-U3",
            "7, 11",
            "A call to a full or a closed queue without a case is a miss; a number's calls count once.",
            "Samtal till fylld eller stängd kö utan ärende är en bom; ett nummers samtal räknas en gång."),
    P_U4("P-U4", "11", "A withheld number is unique each time.", "Ett dolt nummer är unikt varje gång."),
    P_U5(
            "P-U5",
            "13",
            "Contact was offered that day: the number's blocked calls go with the case that the patient chose another day for.",
            "Kontakt erbjöds den dagen: numrets samtal till fylld eller stängd kö följer med det ärende som patienten valde en annan dag för."),

    C_X1("C-X1", "6", "The patient never left the chatbot.", "Patienten lämnade aldrig chattboten."),
    C_X2("C-X2", "6, 14", "Staff made the contact.", "Kontakten skapades av personal."),
    C_X3(
            "C-X3",
            "14, 15",
            "The patient cancelled before the dialogue started.",
            "Patienten avbokade innan dialogen hade startat."),
    C_X4(
            "C-X4",
            "8, 15",
            "A time the same day was offered and the patient chose another day.",
            "En tid samma dag erbjöds och patienten valde en annan dag (patientvald väntan)."),
    C_2(
            "C-2",
            "8, 15",
            "Started on the day it was queued: a hit; on another day, or never: a miss.",
            "Startad samma dag som den ställdes i kö: träff; en annan dag eller aldrig: bom."),
    C_U1(
            "C-U1",
            "8, 14",
            "One contact per individual, health problem and day.",
            "En kontakt per individ, hälsoproblem och dag."),
    C_H1(
            "C-H1",
            "14",
            "A case handed over belongs to the unit that takes the contact.",
            "Ett överlämnat ärende hör till den enhet som tar kontakten.");

    private final String id;
    private final String pages;
    private final String english;
    private final String swedish;

    Rule(String id, String pages, String english, String swedish) {
        this.id = id;
        this.pages = pages;
        this.english = english;
        this.swedish = swedish;
    }

    /** The identifier, for instance {@code P-X1}. */
    public String id() {
        return id;
    }

    /** Pages of the PM, for instance {@code 7, 8}; empty where the PM says nothing of it. */
    public String pages() {
        return pages;
    }

    /** The rule in one English sentence. */
    public String english() {
        return english;
    }

    /** The rule in one Swedish sentence. */
    public String swedish() {
        return swedish;
    }
}
