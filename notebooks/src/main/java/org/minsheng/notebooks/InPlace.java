package org.minsheng.notebooks;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs what jshell has compiled in the thread that asks for it. That of the JDK kills threads to end a cell, and with it those that
 * Spark has started in it; this one interrupts its own.
 */
final class InPlace extends DirectExecutionControl implements ExecutionControlProvider {
    private Thread running;
    private boolean interrupted;

    @Override
    public String name() {
        return "in place";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    /** What comes now has not been interrupted yet. */
    synchronized void begin() {
        interrupted = false;
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    @Override
    protected String invoke(Method method) throws Exception {
        enter();
        try {
            return super.invoke(method);
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws StoppedException {
        if (interrupted) { // while it was compiled
            throw new StoppedException();
        }
        running = Thread.currentThread();
    }

    /** An interrupt that nothing has waited for is none of what the thread does next. */
    private synchronized void leave() {
        running = null;
        Thread.interrupted();
    }

    @Override
    public synchronized void stop() {
        interrupted = true;
        if (running != null) {
            running.interrupt();
        }
    }
}
