/** What would become of a file, shown before anything is written, so that a layout is mended in minutes. */
package org.minsheng.preview;
