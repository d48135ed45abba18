package org.minsheng.cli;

import java.util.concurrent.Callable;

/** A subcommand that a jar beside the program's brings, as a service: what runs on a cluster need not have it. */
public interface Extra extends Callable<Integer> {}
