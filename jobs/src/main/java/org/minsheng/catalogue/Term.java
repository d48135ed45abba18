package org.minsheng.catalogue;

import java.io.Serializable;

/**
 * One series within a formula.
 *
 * @param series the series' id
 * @param lag how many years earlier its value is taken: 1 for "last year's"; 0 or more
 * @param sign 1 where it is added, -1 where it is taken away
 */
public record Term(String series, int lag, int sign) implements Serializable {}
