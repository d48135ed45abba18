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

    @Override
    public String name() {
        return "in place";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    @Override
    protected String invoke(Method method) throws Exception {
        runs(Thread.currentThread());
        try {
            return super.invoke(method);
        } finally {
            runs(null);
        }
    }

    /** An interrupt that comes late is none of the next. */
    private synchronized void runs(Thread thread) {
        Thread.interrupted();
        running = thread;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.interrupt();
        }
    }
}
