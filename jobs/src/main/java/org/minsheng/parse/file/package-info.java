/** Files as offices send them, read as sheets of rows of cells: what stands where, and nothing of what it means. */
package org.minsheng.parse.file;
