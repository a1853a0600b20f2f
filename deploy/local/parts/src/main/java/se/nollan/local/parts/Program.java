package se.nollan.local.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program of somebody else's as a part: started, stopped, killed and watched like the others. */
public final class Program extends ChildPart {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Command command;
    private final BooleanSupplier answers;

    /**
     * @param name what people call it
     * @param words the program and its arguments
     * @param environment what it finds in its environment beside ours
     * @param answers whether it answers; asked again and again while it starts
     */
    public Program(
            String name,
            int port,
            Path log,
            List<String> words,
            Map<String, String> environment,
            BooleanSupplier answers) {
        super(name, port, log);
        this.command = new Command(name, List.copyOf(words), Map.copyOf(environment));
        this.answers = answers;
    }

    /** What starts a Java program by the JDK that this one runs on. */
    public static List<String> java(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(Command.java().toString()));
        words.addAll(arguments);
        return List.copyOf(words);
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
