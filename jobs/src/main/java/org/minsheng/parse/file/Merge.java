package org.minsheng.parse.file;

/** An area shown as one cell, its first; all four bounds are included. */
public record Merge(int top, int left, int bottom, int right) {}
