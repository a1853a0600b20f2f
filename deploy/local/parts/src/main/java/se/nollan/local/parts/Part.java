package se.nollan.local.parts;

import java.nio.file.Path;

/** What can be done to a running part, to see how others take it. Each call returns when it has been done. */
public interface Part {

    /** Starts it again after {@link #stop} or {@link #kill}, with the same data on the same port; returns when it answers. */
    void start();

    /** Asks it to end, as an operator would, and waits until it has. */
    void stop();

    /** Ends all its processes at once, as a power cut would (SIGKILL). */
    void kill();

    /** Freezes all its processes (SIGSTOP): connections stay open and nothing answers. */
    void pause();

    /** Lets it go on after {@link #pause}. */
    void resume();

    /** The port on 127.0.0.1 where it answers, the same through every start. */
    int port();

    /** What it has written, through all its starts. */
    Path log();
}
