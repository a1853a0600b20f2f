package se.nollan.local.stack;

import org.jspecify.annotations.Nullable;

/** Ends a stack when the user presses Ctrl-C, at whatever stage it is, and says so. */
final class Farewell {

    private final Thread onCtrlC = new Thread(this::say, "farewell");
    private @Nullable Stack stack;
    private boolean said;

    private Farewell() {}

    static Farewell onCtrlC() {
        Farewell farewell = new Farewell();
        Runtime.getRuntime().addShutdownHook(farewell.onCtrlC);
        return farewell;
    }

    /** What is to be ended from now on; what comes up before that ends with this JVM. */
    synchronized void to(Stack stack) {
        this.stack = stack;
    }

    /** There is nothing left to end. */
    synchronized void forget() {
        said = true;
    }

    /** Ends the stack; once. */
    synchronized void say() {
        if (said) {
            return;
        }
        said = true;
        System.out.println();
        System.out.println("Stopping the services, Keycloak, Kafka and PostgreSQL …");
        if (stack != null) {
            stack.close();
        }
        System.out.println("Stopped. Nothing is left running, and the data are deleted.");
        System.out.flush();
    }
}
