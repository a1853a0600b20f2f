package se.nollan.local.stack;

/** Ends a stack when the user presses Ctrl-C, and says what was ended. */
final class Farewell {

    private final Stack stack;
    private final Thread onCtrlC = new Thread(this::say, "farewell");

    private Farewell(Stack stack) {
        this.stack = stack;
    }

    static Farewell of(Stack stack) {
        Farewell farewell = new Farewell(stack);
        Runtime.getRuntime().addShutdownHook(farewell.onCtrlC);
        return farewell;
    }

    /** Ends the stack; once. */
    synchronized void say() {
        System.out.println();
        System.out.println("Stopping the services, Keycloak, Kafka and PostgreSQL …");
        stack.close();
        System.out.println("Stopped. Nothing is left running, and the data are deleted.");
        System.out.flush();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException ending) {
            // the JVM is ending: this is the hook
        }
    }
}
