/** Makes the synthetic tables of {@code sample-data/}, in the shapes in which offices send theirs. */
package org.minsheng.sample;
