package se.nollan.local.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A Java program of somebody else's as a part: started, stopped, killed and watched like the others. */
public final class Program extends ChildPart {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Command command;
    private final BooleanSupplier answers;

    /**
     * @param name what people call it
     * @param arguments what follows {@code java}
     * @param environment what it finds in its environment beside ours
     * @param answers whether it answers; asked again and again while it starts
     */
    public Program(
            String name,
            int port,
            Path log,
            List<String> arguments,
            Map<String, String> environment,
            BooleanSupplier answers) {
        super(name, port, log);
        List<String> words = new ArrayList<>(List.of(Command.java().toString()));
        words.addAll(arguments);
        this.command = new Command(name, List.copyOf(words), Map.copyOf(environment));
        this.answers = answers;
    }

    /** A port on 127.0.0.1 that is free now. */
    public static int freePort() {
        return Ports.free();
    }

    @Override
    Command command() {
        return command;
    }

    @Override
    boolean answers() {
        return answers.getAsBoolean();
    }

    @Override
    Duration patience() {
        return PATIENCE;
    }
}
